// The view as a SPARQL query over the published graph: each row is a line of the view, or a thing by itself.
// What came about by filters is asked for by filters; things chosen one by one are named.

const PREFIXES = {
  bay: "https://w3id.org/baygraph/ontology#",
  dcterms: "http://purl.org/dc/terms/",
  graph: "https://w3id.org/baygraph/graph/",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
};

// Text is data here too: what cannot stand in an IRI or a string is escaped.
const iriTerm = (iri) => `<${iri.replace(/[\u0000-\u0020<>"{}|\\^`]/g, encodeURIComponent)}>`;
const stringTerm = (text) => JSON.stringify(text);
const bayTerms = (names) => names.map((name) => `bay:${name}`).join(" ");

// What merely follows from the rest stands in a graph of its own, which the page does not show.
const plainly = (pattern) => `GRAPH graph:baygraph { ${pattern} }`;
const claimed = (name, more = "") =>
  `GRAPH graph:evidence { ?${name} rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?other ${more}}`;
const fromDocument = (name, document) => claimed(name, `; bay:supportedBy/prov:wasDerivedFrom ?${document} `);
const unless = (name, value) => `FILTER NOT EXISTS { GRAPH graph:evidence { ?${name} bay:modality ${value} } }`;

// A line of the page: a plain triple, or a claim that is no denial.
function linePattern() {
  const properties = valuesEver.property.filter((name) => !state.without.property.has(name));
  return [
    `VALUES ?property { ${bayTerms(properties)} }`,
    `{ ${plainly("?thing ?property ?other")} }`,
    "UNION",
    `{ ${claimed("claim")} ${unless("claim", '"denied"')} }`,
    "FILTER(?thing != ?other)",
  ];
}

function statusFilter() {
  const { status } = state.without;
  const plain = `(EXISTS { ${claimed("plain")} ${unless("plain", "?any")} } || NOT EXISTS { ${claimed("known")} })`;
  return [...(status.has("stated") ? [`FILTER(!${plain})`] : []), ...(status.has("planned") ? [`FILTER(${plain})`] : [])];
}

function sourceFilter() {
  const { source } = state.without;
  if (!source.size) return [];
  const out = [...source].filter(Boolean).sort().map(stringTerm).join(", ");
  const language = `${plainly("?text dcterms:language ?language")}${out ? ` FILTER(?language NOT IN (${out}))` : ""}`;
  const kept = `EXISTS { ${fromDocument("source", "text")} ${language} }`;
  return [`FILTER(${kept}${source.has("") ? "" : ` || NOT EXISTS { ${claimed("unsaid")} }`})`];
}

function yearsFilter() {
  if (!state.from && !state.to) return [];
  const bounds = [state.from && `?year >= ${stringTerm(state.from)}`, state.to && `?year <= ${stringTerm(state.to)}`].filter(Boolean);
  return [
    `OPTIONAL { ${plainly("?thing bay:startDate ?start")} }`,
    `OPTIONAL { ${fromDocument("dated", "document")} ${plainly("?document dcterms:issued ?issued")} }`,
    "BIND(SUBSTR(STR(COALESCE(?start, ?issued)), 1, 4) AS ?year)",
    `FILTER(${bounds.join(" && ")})`,
  ];
}

// Which things: those of the classes that are on, or those in view by name.
function thingsPattern(variable) {
  if (isChosen()) return [`VALUES ?${variable} { ${[...view.things].map((number) => iriTerm(thingOf(number).iri)).join(" ")} }`];
  return [`VALUES ?${variable}Class { ${bayTerms(kindsEver.filter(isKindOn))} }`, plainly(`?${variable} a ?${variable}Class`)];
}

const indented = (lines) => lines.map((line) => `  ${line}`);

function queryText() {
  const lines = [...thingsPattern("thing"), ...thingsPattern("other"), ...linePattern(), ...statusFilter(), ...sourceFilter(), ...yearsFilter()];
  const alone = isChosen() || !filtersFacts() ? ["UNION", "{", ...indented([...thingsPattern("thing"), plainly("?thing a ?class")]), "}"] : [];
  const body = ["{", ...indented(lines), "}", ...alone];
  const prefixes = Object.entries(PREFIXES).map(([name, iri]) => `PREFIX ${name}: <${iri}>`);
  return [`# ${document.title.replace(/\s+/g, " ")}`, ...prefixes, "", "SELECT DISTINCT ?thing ?property ?other WHERE {", ...indented(body), "}", ""].join("\n");
}
