// An answer as a table whose things lead to their pages. All that comes from the data is text, never markup.

const THINGS = "https://w3id.org/baygraph/id/";
const ONTOLOGY = "https://w3id.org/baygraph/ontology";
const AT_ONCE = 500; // rows that are drawn in one go
const NAMED = 400; // things whose names are asked for in one go

export class Answer {
  constructor(place, more, prefixes, name) {
    Object.assign(this, { place, more, prefixes, name });
    more.addEventListener("click", () => this.grow());
  }

  async table({ head, results }) {
    this.columns = head.vars;
    this.waiting = results.bindings;
    const table = document.createElement("table");
    const top = table.createTHead().insertRow();
    for (const column of this.columns) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = column;
      top.append(cell);
    }
    this.body = table.createTBody();
    this.place.replaceChildren(table);
    await this.grow();
  }

  text(text) {
    const pre = document.createElement("pre");
    pre.textContent = text;
    this.place.replaceChildren(pre);
    this.more.hidden = true;
  }

  async grow() {
    const rows = this.waiting.slice(0, AT_ONCE);
    this.waiting = this.waiting.slice(AT_ONCE);
    const links = new Map();
    for (const binding of rows) {
      const row = this.body.insertRow();
      for (const column of this.columns) this.fill(row.insertCell(), binding[column], links);
    }
    this.more.hidden = this.waiting.length === 0;
    const things = [...links.keys()];
    for (let from = 0; from < things.length; from += NAMED) {
      const names = await this.name(things.slice(from, from + NAMED));
      for (const [iri, name] of names) for (const link of links.get(iri) ?? []) link.textContent = name;
    }
  }

  fill(cell, term, links) {
    if (!term) return;
    if (term.type !== "uri") {
      cell.textContent = term.type === "triple" ? JSON.stringify(term.value) : term.value;
      if (term["xml:lang"]) cell.lang = term["xml:lang"];
      if (/#(integer|decimal|double|float)$/u.test(term.datatype ?? "")) cell.className = "number";
      return;
    }
    const address = this.address(term.value);
    const shown = document.createElement(address ? "a" : "span");
    shown.textContent = this.short(term.value);
    shown.title = term.value;
    if (address) {
      shown.href = address;
      if (!address.startsWith("/")) shown.rel = "noreferrer external";
    }
    cell.append(shown);
    if (term.value.startsWith(THINGS)) links.set(term.value, [...(links.get(term.value) ?? []), shown]);
  }

  address(iri) {
    if (iri.startsWith(THINGS)) return `/page/${encodeURI(iri.slice(THINGS.length)).replaceAll("%25", "%").replaceAll("?", "%3F").replaceAll("#", "%23")}`;
    if (iri.startsWith(ONTOLOGY)) return `/ontology${iri.slice(ONTOLOGY.length)}`;
    return /^https?:\/\//u.test(iri) ? iri : "";
  }

  short(iri) {
    const found = Object.entries(this.prefixes).filter(([, space]) => iri.startsWith(space))
      .sort(([, one], [, other]) => other.length - one.length)[0];
    return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
  }
}
