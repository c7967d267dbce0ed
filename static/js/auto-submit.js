// A form marked data-auto-submit is what the person asked for on the page before: send it at once.
const form = document.querySelector("form[data-auto-submit]");

addEventListener("pageshow", (event) => {
  if (!event.persisted) form?.requestSubmit();
});
