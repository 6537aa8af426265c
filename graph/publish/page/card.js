// The card: of a thing, of what is between two things, of a figure, of a place on the map, of a community.

// Facts under a heading, by property; `end` is the end of the fact that is not the card's own thing.
function factSection(heading, facts, end) {
  if (!facts.length) return [];
  const byProperty = new Map();
  for (const fact of facts) byProperty.set(fact.property, [...(byProperty.get(fact.property) ?? []), fact]);
  const value = (fact) => (end in fact ? goTo(fact[end]) : valueElement(fact));
  const groups = [...byProperty].flatMap(([property, own]) => [
    make("h3", {}, end === "subject" ? `← ${term(property)}` : `${term(property)} →`),
    listOf(own, (fact) => entry(fact, false, value(fact))),
  ]);
  return [make("h2", {}, say(heading)), ...groups];
}

function listSection(heading, className, items, makeItem) {
  return items.length ? [make("h2", {}, say(heading)), listOf(items, makeItem, className)] : [];
}

const nameItem = ([text, tag]) => make("li", {}, make("span", { className: "tag" }, tag), make("bdi", { className: "name", lang: tag }, text));

const linkItem = (link) => make("li", {}, isWebLink(link) ? linkTo(link, link) : link);

const mentionItem = ([document, count]) =>
  make("li", {}, sourceOf(content.documents[document]), make("span", { className: "muted" }, ` · ${say("times", { count })}`));

function datesOf(number) {
  const [start, end] = ["startDate", "endDate"].map(
    (property) => factsFrom[number].find((fact) => fact.property === property && fact.modality !== "denied")?.value,
  );
  const text = [start, end].filter(Boolean).join(" – ");
  return text ? make("p", { className: "dates" }, make("time", {}, text)) : "";
}

function kindsOf(thing) {
  return make("p", { className: "kinds" }, ...thing.types.map((kind) => make("span", {}, swatch(kind), " ", kindElement(kind))));
}

function thingCard(number) {
  const thing = thingOf(number);
  const figures = figuresOf[number];
  return [
    cardHeader(nameElement(nameOf(thing))),
    kindsOf(thing),
    datesOf(number),
    actionsOf(number),
    ...pathSteps(number),
    ...(figures.length ? [make("h2", {}, say("figuresOf")), ...chartSection(figures)] : []),
    figures.length ? listOf(figures, (figure) => figureEntry(figure), "figures") : "",
    ...factSection("outward", factsFrom[number], "object"),
    ...factSection("inward", factsTo[number], "subject"),
    ...listSection("names", "names", thing.names, nameItem),
    ...listSection("elsewhere", "links", thing.links, linkItem),
    ...listSection("mentions", "mentions", Object.entries(thing.mentions), mentionItem),
  ];
}

// What one can do from a thing: look around it, open and fold its neighbours, look for a way to another.
function actionsOf(number) {
  const steps = [1, 2, 3].map((count) => {
    const on = state.focus?.thing === number && state.focus.steps === count;
    return button(String(count), () => focusOn(number, on ? 0 : count), { "aria-pressed": String(on), "aria-label": say("focusSteps", { count }), title: say("focusSteps", { count }) });
  });
  const shown = state.shown.has(number);
  const folded = state.folded.has(number);
  return make(
    "div",
    { className: "actions" },
    make("span", { className: "steps", role: "group", "aria-label": say("focus") }, make("span", { className: "muted" }, say("focus")), ...steps),
    button(say("showNeighbours"), () => toggleNeighbours("shown", number), { "aria-pressed": String(shown), "data-do": "show" }),
    button(say("hideNeighbours"), () => toggleNeighbours("folded", number), { "aria-pressed": String(folded), "data-do": "hide" }),
    button(say("pathFrom"), () => startPath(number), { "data-do": "path" }),
  );
}

// The way that was looked for, step by step, on the card of either of its ends.
function pathSteps(number) {
  if (!view.path || ![state.path.from, state.path.to].includes(number)) return [];
  const title = make("h2", {}, say("path"));
  if (!view.path.length) return [title, make("p", { className: "muted" }, say("noPath"))];
  const items = view.path.slice(1).flatMap((to, place) => factsBetween(view.path[place], to).filter((fact) => isLine(fact) && passes(fact)));
  return [title, listOf(items, (fact) => entry(fact, false, ...factLine(fact)), "facts")];
}

const factsBetween = (one, other) => [
  ...factsFrom[one].filter((fact) => fact.object === other),
  ...factsFrom[other].filter((fact) => fact.object === one),
];

function edgeCard([one, other]) {
  const title = [one, other].map((end) => nameElement(shortened(nameOf(thingOf(end)))));
  const items = factsBetween(one, other);
  return [cardHeader(title[0], " — ", title[1]), listOf(items, (fact) => entry(fact, true, ...factLine(fact)), "facts")];
}

// What is between two communities, or between one and a thing.
function lineCard(id) {
  const line = drawn.lines.get(id);
  const name = (end) => (groupOfId(end) === null ? nameOf(thingOf(end)) : groupName(groupOfId(end), drawn.circles.get(groupOfId(end))));
  const title = [line.from, line.to].map((end) => nameElement(shortened(name(end))));
  return [cardHeader(title[0], " — ", title[1]), listOf(line.facts, (fact) => entry(fact, false, ...factLine(fact)), "facts")];
}

function figureCard(number) {
  const figure = content.figures[number];
  const about = make("p", { className: "about" }, ...figure.about.map(goTo));
  return [cardHeader(...figureLine(figure)), about, make("ul", { className: "figures" }, figureEntry(figure, true))];
}

const thingItem = (number) => make("li", {}, swatch(thingOf(number).kind), " ", goTo(number));

function placeCard(place) {
  const there = [...view.things].filter((number) => spotOf(number) === place && number !== place).sort(byDegree);
  return [
    cardHeader(nameElement(nameOf(thingOf(place)))),
    kindsOf(thingOf(place)),
    make("p", {}, button(say("openCard"), () => openThing(place))),
    ...listSection("thingsHere", "things", there, thingItem),
  ];
}

function groupCard(group) {
  const members = communities[group].filter((number) => view.things.has(number)).sort(byDegree);
  const open = state.opened.has(group);
  return [
    cardHeader(nameElement(groupName(group, members.length))),
    make("p", { className: "kinds" }, say("community")),
    make("div", { className: "actions" }, button(say(open ? "closeGroup" : "openGroup"), () => switchGroup(group), { "data-do": "group" })),
    ...listSection("thingsHere", "things", members, thingItem),
  ];
}

const CARD_OF = { thing: thingCard, edge: edgeCard, line: lineCard, figure: figureCard, place: placeCard, group: groupCard };

function drawCard() {
  const card = byId("card");
  if (state.card?.kind === "line" && !drawn.lines.has(state.card.of)) state.card = null;
  card.hidden = !state.card;
  card.replaceChildren(...(state.card ? CARD_OF[state.card.kind](state.card.of).filter((part) => part !== "") : []));
}

function cardHeader(...title) {
  const close = button("×", closeCard, { className: "icon", title: say("close"), "aria-label": say("close") });
  return make("header", {}, make("h1", {}, ...title), close);
}
