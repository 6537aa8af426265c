// The page's data, words and the only ways in which text becomes part of the page.
// Names and quotes come from documents: they enter by textContent, never as markup.

const dataOf = (id) => JSON.parse(document.getElementById(id).textContent);
const content = dataOf("content-data");
const drawing = dataOf("drawing-data");
const words = dataOf("words-data");
const byId = (id) => document.getElementById(id);

// Set what an element has as properties as such; anything else becomes an attribute.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function button(text, action, properties = {}) {
  const made = make("button", { type: "button", ...properties }, text);
  made.addEventListener("click", action);
  return made;
}

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const nameElement = (text) => make("bdi", { className: "name" }, text);

function say(word, values = {}) {
  const text = words.page[state.language][word];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// The ontology's label of a class or property in the language of the page.
const term = (name) => words.terms[name]?.[state.language] ?? words.terms[name]?.en ?? name;

// A name may be of any length; where there is a card to read it in full, its beginning is enough.
function shortened(text, most = 80) {
  const letters = Array.from(text.slice(0, 2 * most + 2));
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : text;
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(state.language) + text.slice(1);

const kindElement = (kind) => make("span", { className: "kind" }, capital(term(kind)));

const thingOf = (number) => content.things[number];
const nameOf = (thing) => thing.names[thing.best[state.language]][0];
const labelOf = (thing) => thing.label[state.language];

const isWebLink = (link) => /^https?:\/\//i.test(link);

const counted = (number) => number.toLocaleString(state.language);

// Whole numbers may be too long for a double, so they are grouped as they stand.
function formatNumber(value) {
  const [whole, part] = value.split(".");
  if (!/^[+-]?\d+$/.test(whole)) return value;
  const point = (1.5).toLocaleString(state.language).charAt(1);
  return BigInt(whole).toLocaleString(state.language) + (part ? point + part : "");
}

function formatFigure(figure) {
  const amount = (figure.approximate ? "≈ " : "") + formatNumber(figure.value);
  return figure.unit === "%" ? `${amount} %` : `${amount} ${figure.unit}`.trim();
}

// Letters without marks and case, as the build folds them: «Shēnzhèn» is found by "shenzhen".
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const still = matchMedia("(prefers-reduced-motion: reduce)");
