// A marked term opens its explanation in place: a button to the keyboard and to readers of the screen.
// Without this script, or when the explanation does not come, it stays what it is: a link to the entry.
const kept = new Map();
let note, opener;

function made() {
  const note = document.createElement("div");
  note.id = "term-note";
  note.className = "term-note";
  note.popover = "auto";
  note.tabIndex = -1;
  note.setAttribute("role", "dialog");
  note.addEventListener("toggle", told);
  note.addEventListener("click", (event) => event.target.matches(".term-note-close") && note.hidePopover());
  return note;
}

function told(event) {
  if (event.newState === "open") return;
  opener?.setAttribute("aria-expanded", "false");
  if (note.contains(document.activeElement) || document.activeElement === document.body) opener?.focus();
}

async function explanation(link) {
  if (!kept.has(link.href)) {
    const answer = await fetch(`${link.href}skaidrojums/`);
    if (!answer.ok) throw new Error(answer.status);
    kept.set(link.href, await answer.text());
  }
  return kept.get(link.href);
}

async function open(link) {
  let text;
  try {
    text = await explanation(link);
  } catch {
    location.href = link.href;
    return;
  }
  note ??= made();
  if (note.matches(":popover-open")) note.hidePopover();
  opener = link;
  note.innerHTML = text;
  note.setAttribute("aria-label", note.querySelector(".term-note-title").textContent);
  link.after(note);
  note.showPopover();
  place(link);
  link.setAttribute("aria-expanded", "true");
  note.focus();
}

// Beside the word on wide windows; on narrow ones the style puts it at the foot of the window.
function place(link) {
  const [word] = link.getClientRects();
  const width = note.offsetWidth;
  const left = Math.max(8, Math.min(word.left, document.documentElement.clientWidth - width - 8));
  const below = word.bottom + 6;
  const fits = below + note.offsetHeight < innerHeight;
  note.style.setProperty("--left", `${left}px`);
  note.style.setProperty("--top", `${fits ? below : Math.max(8, word.top - note.offsetHeight - 6)}px`);
}

function prepare(part) {
  for (const link of part.querySelectorAll("a.term")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
  }
}

prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.term");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.("a.term")) return;
  event.preventDefault();
  open(event.target);
});

addEventListener("scroll", () => note?.matches(":popover-open") && place(opener), { passive: true });
