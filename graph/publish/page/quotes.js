// A fact or a figure with every quote that supports it, each marked inside its sentence.

const badge = (modality) => (modality ? make("span", { className: `badge ${modality}` }, say(modality)) : null);

function linkTo(address, ...text) {
  return make("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, ...text);
}

function sourceOf(document) {
  const title = nameElement(document.title || document.iri);
  const shown = isWebLink(document.source) ? linkTo(document.source, title) : title;
  const about = [document.publisher, document.issued].filter(Boolean).join(" · ");
  return make("span", { className: "source" }, shown, about ? make("span", { className: "muted" }, ` · ${about}`) : "");
}

function quoteElement(number, claim) {
  const quote = content.quotes[number];
  const document = content.documents[quote.document];
  const around = (text) => (text ? make("span", { className: "around" }, text) : "");
  const text = make("p", { lang: document.language, dir: "auto" }, around(quote.before), make("mark", {}, quote.text), around(quote.after));
  const how = `${say("rule")}: ${claim.rule} · ${say("confidence")}: ${claim.confidence}`;
  return make("blockquote", {}, text, make("footer", {}, sourceOf(document), make("div", { className: "muted" }, how, badge(claim.modality))));
}

const quoteElements = (claims) => claims.flatMap((claim) => claim.quotes.map((number) => quoteElement(number, claim)));

// One fact or figure: a line that opens to its quotes, which are made when they are first looked at.
function entry(told, open, ...line) {
  if (!told.claims.length) return make("li", { title: say("known") }, make("span", { className: "known" }, ...line));
  const own = make("span", {}, ...line, badge(told.modality));
  const details = make("details", { open }, make("summary", {}, own));
  const fill = () => details.childElementCount === 1 && details.append(...quoteElements(told.claims));
  if (open) fill();
  details.addEventListener("toggle", fill);
  return make("li", {}, details);
}

const MOST_ENTRIES = 40;

// A long list shows its beginning, and the rest when asked.
function listOf(items, makeItem, className = "") {
  const list = make("ul", { className }, ...items.slice(0, MOST_ENTRIES).map(makeItem));
  if (items.length <= MOST_ENTRIES) return list;
  const all = button(say("showAllOf", { count: counted(items.length) }), () => {
    all.parentElement.remove();
    list.append(...items.slice(MOST_ENTRIES).map(makeItem));
  }, { className: "link" });
  list.append(make("li", {}, all));
  return list;
}

function goTo(number) {
  return button(nameElement(shortened(nameOf(thingOf(number)))), () => openThing(number), { className: "link" });
}

const measureOf = (figure) => make("bdi", { className: "name", lang: figure.language }, ` ${figure.measure}`);

function figureLine(figure) {
  const amount = make("span", { className: "number" }, formatFigure(figure));
  const date = figure.asOf ? make("span", { className: "muted" }, ` · ${say("asOf", { date: figure.asOf })}`) : "";
  return [amount, figure.measure ? measureOf(figure) : "", date];
}

const figureEntry = (figure, open = false) => entry(figure, open, ...figureLine(figure));

const valueElement = (fact) => make("bdi", { className: "name", lang: fact.language }, fact.value);

function factLine(fact) {
  const object = "object" in fact ? goTo(fact.object) : valueElement(fact);
  return [goTo(fact.subject), make("span", { className: "muted" }, ` ${term(fact.property)} `), object];
}
