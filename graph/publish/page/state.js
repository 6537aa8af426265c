// What is looked at, and how the address names it: a view can be sent as a link, and gone back to.

// What a facet leaves out, by the value's own name.
const FACETS = ["class", "property", "source", "status"];
const VIEWS = ["graph", "map", "timeline", "table"];
const CARDS = ["thing", "edge", "figure", "place", "group"];

const languages = Object.keys(words.page);
const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
const home = {
  language: preferred.find((language) => languages.includes(language)) ?? languages[0],
  theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
};

const emptyState = () => ({
  view: "graph",
  language: home.language,
  theme: home.theme,
  without: Object.fromEntries(FACETS.map((facet) => [facet, new Set()])),
  city: null,
  from: "",
  to: "",
  focus: null, // {thing, steps}
  path: null, // {from, to}; `to` is null while it is being chosen
  shown: new Set(), // things whose neighbours are shown in any case
  folded: new Set(), // things whose other neighbours are not
  kept: new Set(), // things that are shown in any case
  opened: new Set(), // communities whose things are drawn one by one
  card: null, // {kind, of}
});

const state = emptyState();

const keysOf = (numbers) => [...numbers].map((number) => thingOf(number).key).join(",");
const numbersOf = (text) => new Set((text ?? "").split(",").map((key) => numberOf.get(key)).filter((number) => number !== undefined));

// The state as an address; what is as usual is left out.
function address() {
  const said = new URLSearchParams();
  const put = (name, value) => value && said.set(name, value);
  put("view", state.view === "graph" ? "" : state.view);
  put("lang", state.language === home.language ? "" : state.language);
  put("theme", state.theme === home.theme ? "" : state.theme);
  for (const facet of FACETS) put(`without-${facet}`, [...state.without[facet]].map((value) => value || "none").sort().join(","));
  put("city", state.city === null ? "" : thingOf(state.city).key);
  put("from", state.from);
  put("to", state.to);
  put("focus", state.focus ? `${thingOf(state.focus.thing).key},${state.focus.steps}` : "");
  put("path", state.path && state.path.to !== null ? keysOf([state.path.from, state.path.to]) : "");
  for (const name of ["shown", "folded", "kept"]) put(name, keysOf(state[name]));
  put("opened", [...state.opened].join(","));
  if (state.card) put(state.card.kind, cardAddress(state.card));
  return said.toString().replaceAll("%2C", ",");
}

function cardAddress({ kind, of }) {
  if (kind === "thing" || kind === "place") return thingOf(of).key;
  return kind === "edge" ? keysOf(of) : String(of);
}

function readCard(said) {
  const kind = CARDS.find((each) => said.has(each));
  if (!kind) return null;
  const text = said.get(kind);
  if (kind === "thing" || kind === "place") return numberOf.has(text) ? { kind, of: numberOf.get(text) } : null;
  if (kind === "edge") {
    const of = [...numbersOf(text)];
    return of.length === 2 ? { kind, of } : null;
  }
  const most = kind === "figure" ? content.figures.length : communities.length;
  return /^\d+$/.test(text) && Number(text) < most ? { kind, of: Number(text) } : null;
}

// Anybody can write an address: what names nothing here is passed over.
function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const read = emptyState();
  if (VIEWS.includes(said.get("view"))) read.view = said.get("view");
  if (languages.includes(said.get("lang"))) read.language = said.get("lang");
  if (["light", "dark"].includes(said.get("theme"))) read.theme = said.get("theme");
  for (const facet of FACETS) {
    const values = (said.get(`without-${facet}`) ?? "").split(",").filter(Boolean);
    read.without[facet] = new Set(values.map((value) => (value === "none" ? "" : value)));
  }
  read.city = numberOf.get(said.get("city")) ?? null;
  for (const end of ["from", "to"]) if (/^\d{4}$/.test(said.get(end))) read[end] = said.get(end);
  const [key, steps] = (said.get("focus") ?? "").split(",");
  if (numberOf.has(key)) read.focus = { thing: numberOf.get(key), steps: Math.min(9, Math.max(1, Number(steps) || 1)) };
  const [from, to] = numbersOf(said.get("path"));
  if (to !== undefined) read.path = { from, to };
  for (const name of ["shown", "folded", "kept"]) read[name] = numbersOf(said.get(name));
  const opened = (said.get("opened") ?? "").split(",").filter((text) => /^\d+$/.test(text));
  read.opened = new Set(opened.map(Number).filter((group) => group < communities.length));
  read.card = readCard(said);
  Object.assign(state, read);
}

// Make what was changed an entry of the browser's history, unless it is where we are.
function remember() {
  const next = address();
  if (next === address.last) return;
  address.last = next;
  history.pushState(null, "", next ? `#${next}` : location.pathname + location.search);
}
