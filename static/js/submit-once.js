// A form marked data-submit-once is sent once; coming back by the browser's history frees it again.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-submit-once]") || event.defaultPrevented) return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => mark(form, true)); // after the browser has read which button was pressed
});

addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("[data-submit-once]")) {
    sent.delete(form);
    mark(form, false);
  }
});

function mark(form, waiting) {
  for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = waiting;
}
