// In the editor: a file that is too large is told of at once, before anything of it is sent.
document.addEventListener("change", ({ target }) => {
  const most = Number(target.dataset?.mostBytes);
  if (!most) return;
  const large = target.files[0]?.size > most;
  target.setCustomValidity(large ? target.dataset.tooLarge : "");
  target.reportValidity();
  if (large) target.value = "";
});
