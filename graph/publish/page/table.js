// The same facts as a table, for who reads rather than looks, and for who listens.

const ROWS = 100;
let sorting = { column: "thing", down: false };

// Every fact and figure of the view, denied ones included, as rows of plain values.
function factRows() {
  const facts = content.facts.filter((fact) => {
    if (!view.things.has(fact.subject) || !passes(fact)) return false;
    return !("object" in fact) || view.things.has(fact.object);
  });
  const figures = content.figures.filter((figure) => figure.about.some((number) => view.things.has(number)) && passes(figure));
  return [...facts.map(factRow), ...figures.flatMap((figure) => figure.about.filter((number) => view.things.has(number)).map((number) => figureRow(figure, number)))];
}

function factRow(fact) {
  const value = "object" in fact ? nameOf(thingOf(fact.object)) : fact.value;
  return { number: fact.subject, thing: nameOf(thingOf(fact.subject)), property: term(fact.property), value, object: fact.object, told: fact };
}

function figureRow(figure, number) {
  return { number, thing: nameOf(thingOf(number)), property: figure.measure || term("value"), value: formatFigure(figure), told: figure };
}

const whenOf = (told) => [...new Set("about" in told && told.asOf ? [told.asOf] : yearsOf(told))].join(", ");
const titlesOf = (told) => documentsOf(told).map((place) => content.documents[place].title || content.documents[place].iri);

const COLUMNS = {
  thing: (row) => row.thing,
  property: (row) => row.property,
  value: (row) => row.value,
  statusColumn: (row) => say(statusOf(row.told)),
  when: (row) => whenOf(row.told),
  sourcesColumn: (row) => String(quotesOf(row.told).length),
};

function headCell(column) {
  const on = sorting.column === column;
  const sort = button(say(column), () => {
    sorting = { column, down: on && !sorting.down };
    drawTable();
    byId("table").querySelector(`[data-column=${column}]`).focus();
  }, { "data-column": column });
  return make("th", { scope: "col", "aria-sort": on ? (sorting.down ? "descending" : "ascending") : "none" }, sort);
}

function openTold(row) {
  if ("about" in row.told) openCard({ kind: "figure", of: row.told.id });
  else if ("object" in row.told && row.object !== row.number) openCard({ kind: "edge", of: [row.number, row.object] });
  else openThing(row.number);
}

function tableRow(row) {
  const value = row.object === undefined ? make("bdi", { className: "name", lang: row.told.language }, shortened(row.value, 200)) : goTo(row.object);
  const quotes = quotesOf(row.told).length;
  const sources = quotes ? button(say("quotes", { count: quotes }), () => openTold(row), { className: "link" }) : say("knownBefore");
  const property = make("bdi", { className: "name", lang: "about" in row.told ? row.told.language : state.language }, shortened(row.property, 80));
  const cells = [property, value, badge(row.told.modality) ?? say("stated"), whenOf(row.told), sources];
  // The roles hold where a narrow screen shows the cells below each other.
  return make("tr", { role: "row" }, make("th", { scope: "row", role: "rowheader" }, goTo(row.number)), ...cells.map((own) => make("td", { role: "cell" }, own)));
}

function sortedRows() {
  const rows = factRows();
  const order = new Intl.Collator(state.language, { numeric: true }).compare;
  const text = COLUMNS[sorting.column];
  const keyed = rows.map((row) => [text(row), row]);
  keyed.sort((a, b) => (sorting.down ? -1 : 1) * order(a[0], b[0]));
  return keyed.map(([, row]) => row);
}

function drawTable() {
  const rows = sortedRows();
  const body = make("tbody", {}, ...rows.slice(0, ROWS).map(tableRow));
  const caption = make("caption", {}, say("tableCaption", { count: counted(rows.length) }));
  const table = make("table", { role: "table" }, caption, make("thead", {}, make("tr", {}, ...Object.keys(COLUMNS).map(headCell))), body);
  let shown = ROWS;
  const more = button(say("moreRows"), () => {
    body.append(...rows.slice(shown, shown + 5 * ROWS).map(tableRow));
    shown += 5 * ROWS;
    more.hidden = shown >= rows.length;
  });
  more.hidden = shown >= rows.length;
  byId("table").replaceChildren(rows.length ? table : make("p", { className: "empty" }, say("nothingInView")), more);
}
