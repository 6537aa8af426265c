// The card of a thing or of a line: facts, figures, and the quotes that they rest on.

function goTo(number) {
  const button = make("button", { type: "button", className: "goto" }, nameElement(shortened(nameOf(content.things[number]))));
  button.addEventListener("click", () => openThing(number));
  return button;
}

const badge = (modality) => (modality ? make("span", { className: "badge" }, say(modality)) : null);

function sourceOf(document) {
  const title = document.title || document.iri;
  const shown = isWebLink(document.source)
    ? make("a", { href: document.source, rel: "noreferrer noopener", target: "_blank" }, nameElement(title))
    : nameElement(title);
  return make("span", {}, shown, document.issued ? make("time", {}, ` · ${document.issued}`) : "");
}

function quoteElement(number, claim) {
  const quote = content.quotes[number];
  const document = content.documents[quote.document];
  const how = `${say("rule")}: ${claim.rule} · ${say("confidence")}: ${claim.confidence}`;
  const text = make("p", { lang: document.language, dir: "auto" }, quote.text);
  return make("blockquote", {}, text, make("footer", {}, sourceOf(document), make("br"), how, badge(claim.modality)));
}

const quoteElements = (claims) =>
  claims.flatMap((claim) => claim.quotes.map((number) => quoteElement(number, claim)));

// One fact or figure: a line that opens to its quotes.
function entry(claims, modality, open, ...line) {
  const quotes = quoteElements(claims);
  if (!quotes.length) return make("li", { title: say("known") }, ...line);
  const summary = make("summary", {}, make("span", {}, ...line, badge(modality)));
  return make("li", {}, make("details", { open }, summary, ...quotes));
}

function figureEntry(figure) {
  const amount = make("span", { className: "number" }, formatFigure(figure));
  const measure = make("bdi", { className: "name", lang: figure.language }, ` ${figure.measure}`);
  const date = figure.asOf ? make("span", { className: "muted" }, ` ${say("asOf", { date: figure.asOf })}`) : null;
  return entry(figure.claims, figure.modality, false, amount, measure, date);
}

function valueOf(fact, end) {
  return end in fact ? goTo(fact[end]) : make("bdi", { className: "name", lang: fact.language }, fact.value);
}

// Facts under a heading, by property; `end` is the end of the fact that is not the card's own thing.
function factSection(heading, facts, end) {
  if (!facts.length) return [];
  const byProperty = Map.groupBy
    ? Map.groupBy(facts, (fact) => fact.property)
    : facts.reduce((all, fact) => all.set(fact.property, [...(all.get(fact.property) ?? []), fact]), new Map());
  const groups = [...byProperty].flatMap(([property, own]) => [
    make("h3", {}, end === "subject" ? `← ${term(property)}` : `${term(property)} →`),
    make("ul", {}, ...own.map((fact) => entry(fact.claims, fact.modality, false, valueOf(fact, end)))),
  ]);
  return [make("h2", {}, say(heading)), ...groups];
}

function listSection(heading, className, items) {
  return items.length ? [make("h2", {}, say(heading)), make("ul", { className }, ...items)] : [];
}

const nameItem = ([text, tag]) => make("li", {}, make("span", { className: "tag" }, tag), make("bdi", { className: "name", lang: tag }, text));

const linkItem = (link) =>
  make("li", {}, isWebLink(link) ? make("a", { href: link, rel: "noreferrer noopener", target: "_blank" }, link) : link);

const mentionItem = ([document, count]) =>
  make("li", {}, sourceOf(content.documents[document]), make("span", { className: "muted" }, ` ${say("times", { count })}`));

function thingCard(number) {
  const thing = content.things[number];
  const kinds = thing.types.map((kind) => make("span", {}, swatch(kind), " ", kindElement(kind)));
  return [
    cardHeader(nameElement(nameOf(thing))),
    make("p", { className: "kinds" }, ...kinds),
    ...listSection("figuresOf", "figures", figuresOf[number].map(figureEntry)),
    ...factSection("outward", factsFrom[number], "object"),
    ...factSection("inward", factsTo[number], "subject"),
    ...listSection("names", "names", thing.names.map(nameItem)),
    ...listSection("elsewhere", "links", thing.links.map(linkItem)),
    ...listSection("mentions", "mentions", Object.entries(thing.mentions).map(mentionItem)),
  ];
}

function edgeCard(number) {
  const edge = edges.get(number);
  const facts = edge.facts.map((place) => content.facts[place]);
  const line = (fact) => [goTo(fact.subject), ` ${term(fact.property)} `, goTo(fact.object)];
  const [one, other] = [edge.from, edge.to].map((end) => nameElement(shortened(nameOf(content.things[end]))));
  const entries = facts.map((fact) => entry(fact.claims, fact.modality, true, ...line(fact)));
  return [cardHeader(one, " — ", other), make("ul", { className: "facts" }, ...entries)];
}

function cardHeader(...title) {
  const close = make("button", { type: "button", title: say("close"), "aria-label": say("close") }, "×");
  close.addEventListener("click", closeCard);
  return make("header", {}, make("h1", {}, ...title), close);
}
