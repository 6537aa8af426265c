// The editor: a plain text area that screen readers and keyboards know, with its letters coloured behind it and
// completions that the server finds in the data. Tab leaves it, as it leaves every other field.

const TOKEN = new RegExp([
  String.raw`(?<comment>#[^\r\n]*)`,
  String.raw`(?<iri><[^\u0000-\u0020<>"{}|^\u0060\\]*>)`,
  String.raw`(?<string>"""(?:"{0,2}(?:[^"\\]|\\[^]))*(?:"""|$)|'''(?:'{0,2}(?:[^'\\]|\\[^]))*(?:'''|$)|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?)`,
  String.raw`(?<variable>[?$][\p{L}\p{N}_]+)`,
  String.raw`(?<name>[\p{L}\p{N}_.\-]*:[\p{L}\p{N}_.:\-%]*)`,
  String.raw`(?<word>[A-Za-z][A-Za-z_]*)`,
  String.raw`(?<rest>[^])`,
].join("|"), "gu");
const WORD = /[?$<]?[\p{L}\p{N}\p{M}_:.\-/#]*$/u;
const OPAQUE = new Set(["comment", "string"]);
const WAIT = 120; // milliseconds between a keystroke and the question to the server

export function tokens(text) {
  return Array.from(text.matchAll(TOKEN), (found) => {
    const [kind] = Object.entries(found.groups).find(([, value]) => value !== undefined);
    return { kind, text: found[0], start: found.index };
  });
}

export class Editor {
  constructor(area, marks, list, found, prefixes, words) {
    Object.assign(this, { area, marks, list, found, prefixes, words, shown: [], active: -1, asked: 0 });
    area.parentElement.classList.add("marked");
    area.addEventListener("input", () => { this.draw(); this.later(); });
    area.addEventListener("scroll", () => this.align());
    area.addEventListener("keydown", (event) => this.key(event));
    area.addEventListener("blur", () => this.close());
    new ResizeObserver(() => this.align()).observe(area);
    list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const place = [...list.children].indexOf(event.target.closest("li"));
      if (place >= 0) this.accept(place);
    });
    this.draw();
  }

  get text() { return this.area.value; }

  set text(value) {
    this.area.value = value;
    this.close();
    this.draw();
  }

  draw() {
    const parts = tokens(this.text).map(({ kind, text }) => {
      if (kind === "rest") return text;
      const span = document.createElement("span");
      span.className = kind;
      span.textContent = text;
      return span;
    });
    this.marks.replaceChildren(...parts, "\n");
    this.marks.normalize();
    this.align();
  }

  align() {
    this.marks.scrollTop = this.area.scrollTop;
    this.marks.scrollLeft = this.area.scrollLeft;
  }

  // The word before the caret, unless it stands in a comment or a string.
  word() {
    const end = this.area.selectionStart;
    const inside = tokens(this.text).find((each) => each.start < end && end <= each.start + each.text.length);
    const closed = inside && end === inside.start + inside.text.length && /^(["']).*\1$/su.test(inside.text);
    if (inside && OPAQUE.has(inside.kind) && !(inside.kind === "string" && closed)) return null;
    const [text] = this.text.slice(0, end).match(WORD);
    return { text, start: end - text.length, end };
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(false), WAIT);
  }

  async suggest(wanted) {
    const word = this.word();
    if (!word || (!wanted && [...word.text].length < 2 && !/\p{Script=Han}/u.test(word.text))) return this.close();
    const asked = ++this.asked;
    const found = word.text.startsWith("?") || word.text.startsWith("$")
      ? this.variables(word.text) : await this.named(word);
    if (asked === this.asked && document.activeElement === this.area) this.show(found, word);
    return undefined;
  }

  variables(begun) {
    const known = new Set(this.text.match(/[?$][\p{L}\p{N}_]+/gu));
    return [...known].filter((each) => each !== begun && each.startsWith(begun)).sort()
      .map((each) => ({ name: each, text: each, kind: "variable" }));
  }

  async named(word) {
    const before = this.text.slice(0, word.start).trimEnd();
    const kind = /(?:^|[\s;])(?:a|rdf:type)$/u.test(before) ? "class" : "";
    const query = new URLSearchParams({ q: word.text, kind });
    const answer = await fetch(`/complete?${query}`).catch(() => null);
    return answer?.ok ? answer.json() : [];
  }

  show(found, word) {
    this.shown = found;
    this.target = word;
    this.list.replaceChildren(...found.map((each, place) => {
      const item = document.createElement("li");
      item.id = `completion-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const small = document.createElement("small");
      small.textContent = `${each.text} · ${each.kind}`;
      item.append(each.name, document.createElement("br"), small);
      return item;
    }));
    this.active = -1;
    this.open(found.length > 0);
    if (found.length) this.place(word.start);
  }

  open(yes) {
    this.list.hidden = !yes;
    this.found.textContent = yes ? this.words.completionsFound.replace("{count}", this.shown.length) : "";
    if (!yes) this.area.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.shown = [];
    this.active = -1;
    this.open(false);
  }

  // The marks lie exactly under the letters, so their place is that of the word.
  place(offset) {
    const walker = document.createTreeWalker(this.marks, NodeFilter.SHOW_TEXT);
    let left = offset;
    let node = walker.nextNode();
    while (node && left > node.data.length) {
      left -= node.data.length;
      node = walker.nextNode();
    }
    const range = document.createRange();
    range.setStart(node ?? this.marks, node ? left : 0);
    if (node && left < node.data.length) range.setEnd(node, left + 1);
    const letter = range.getBoundingClientRect();
    const frame = this.area.parentElement.getBoundingClientRect();
    const lines = Number.parseFloat(getComputedStyle(this.area).lineHeight);
    const x = Math.min(letter.left - frame.left, frame.width - this.list.offsetWidth);
    this.list.style.left = `${Math.max(0, x)}px`;
    this.list.style.top = `${letter.top - frame.top + lines}px`;
  }

  key(event) {
    const { key } = event;
    if (key === " " && event.ctrlKey) {
      event.preventDefault();
      this.suggest(true);
    } else if (!this.shown.length) {
      return;
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.choose(this.active + (key === "ArrowDown" ? 1 : -1));
    } else if (key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (key === "Enter" && this.active >= 0 && !event.ctrlKey) {
      event.preventDefault();
      this.accept(this.active);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) {
      this.close();
    }
  }

  choose(place) {
    const items = [...this.list.children];
    this.active = (place + items.length) % items.length;
    items.forEach((item, each) => item.setAttribute("aria-selected", String(each === this.active)));
    items[this.active].scrollIntoView({ block: "nearest" });
    this.area.setAttribute("aria-activedescendant", items[this.active].id);
  }

  accept(place) {
    const { text } = this.shown[place];
    const { start, end } = this.target;
    this.close();
    this.write(start, end, text);
    const prefix = text.includes(":") && !text.startsWith("<") ? text.slice(0, text.indexOf(":")) : "";
    if (prefix && this.prefixes[prefix] && !this.declares(prefix)) {
      const line = `PREFIX ${prefix}: <${this.prefixes[prefix]}>\n`;
      const caret = this.area.selectionStart + line.length;
      this.write(0, 0, line);
      this.area.setSelectionRange(caret, caret);
    }
    this.close();
  }

  declares(prefix) {
    const words = tokens(this.text).filter(({ kind, text }) => kind !== "comment" && text.trim());
    return words.some(({ text }, place) => text === `${prefix}:` && /^prefix$/iu.test(words[place - 1]?.text ?? ""));
  }

  // As if it had been typed, so that it can be undone.
  write(start, end, text) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      this.area.setRangeText(text, start, end, "end");
      this.draw();
    }
  }

  // Puts the caret on a line and column, both counted from one.
  goto(line, column) {
    const before = this.text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const points = [...(this.text.split("\n")[line - 1] ?? "")].slice(0, column - 1).join("").length;
    this.area.focus();
    this.area.setSelectionRange(before + points, Math.min(before + points + 1, this.text.length));
  }
}
