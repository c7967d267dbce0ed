// „Complete and go on” brings the next lesson in place; any other answer is a page of its own, such as signing in.
addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, shouldSwap } = event.detail;
  if (!shouldSwap || xhr.getResponseHeader("HX-Push-Url")) return;
  event.preventDefault();
  location.assign(xhr.responseURL);
});

for (const failure of ["htmx:responseError", "htmx:sendError"]) {
  addEventListener(failure, () => location.reload());
}
