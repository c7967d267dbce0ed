// The search page: its answer follows what is typed (htmx); arrows go through what was found; its number is told.
// Going back swaps the whole body: what stands in it is looked up each time.
const part = (id) => document.getElementById(id);
const slash = document.getElementById("slash");
const OFF = "search-key-off";
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const hits = [part("search-field"), ...part("answer").querySelectorAll(".hit-title a")];
  const at = hits.indexOf(document.activeElement);
  if (at < 0) return;
  const next = event.key === "Escape" && at ? 0 : at + (STEPS[event.key] ?? 0);
  if (next === at || !hits[next]) return;
  event.preventDefault();
  hits[next].focus();
});

document.addEventListener("htmx:afterSwap", () => {
  part("told").textContent = part("answer").querySelector("h1").textContent;
});
document.addEventListener("htmx:responseError", ({ detail }) => location.assign(detail.xhr.responseURL));

if (slash) {
  slash.hidden = false;
  const use = slash.querySelector("input");
  use.checked = !localStorage.getItem(OFF);
  use.addEventListener("change", () => {
    if (use.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  });
}
