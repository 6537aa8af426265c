// The page of queries: examples, the editor, and what the endpoint answers.

import { Answer } from "./answer.js";
import { Editor, tokens } from "./writing.js";

const by = (id) => document.getElementById(id);
const form = by("ask");
const ROWS = { JSON: "application/sparql-results+json", CSV: "text/csv", TSV: "text/tab-separated-values", XML: "application/sparql-results+xml" };
const GRAPH = { Turtle: "text/turtle", "JSON-LD": "application/ld+json", "N-Triples": "application/n-triples", "RDF/XML": "application/rdf+xml" };
const HEADER = /^#\+.*\n?/gmu; // what it says stands beside the editor
const FIRST = `SELECT ?city ?name WHERE {
  ?city a bay:City ; rdfs:label ?name .
}
LIMIT 100
`;
const NAMES = (things) => `SELECT ?thing ?name WHERE {
  VALUES ?thing { ${things.map((iri) => `<${iri}>`).join(" ")} }
  ?thing <http://www.w3.org/2000/01/rdf-schema#label>|<http://purl.org/dc/terms/title> ?name }`;
const languages = [document.documentElement.lang, ...navigator.languages.map((each) => each.split("-")[0]), "en"];

const { prefixes, examples, words } = await (await fetch("/examples")).json();
const editor = new Editor(by("text"), by("marks"), by("completions"), by("found"), prefixes, words);
const answer = new Answer(by("rows"), by("more"), prefixes, names);
let running = null;

function ask(query, accept, signal) {
  return fetch(form.action, { method: "POST", headers: { Accept: accept }, body: new URLSearchParams({ query }), signal });
}

async function names(things) {
  const safe = things.filter((iri) => !/[\s<>"{}|\\^`]/u.test(iri));
  const response = await ask(NAMES(safe), ROWS.JSON).catch(() => null);
  if (!response?.ok) return new Map();
  const { results } = await response.json();
  const rank = ({ name }) => {
    const place = languages.indexOf((name["xml:lang"] ?? "").split("-")[0]);
    return place < 0 ? languages.length : place;
  };
  const worstFirst = results.bindings.sort((one, other) => rank(other) - rank(one));
  return new Map(worstFirst.map(({ thing, name }) => [thing.value, name.value]));
}

async function run() {
  running?.abort();
  running = new AbortController();
  const mine = running;
  busy(true);
  tell(words.running);
  fail("");
  const began = performance.now();
  try {
    const response = await ask(editor.text, `${ROWS.JSON}, ${GRAPH.Turtle}`, mine.signal);
    if (response.ok) await show(response, began);
    else fail(await response.text());
  } catch (error) {
    if (error.name === "AbortError") tell(words.stopped);
    else fail(words.noAnswer);
  } finally {
    if (running === mine) busy(false);
  }
}

async function show(response, began) {
  const cut = response.headers.get("Baygraph-Cut-After");
  const isGraph = response.headers.get("Content-Type").startsWith(GRAPH.Turtle);
  const given = isGraph ? await response.text() : await response.json();
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  by("answer").hidden = false;
  if (isGraph) answer.text(given);
  else if ("boolean" in given) answer.text(given.boolean ? words.yes : words.no);
  else await answer.table(given);
  const rows = given.results ? words.rows.replace("{count}", given.results.bindings.length) : "";
  const said = [rows, words.seconds.replace("{seconds}", seconds), cut ? words.cut.replace("{limit}", cut) : ""];
  tell(said.filter(Boolean).join(" · "));
  offer(isGraph ? GRAPH : ROWS);
}

function offer(formats) {
  by("downloads").replaceChildren(`${words.save} `, ...Object.entries(formats).flatMap(([name, type]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => save(name, type));
    return [button, " "];
  }));
}

async function save(name, type) {
  const response = await ask(editor.text, type).catch(() => null);
  if (!response?.ok) {
    fail(response ? await response.text() : words.noAnswer);
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `answer.${{ Turtle: "ttl", "JSON-LD": "jsonld", "N-Triples": "nt", "RDF/XML": "rdf" }[name] ?? name.toLowerCase()}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function busy(yes) {
  by("stop").hidden = !yes;
  by("answer").setAttribute("aria-busy", String(yes));
}

function tell(text) { by("status").textContent = text; }

function fail(text) {
  by("error").hidden = !text;
  if (!text) return;
  tell("");
  by("answer").hidden = true;
  by("message").textContent = text;
  const place = text.match(/error at (\d+):(\d+)/u);
  by("goto").hidden = !place;
  by("goto").onclick = () => editor.goto(Number(place[1]), Number(place[2]));
}

function list() {
  const groups = new Map();
  for (const each of examples) {
    const group = each.topic || "others";
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  for (const [label, members] of groups) {
    const group = document.createElement("optgroup");
    group.label = label;
    group.append(...members.map((each) => new Option(each.title, each.name)));
    by("example").append(group);
  }
}

async function choose(name) {
  const example = examples.find((each) => each.name === name);
  by("parameters").hidden = !example?.parameters.length;
  by("question").textContent = example ? (languages.map((each) => example.question[each]).find(Boolean) ?? "") : "";
  by("reading").textContent = example?.reading ?? "";
  if (!example) return;
  by("example").value = name;
  by("fields").replaceChildren(...example.parameters.map((parameter) => {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.name = parameter.name;
    input.placeholder = parameter.example;
    label.append(parameter.name, " ", input, document.createElement("br"));
    const small = document.createElement("small");
    small.textContent = parameter.means;
    label.append(small);
    return label;
  }));
  await put(name, new URLSearchParams());
}

// The server puts the values into the query, as terms.
async function put(name, values) {
  const response = await fetch(`/examples/${name.split("/").map(encodeURIComponent).join("/")}?${values}`);
  const text = await response.text();
  if (response.ok) {
    editor.text = text.replaceAll(HEADER, "").trimStart();
    fail("");
  } else fail(text);
  return response.ok;
}

async function begin() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.get("query")) editor.text = given.get("query");
  else if (given.get("example")) await choose(given.get("example"));
  else if (!editor.text) {
    const used = [...new Set(tokens(FIRST).filter(({ kind }) => kind === "name").map(({ text }) => text.split(":")[0]))];
    editor.text = `${used.map((each) => `PREFIX ${each}: <${prefixes[each]}>\n`).join("")}\n${FIRST}`;
  }
}

form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
by("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
});
by("stop").addEventListener("click", () => running?.abort());
by("link").addEventListener("click", (event) => {
  event.preventDefault();
  location.hash = new URLSearchParams({ query: editor.text });
  navigator.clipboard?.writeText(location.href).then(() => tell(words.linkCopied), () => tell(words.linkShown));
});
by("example").addEventListener("change", () => choose(by("example").value));
by("parameters").addEventListener("submit", async (event) => {
  event.preventDefault();
  const values = [...new FormData(event.target)].filter(([, value]) => value.trim());
  if (await put(by("example").value, new URLSearchParams(values))) run();
});
addEventListener("hashchange", begin);
list();
await begin();
document.documentElement.dataset.ready = "true";
