// The current view as a file: a picture, a table, a query.

function saveFile(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A spreadsheet must not take a text for a formula.
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.]+$/.test(text) ? `'${text}` : text);
const cell = (text) => `"${harmless(String(text)).replaceAll('"', '""')}"`;

function csvText() {
  const head = ["iri", "thing", "property", "value", "value_iri", "unit", "status", "when", "rules", "sources", "quotes"];
  const rows = factRows().map(({ number, thing, property, value, object, told }) => {
    const figure = "about" in told;
    const quotes = quotesOf(told).map((quote) => content.quotes[quote].text);
    const rules = [...new Set(told.claims.map((claim) => claim.rule))];
    return [
      thingOf(number).iri,
      thing,
      property,
      figure ? told.value : value,
      object === undefined ? "" : thingOf(object).iri,
      figure ? told.unit : "",
      statusOf(told),
      whenOf(told),
      rules.join("; "),
      titlesOf(told).join(" | "),
      quotes.join(" | "),
    ];
  });
  // The mark of the byte order tells spreadsheets that the letters are in UTF-8.
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const SAVERS = {
  png: async () => saveFile("baygraph.png", await picturePixels(), "image/png"),
  svg: () => saveFile("baygraph.svg", pictureText(), "image/svg+xml"),
  csv: () => saveFile("baygraph.csv", csvText(), "text/csv"),
  sparql: () => showQuery(),
};

function showQuery() {
  const text = queryText();
  const copy = button(say("copy"), async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = say("copied");
  });
  const close = button("×", () => byId("query").close(), { className: "icon", "aria-label": say("close") });
  const save = button(say("saveFile"), () => saveFile("baygraph.rq", text, "application/sparql-query"));
  byId("query").replaceChildren(
    make("header", {}, make("h1", {}, say("queryTitle")), close),
    make("p", { className: "muted" }, say("queryNote")),
    make("pre", { tabIndex: 0 }, text),
    make("div", { className: "actions" }, copy, save),
  );
  byId("query").showModal();
}

function toggleSaving(open = byId("saving").hidden) {
  byId("saving").hidden = !open;
  byId("save").setAttribute("aria-expanded", String(open));
  if (!open) return;
  const choices = Object.keys(SAVERS).map((kind) =>
    button(say(`save_${kind}`), () => {
      toggleSaving(false);
      SAVERS[kind]();
    }, { "data-save": kind }),
  );
  byId("saving").replaceChildren(...choices);
  choices[0].focus();
}
