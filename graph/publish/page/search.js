// Search as you type, over all names in all scripts and what the build has read from one script into another.

const search = byId("search");
const found = byId("found");
const MOST_FOUND = 30;

// Each thing's forms, names first, folded; made when somebody first types.
let forms = null;
const squeezed = (text) => text.replace(/[\s'’-]+/g, "");

function readForms() {
  forms = content.things.map((thing) => {
    const own = thing.names.map(([text]) => fold(text.slice(0, 400)));
    const all = [...own, ...thing.spellings, thing.key.replaceAll("-", " ")];
    return { all, named: own.length, squeezed: all.map(squeezed) };
  });
}

const readings = new Map();
for (const [reading, letters] of Object.entries(dataOf("hanzi-data"))) for (const letter of letters) readings.set(letter, reading);

// What is typed in Hanzi is looked for in pinyin too, for things whose names are in no Hanzi.
function wantedForms(text) {
  const typed = fold(text.trim());
  const letters = Array.from(typed);
  const read = letters.some((letter) => readings.has(letter)) ? letters.map((letter) => readings.get(letter) ?? letter).join("") : typed;
  return [...new Set([typed, read])].filter((form) => squeezed(form));
}

// How well a form answers: 0 it is the text, 1 it starts with it, 2 a word of it does, 3 it holds it, 4 but for spaces.
function rankOf(form, tight, wanted) {
  const at = form.indexOf(wanted);
  if (at < 0) return tight.includes(squeezed(wanted)) ? 4 : null;
  if (form === wanted) return 0;
  if (at === 0) return 1;
  return form.includes(` ${wanted}`) ? 2 : 3;
}

function match(number, wanted) {
  let best = null;
  const { all, named, squeezed: tight } = forms[number];
  for (const text of wanted) {
    all.forEach((form, place) => {
      const plain = rankOf(form, tight[place], text);
      if (plain === null) return;
      // A name that is really borne comes before one that was only read from another script.
      const rank = place < named ? plain : plain + 0.5;
      if (!best || rank < best.rank) best = { number, rank, form: place < named ? thingOf(number).names[place][0] : form };
    });
  }
  return best;
}

function find(text) {
  const wanted = wantedForms(text);
  if (!wanted.length) return [];
  if (!forms) readForms();
  const hits = content.things.map((_, number) => match(number, wanted)).filter((hit) => hit);
  return hits.sort((a, b) => a.rank - b.rank || byDegree(a.number, b.number)).slice(0, MOST_FOUND);
}

function showFound() {
  const hits = find(search.value);
  const none = make("li", { className: "muted" }, say("nothingFound"));
  found.replaceChildren(...(hits.length ? hits.map(foundItem) : [none]));
  found.hidden = !search.value.trim();
  search.setAttribute("aria-expanded", String(!found.hidden));
  chooseFound(0);
}

function foundItem({ number, form }, place) {
  const thing = thingOf(number);
  const other = form === nameOf(thing) ? "" : make("bdi", { className: "name other" }, shortened(form));
  const lines = make("div", {}, nameElement(shortened(nameOf(thing))), other);
  const properties = { id: `found-${place}`, role: "option", "data-number": String(number) };
  const item = make("li", properties, swatch(thing.kind), lines, make("span", { className: "muted kind" }, term(thing.kind)));
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pickFound(item);
  });
  return item;
}

function chooseFound(place) {
  const options = [...found.querySelectorAll("[role=option]")];
  const chosen = options.length ? (place + options.length) % options.length : -1;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === chosen)));
  search.setAttribute("aria-activedescendant", chosen < 0 ? "" : `found-${chosen}`);
  options[chosen]?.scrollIntoView({ block: "nearest" });
}

function pickFound(item) {
  closeFound();
  if (item) openThing(Number(item.dataset.number));
}

function closeFound() {
  found.hidden = true;
  search.setAttribute("aria-expanded", "false");
}

function searchKey(event) {
  const chosen = found.querySelector("[aria-selected=true]");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && chosen) chooseFound(Number(chosen.id.replace("found-", "")) + step);
  else if (event.key === "Enter") pickFound(chosen);
  else if (event.key === "Escape") closeFound();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
