// While the phone's menu fills the screen, what lies under it is out of reach of the keyboard.
const menu = document.getElementById("menu");
const under = document.querySelectorAll("main, .footer, .skip-link, .brand");
const wide = matchMedia("(min-width: 60em)");

menu?.addEventListener("toggle", (event) => {
  for (const part of under) part.inert = event.newState === "open";
});

wide.addEventListener("change", () => {
  if (wide.matches) menu?.hidePopover();
});
