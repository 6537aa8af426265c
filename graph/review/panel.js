// What stands beside the text: facts with the rules that read them, and what was left out.

const badge = (modality) => (modality ? make("span", { className: "badge" }, say(modality)) : null);
const thingElement = (number) => make("bdi", { className: "thing", "data-kind": content.things[number].kind }, nameOf(number));

function quoteText([start, end]) {
  return Array.from(current().text).slice(start, end).join("");
}

// A line that shows the words that it rests on when it is chosen.
function entry(places, how, ...line) {
  const quotes = places.map((place) => make("q", { lang: current().language, dir: "auto" }, quoteText(place)));
  const button = make("button", { type: "button" }, make("span", { className: "line" }, ...line), ...quotes, make("small", {}, how));
  button.addEventListener("click", () => quote(places));
  return make("li", {}, button);
}

function factEntry(fact) {
  const value = "object" in fact ? thingElement(fact.object) : make("bdi", {}, fact.value);
  const property = make("span", { className: "property" }, term(fact.property));
  return entry(fact.places, say("rule", fact), thingElement(fact.subject), " ", property, " ", value, badge(fact.modality));
}

function rejectedEntry(row) {
  return entry([[row.start, row.end]], say("reason", row), make("bdi", {}, row.what));
}

const list = (items) => make("ul", {}, ...items);
const heading = (word) => make("h3", {}, say(word));

// The parts of a figure are told on the figure's own card; in the list of all facts its owner is enough.
const told = (fact) => content.things[fact.subject].kind !== "Statistic" || fact.property === "about";

function textPanel() {
  const { facts, rejected } = current();
  const shown = facts.filter(told);
  const left = rejected.length ? [heading("rejected"), list(rejected.map(rejectedEntry))] : [];
  return [heading("facts"), shown.length ? list(shown.map(factEntry)) : make("p", {}, say("noFacts")), ...left];
}

function mentionButton(number) {
  const { thing } = current().mentions[number];
  const button = make("button", { type: "button" }, thingElement(thing));
  button.addEventListener("click", () => open(number));
  return make("li", {}, button);
}

function mentionPanel(number) {
  const mention = current().mentions[number];
  const { key, kind } = content.things[mention.thing];
  const back = make("button", { type: "button", className: "back" }, `← ${say("back")}`);
  back.addEventListener("click", close);
  const others = covering(current(), mention.start, mention.end).filter((each) => each !== number);
  const facts = current().facts.filter((fact) => fact.subject === mention.thing || fact.object === mention.thing);
  return [
    back,
    make("h2", {}, thingElement(mention.thing)),
    make("p", { className: "kind" }, `${term(kind)} · ${key}`),
    make("p", { className: "kind" }, say("rule", mention)),
    ...(others.length ? [heading("also"), list(others.map(mentionButton))] : []),
    heading("factsOf"),
    facts.length ? list(facts.map(factEntry)) : make("p", {}, say("none")),
  ];
}

function drawPanel() {
  byId("panel").replaceChildren(...(state.marked === null ? textPanel() : mentionPanel(state.marked)));
  byId("panel").scrollTop = 0;
}

function drawLegend() {
  const counts = new Map();
  for (const { thing } of current().mentions) {
    const { kind } = content.things[thing];
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const rows = words.kinds.filter((kind) => counts.has(kind));
  const items = rows.map((kind) => make("li", { "data-kind": kind }, make("span", { className: "swatch" }), `${term(kind)} ${counts.get(kind)}`));
  byId("legend").replaceChildren(heading("legend"), list(items));
}
