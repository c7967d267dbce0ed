// Fields of the search: „/” leads to one; while something is typed, names that fit are offered (a combobox).
// Without this script they are plain forms.
const WAIT = 150;
const SHORTEST = 2;
const OFF = "search-key-off";
const fields = [...document.querySelectorAll("[data-suggestions]")];

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (localStorage.getItem(OFF) || document.getElementById("keys") || isTyping(event.target)) return;
  const field = document.querySelector("main [type=search][name=q]") ?? fields.find((one) => one.checkVisibility());
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

const isTyping = (target) => target.isContentEditable || target.closest("input:not([type=checkbox], [type=radio]), textarea, select");

for (const field of fields) offer(field);

function offer(field) {
  const list = listBeside(field);
  const kept = new Map();
  let chosen = -1;
  let waiting;

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (act && !list.hidden && act()) event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));

  const KEYS = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Escape: () => (close(), true),
    Enter: () => go(list.children[chosen]),
  };

  async function ask() {
    const typed = field.value.trim();
    if (typed.length < SHORTEST) return close();
    if (!kept.has(typed)) kept.set(typed, fetched(field, typed));
    const found = await kept.get(typed);
    if (typed === field.value.trim() && document.activeElement === field) show(found);
  }

  function show(found) {
    list.replaceChildren(...found.map(([text, kind, url], number) => option(`${list.id}-${number}`, text, kind, url)));
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  // Past either end the field itself is meant again.
  function choose(number) {
    const count = list.children.length;
    chosen = number < -1 ? count - 1 : number >= count ? -1 : number;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === chosen)));
    const one = list.children[chosen];
    if (one) field.setAttribute("aria-activedescendant", one.id);
    else field.removeAttribute("aria-activedescendant");
    one?.scrollIntoView({ block: "nearest" });
    return true;
  }

  function go(one) {
    if (one) location.assign(one.dataset.url);
    return Boolean(one);
  }
}

function listBeside(field) {
  const list = document.createElement("ul");
  list.id = `${field.id}-list`;
  list.className = "search-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.found);
  field.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
  })) field.setAttribute(name, value);
  return list;
}

function option(id, text, kind, url) {
  const one = document.createElement("li");
  const note = document.createElement("span");
  one.id = id;
  one.setAttribute("role", "option");
  one.dataset.url = url;
  note.className = "search-list-kind";
  note.textContent = kind;
  one.append(text, " ", note);
  return one;
}

// As browsers take them: [typed, texts, kinds, addresses]. What does not come is not offered.
async function fetched(field, typed) {
  const kind = field.form.elements.kind?.value ?? "";
  try {
    const answer = await fetch(`${field.dataset.suggestions}?${new URLSearchParams({ q: typed, kind })}`);
    const [, texts, kinds, urls] = answer.ok ? await answer.json() : [typed, [], [], []];
    return texts.map((text, at) => [text, kinds[at], urls[at]]);
  } catch {
    return [];
  }
}
