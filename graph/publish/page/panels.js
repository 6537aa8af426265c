// The legend, the search box and the tooltip.

function drawLegend() {
  const counts = new Map();
  for (const { kind } of content.things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rows = Object.keys(words.looks).filter((kind) => counts.has(kind));
  byId("legend").replaceChildren(make("h2", {}, say("legend")), ...rows.map((kind) => legendRow(kind, counts.get(kind))));
  byId("legend").hidden = rows.length === 0;
}

function legendRow(kind, count) {
  const shown = String(!state.hidden.has(kind));
  const number = make("span", { className: "count" }, String(count));
  const row = make("button", { type: "button", "aria-pressed": shown, "data-kind": kind }, swatch(kind), kindElement(kind), number);
  row.addEventListener("click", () => toggleKind(kind));
  return row;
}

function toggleKind(kind) {
  if (!state.hidden.delete(kind)) state.hidden.add(kind);
  hideKinds();
  drawLegend();
}

const searchable = content.things.map((thing) => [...thing.names.map(([text]) => text), thing.key.replaceAll("-", " ")]);
const folded = searchable.map((forms) => forms.map(fold));

// How well a thing answers: 0 a name is the text, 1 one starts with it, 2 a word of one does, 3 one holds it.
function match(number, wanted) {
  let best = null;
  folded[number].forEach((form, place) => {
    const at = form.indexOf(wanted);
    if (at < 0) return;
    const rank = form === wanted ? 0 : at === 0 ? 1 : form.includes(` ${wanted}`) ? 2 : 3;
    if (!best || rank < best.rank) best = { number, rank, form: searchable[number][place] };
  });
  return best;
}

function find(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const links = (number) => factsFrom[number].length + factsTo[number].length;
  return content.things
    .map((_, number) => match(number, wanted))
    .filter((hit) => hit)
    .sort((a, b) => a.rank - b.rank || links(b.number) - links(a.number))
    .slice(0, 30);
}

const search = byId("search");
const found = byId("found");

function showFound() {
  const hits = find(search.value);
  const items = hits.map((hit, place) => foundItem(hit, place));
  const none = make("li", { className: "muted" }, say("nothingFound"));
  found.replaceChildren(...(items.length ? items : [none]));
  found.hidden = !search.value.trim();
  search.setAttribute("aria-expanded", String(!found.hidden));
  chooseFound(0);
}

function foundItem({ number, form }, place) {
  const name = nameOf(content.things[number]);
  const other = form === name ? "" : make("bdi", { className: "name other" }, shortened(form));
  const properties = { id: `found-${place}`, role: "option", "data-number": String(number) };
  const lines = make("div", {}, nameElement(shortened(name)), other);
  const item = make("li", properties, swatch(content.things[number].kind), lines);
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
}

// The first quote about something: of a fact that it is the subject of, else of any.
function firstQuote(facts) {
  const claims = facts.flatMap((fact) => fact.claims);
  const number = claims.flatMap((claim) => claim.quotes)[0];
  return number === undefined ? null : content.quotes[number];
}

function tipQuote(facts) {
  const quote = firstQuote(facts);
  if (!quote) return [];
  const document = content.documents[quote.document];
  return [
    make("p", { className: "said", lang: document.language, dir: "auto" }, shortened(quote.text, 300)),
    make("p", { className: "muted" }, nameElement(document.title || document.iri)),
  ];
}

function nodeTip(number) {
  const thing = content.things[number];
  const facts = [...factsFrom[number], ...figuresOf[number], ...factsTo[number]];
  return [make("strong", {}, nameElement(shortened(nameOf(thing)))), make("p", { className: "muted" }, swatch(thing.kind), " ", kindElement(thing.kind)), ...tipQuote(facts)];
}

function edgeTip(number) {
  const facts = edges.get(number).facts.map((place) => content.facts[place]);
  const short = (place) => nameElement(shortened(nameOf(content.things[place])));
  const lines = facts.map((fact) => make("p", {}, short(fact.subject), " ", make("strong", {}, term(fact.property)), " ", short(fact.object), badge(fact.modality)));
  return [...lines, ...tipQuote(facts)];
}

function showTip(children, { x, y }) {
  const tip = byId("tip");
  tip.replaceChildren(...children);
  tip.hidden = false;
  const space = byId("graph");
  tip.style.left = `${Math.max(4, Math.min(x + 14, space.clientWidth - tip.offsetWidth - 4))}px`;
  const below = y + 18;
  tip.style.top = `${below + tip.offsetHeight > space.clientHeight ? Math.max(4, y - tip.offsetHeight - 12) : below}px`;
}

const hideTip = () => {
  byId("tip").hidden = true;
};
