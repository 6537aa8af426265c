// The page's data and words, and the text with its marks.
// All that comes from documents enters by textContent, never as markup.

const dataOf = (id) => JSON.parse(document.getElementById(id).textContent);
const content = dataOf("content-data");
const words = dataOf("words-data");
const byId = (id) => document.getElementById(id);

// `marked` is the mention that is open, `quoted` the stretches of text that a fact or a refusal rests on.
const state = { language: "en", theme: "light", text: 0, marked: null };

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function say(word, values = {}) {
  return words.page[state.language][word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

const term = (name) => words.terms[name]?.[state.language] ?? words.terms[name]?.en ?? name;
const nameOf = (number) => content.things[number].name[state.language];
const current = () => content.texts[state.text];

// The places where a mark, a quote or a refusal begins or ends: between two of them all letters are alike.
function boundaries({ mentions, facts, rejected }, length) {
  const stretches = [...mentions, ...rejected].map(({ start, end }) => [start, end]);
  const places = facts.flatMap((fact) => fact.places);
  return [...new Set([0, length, ...stretches.flat(), ...places.flat()])].sort((a, b) => a - b);
}

// The mentions that cover a stretch, the innermost first.
function covering(text, start, end) {
  return text.mentions
    .map((mention, number) => ({ number, ...mention }))
    .filter((mention) => mention.start <= start && end <= mention.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.number - b.number)
    .map((mention) => mention.number);
}

function piece(text, letters, start, end, reachable) {
  const properties = { className: "piece", "data-start": String(start), "data-end": String(end) };
  const element = make("span", properties, letters.slice(start, end).join(""));
  const [inner] = covering(text, start, end);
  if (text.rejected.some((row) => row.start <= start && end <= row.end)) element.classList.add("rejected");
  if (inner === undefined) return element;
  const { kind } = content.things[text.mentions[inner].thing];
  element.classList.add("mention");
  element.dataset.kind = kind;
  element.dataset.mention = String(inner);
  element.setAttribute("role", "button");
  element.tabIndex = reachable.has(inner) ? -1 : 0;
  reachable.add(inner);
  return element;
}

function drawText() {
  const text = current();
  const letters = Array.from(text.text); // offsets count code points
  const places = boundaries(text, letters.length);
  const reachable = new Set();
  const pieces = places.slice(1).map((end, at) => piece(text, letters, places[at], end, reachable));
  byId("text").replaceChildren(...pieces);
  byId("text").lang = text.language;
  byId("title").textContent = text.title;
  byId("title").lang = text.language;
}

const pieces = () => [...byId("text").children];

// Show stretches of the text as those that something rests on, and bring the first into view.
function quote(places) {
  const within = ({ dataset }) => places.some(([start, end]) => start <= Number(dataset.start) && Number(dataset.end) <= end);
  const found = pieces().filter((each) => {
    const quoted = within(each);
    each.classList.toggle("quoted", quoted);
    return quoted;
  });
  found[0]?.scrollIntoView({ block: "center" });
}

function mark() {
  for (const each of pieces()) {
    const open = state.marked !== null && each.dataset.mention === String(state.marked);
    each.classList.toggle("open", open);
    if (each.dataset.mention) each.setAttribute("aria-pressed", String(open));
  }
}
