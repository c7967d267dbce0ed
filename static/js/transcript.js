// The transcript beside the sound: the line being said is marked, lines can be pressed, words can be looked for.
const MARKS = /\p{M}/gu;
const fold = (text) => Array.from(text.toLowerCase(), (letter) => letter.normalize("NFD").replace(MARKS, "") || letter).join("");

export function followTranscript(audio) {
  const chapters = [...document.querySelectorAll(".chapters a")];
  const box = document.querySelector(".cues");
  const cues = box ? [...box.querySelectorAll(".cue")] : [];
  const follow = document.querySelector("[data-follow]");
  audio.addEventListener("timeupdate", () => {
    mark(chapters, (chapter) => audio.currentTime >= chapter.dataset.moment);
    if (mark(cues, (cue) => audio.currentTime >= cue.dataset.start, (cue) => audio.currentTime < cue.dataset.end) && follow.checked) {
      scrollTo(box, cues.find((cue) => cue.ariaCurrent));
    }
  });
  if (box) search(box, cues);
}

// The last one that has begun, if it has not ended; whether it is another one than before.
function mark(parts, hasBegun, lasts = () => true) {
  const last = parts.findLast(hasBegun);
  const now = last && lasts(last) ? last : null;
  const before = parts.find((part) => part.ariaCurrent);
  if (now === (before ?? null)) return false;
  if (before) before.removeAttribute("aria-current");
  if (now) now.setAttribute("aria-current", "true");
  return now !== null;
}

function scrollTo(box, cue) {
  box.scrollTop += cue.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}

function search(box, cues) {
  const tools = document.querySelector(".transcript-tools");
  const [field, told] = [tools.querySelector("[type=search]"), tools.querySelector("[role=status]")];
  box.classList.add("cues-beside");
  tools.hidden = false;
  for (const cue of cues) cue.addEventListener("click", (event) => pressLine(cue, event));
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim());
    const found = cues.filter((cue) => highlight(cue, wanted));
    told.textContent = wanted ? `${told.dataset.found} ${found.length}` : "";
  });
}

// A press on the words is a press on their time, unless someone is selecting them.
function pressLine(cue, event) {
  if (!event.target.closest("a") && getSelection().isCollapsed) cue.querySelector("a").click();
}

function highlight(cue, wanted) {
  const words = cue.querySelector("span");
  const text = words.textContent;
  const at = wanted ? places(fold(text), wanted) : [];
  cue.hidden = Boolean(wanted) && !at.length;
  words.replaceChildren(...marked(text, at, wanted.length));
  return at.length > 0;
}

function places(text, wanted) {
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}

function marked(text, at, length) {
  const parts = [];
  let end = 0;
  for (const start of at) {
    const word = document.createElement("mark");
    word.textContent = text.slice(start, start + length);
    parts.push(text.slice(end, start), word);
    end = start + length;
  }
  return [...parts, text.slice(end)];
}
