// The panel of filters. Each row counts what the other filters let through; the legend is one of them.

// Facets that a reader has folded or opened.
const unfolded = { class: true, property: false, source: true, status: true };

const linesEver = content.facts.filter(isLine);
const yearsEver = [...new Set([...linesEver, ...content.figures].flatMap(yearsOf))].sort((a, b) => a - b);
const citiesEver = [...content.things.keys()].filter((number) => thingOf(number).kind === "City" && degrees[number] > 0).sort(byDegree);

const add = (counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1);

// How many lines have each value of a facet, and how many things each class, by all filters but its own.
function facetCounts() {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()]));
  const isNear = nearness();
  const ends = new Set();
  const { property, source, status } = state.without;
  for (const fact of linesEver) {
    const failed = [];
    if (property.has(fact.property)) failed.push("property");
    if (status.has(statusOf(fact))) failed.push("status");
    if (source.size && !anyOf(languagesOf(fact), source)) failed.push("source");
    if (failed.length > 1 || !inYears(fact) || !isNear(fact)) continue;
    if (!failed.length) ends.add(fact.subject).add(fact.object);
    if (!isOn(fact.subject) || !isOn(fact.object)) continue;
    const open = (facet) => !failed.length || failed[0] === facet;
    if (open("property")) add(counts.property, fact.property);
    if (open("status")) add(counts.status, statusOf(fact));
    if (open("source")) for (const language of languagesOf(fact)) add(counts.source, language);
  }
  const alone = isNarrowed() ? view.things : content.things.keys();
  for (const number of filtersFacts() ? ends : alone) add(counts.class, thingOf(number).kind);
  return counts;
}

const isNarrowed = () => Boolean(state.focus || view.path || state.shown.size || state.folded.size);

// Which lines can be counted: those within what is focused on, or those of the city.
function nearness() {
  if (isNarrowed()) return ({ subject, object }) => view.things.has(subject) && view.things.has(object);
  if (state.city === null) return () => true;
  const around = within(state.city);
  return ({ subject, object }) => around.has(subject) || around.has(object);
}

const kindsEver = Object.keys(words.looks).filter((kind) => content.things.some((thing) => thing.kind === kind));
const valuesEver = {
  class: kindsEver,
  property: Object.keys(words.terms).filter((name) => linesEver.some((fact) => fact.property === name)),
  source: [...new Set(linesEver.flatMap(languagesOf))].sort().reverse(),
  status: ["stated", "planned"].filter((status) => linesEver.some((fact) => statusOf(fact) === status)),
};

const languageNames = new Map();
function languageName(tag) {
  if (!tag) return say("knownBefore");
  const key = `${state.language} ${tag}`;
  if (!languageNames.has(key)) {
    const valid = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
    languageNames.set(key, valid ? new Intl.DisplayNames([state.language], { type: "language" }).of(tag) : tag);
  }
  return languageNames.get(key);
}

const facetLabel = {
  class: (kind) => kindElement(kind),
  property: (name) => make("span", {}, capital(term(name))),
  source: (tag) => make("span", {}, capital(languageName(tag))),
  status: (status) => make("span", {}, capital(say(status))),
};

function facetRow(facet, value, count) {
  const without = state.without[facet];
  const picture = { class: swatch, status: lineSwatch }[facet]?.(value) ?? "";
  const label = [picture, facetLabel[facet](value), make("span", { className: "count" }, counted(count))];
  const toggle = () => {
    if (!without.delete(value)) without.add(value);
    changed();
  };
  const row = make("button", { type: "button", className: "row", "aria-pressed": String(!without.has(value)), "data-key": `${facet} ${value}`, "data-facet": facet, "data-value": value }, ...label);
  row.addEventListener("click", toggle);
  const only = button(say("only"), () => showOnly(facet, value), { className: "only", "data-key": `only ${facet} ${value}`, title: say("onlyThis") });
  return make("li", {}, row, valuesEver[facet].length > 1 ? only : "");
}

// Show one value alone; once more, and all are shown again.
function showOnly(facet, value) {
  const others = valuesEver[facet].filter((other) => other !== value);
  const alone = !state.without[facet].has(value) && others.every((other) => state.without[facet].has(other));
  state.without[facet] = new Set(alone ? [] : others);
  changed();
}

const FACET_WORD = { class: "legend", property: "lines", source: "sources", status: "status" };

function facetElement(facet, counts) {
  const values = valuesEver[facet];
  if (!values.length) return "";
  const heading = make("h2", {}, say(FACET_WORD[facet]), state.without[facet].size ? make("span", { className: "dot" }, " •") : "");
  const summary = make("summary", { "data-key": `fold ${facet}` }, heading);
  const rows = values.map((value) => facetRow(facet, value, counts[facet].get(value) ?? 0));
  const details = make("details", { open: unfolded[facet], id: facet === "class" ? "legend" : `facet-${facet}` }, summary, make("ul", {}, ...rows));
  details.addEventListener("toggle", () => {
    unfolded[facet] = details.open;
  });
  return details;
}

function choice(id, label, options, value, choose) {
  const select = make("select", { id, "aria-label": label, "data-key": id }, ...options.map(([own, text]) => make("option", { value: String(own) }, text)));
  select.value = String(value);
  select.addEventListener("change", () => {
    choose(select.value);
    changed();
  });
  return select;
}

function cityElement() {
  if (!citiesEver.length) return "";
  const options = [["", say("anyCity")], ...citiesEver.slice(0, 300).map((number) => [number, shortened(nameOf(thingOf(number)), 30)])];
  const choose = (value) => {
    state.city = value === "" ? null : Number(value);
  };
  return make("div", { className: "choice" }, make("h2", {}, say("city")), choice("city", say("city"), options, state.city ?? "", choose));
}

function yearsElement() {
  if (yearsEver.length < 2) return "";
  const ends = [["from", "yearFrom"], ["to", "yearTo"]].map(([end, word]) => {
    const options = [["", say(word)], ...yearsEver.map((year) => [year, String(year)])];
    return choice(end, say(word), options, state[end], (value) => {
      state[end] = value;
    });
  });
  return make("div", { className: "choice" }, make("h2", { title: say("yearsMean") }, say("years")), make("div", { className: "pair" }, ends[0], "–", ends[1]));
}

function drawFacets() {
  const held = document.activeElement?.dataset?.key;
  const counts = facetCounts();
  const filtered = filtersFacts() || state.without.class.size;
  const reset = filtered ? button(say("showAll"), resetFilters, { className: "link", id: "reset" }) : "";
  byId("facets").replaceChildren(
    ...[facetElement("class", counts), reset, cityElement(), yearsElement(), facetElement("status", counts), facetElement("source", counts), facetElement("property", counts)].filter((part) => part !== ""),
  );
  if (held) byId("facets").querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
}

function resetFilters() {
  const { without, city, from, to } = emptyState();
  Object.assign(state, { without, city, from, to });
  changed();
}
