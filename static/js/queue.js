// The queue by keyboard: what carries data-key is pressed by that key. Letters can be switched off (WCAG 2.1.4).
const panel = document.getElementById("keys");
const use = document.getElementById("keys-on");
const items = [...document.querySelectorAll("[data-item]")];
const reason = document.querySelector("textarea[name=reason]");
const checkAll = document.querySelector("[data-check-all]");
const OFF = "queue-keys-off";
const SAME = items.length ? { ArrowDown: "j", ArrowUp: "k" } : { ArrowRight: "j", ArrowLeft: "k" };
let meant;

use.checked = !localStorage.getItem(OFF);
use.addEventListener("change", () => {
  if (use.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "yes");
});

if (checkAll) {
  checkAll.hidden = false;
  checkAll.addEventListener("click", () => {
    for (const box of checkAll.form.querySelectorAll("[type=checkbox]")) box.checked = true;
  });
}

addEventListener("keydown", (event) => {
  if (event.target === reason) return inReason(event);
  if (!use.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (press(SAME[event.key] ?? event.key)) event.preventDefault();
});

function inReason(event) {
  if (event.key === "Escape") reason.blur();
  else if (event.key === "Enter" && event.ctrlKey) meant?.click();
}

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select") !== null;
}

function press(key) {
  if (key === "/") return panel.togglePopover(), true;
  if (items.length && (key === "j" || key === "k")) return move(key === "j" ? 1 : -1);
  if (key === "x") return check();
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!button) return false;
  if ("needsReason" in button.dataset && !reason.value.trim()) {
    meant = button;
    reason.focus();
  } else button.click();
  return true;
}

function move(step) {
  const at = items.indexOf(document.activeElement);
  items[Math.min(Math.max(at + step, 0), items.length - 1)].focus();
  return true;
}

function check() {
  const box = document.activeElement.closest("li")?.querySelector("[type=checkbox]");
  if (box) box.checked = !box.checked;
  return Boolean(box);
}
