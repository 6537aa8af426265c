// What happens when: texts, marks, keys, languages and the theme.

function open(number) {
  state.marked = number;
  mark();
  quote([]);
  drawPanel();
}

function close() {
  const place = byId("text").querySelector(".open");
  state.marked = null;
  mark();
  quote([]);
  drawPanel();
  place?.focus();
}

function drawCounts() {
  const { mentions, facts, rejected } = current();
  byId("counts").textContent = say("counts", { mentions: mentions.length, facts: facts.length, rejected: rejected.length });
}

function show(number) {
  state.text = number;
  state.marked = null;
  byId("documents").value = String(number);
  drawText();
  drawCounts();
  drawPanel();
  drawLegend();
  history.replaceState(null, "", `#text=${encodeURIComponent(current().id)}`);
}

const listed = () => [...byId("documents").options].map((option) => Number(option.value));

function step(by) {
  const numbers = listed();
  const at = numbers.indexOf(state.text) + by;
  show(numbers[(at + numbers.length) % numbers.length]);
}

function listTexts() {
  const wanted = byId("languages").value;
  const numbers = content.texts.map((_, number) => number).filter((number) => !wanted || content.texts[number].language === wanted);
  byId("documents").replaceChildren(...numbers.map((number) => make("option", { value: String(number) }, content.texts[number].title)));
  show(numbers.includes(state.text) ? state.text : numbers[0]);
}

function moveFocus(by) {
  const marks = pieces().filter((each) => each.tabIndex === 0 && each.dataset.mention);
  const at = marks.indexOf(document.activeElement);
  marks[(at + by + marks.length) % marks.length]?.focus();
}

function keyPressed(event) {
  const onMark = document.activeElement?.dataset.mention !== undefined;
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") close();
  else if (onMark && by) moveFocus(by);
  else if (onMark && (event.key === "Enter" || event.key === " ")) open(Number(document.activeElement.dataset.mention));
  else return;
  event.preventDefault();
}

function writeWords() {
  document.documentElement.lang = state.language;
  document.title = `Baygraph · ${say("title")}`;
  for (const id of ["documents", "languages", "previous", "next", "labels", "theme"]) {
    byId(id).setAttribute("aria-label", say(id));
    byId(id).title = say(id);
  }
  byId("hint").textContent = say("hint");
  byId("languages").options[0].textContent = say("any");
  drawCounts();
  drawPanel();
  drawLegend();
}

function chooseTheme(theme) {
  state.theme = theme;
  document.documentElement.dataset.theme = theme;
}

function listen() {
  byId("text").addEventListener("click", ({ target }) => {
    if (target.dataset.mention) open(Number(target.dataset.mention));
  });
  byId("documents").addEventListener("change", ({ target }) => show(Number(target.value)));
  byId("languages").addEventListener("change", listTexts);
  byId("previous").addEventListener("click", () => step(-1));
  byId("next").addEventListener("click", () => step(1));
  byId("theme").addEventListener("click", () => chooseTheme(state.theme === "dark" ? "light" : "dark"));
  byId("labels").addEventListener("change", ({ target }) => {
    state.language = target.value;
    writeWords();
  });
  addEventListener("keydown", keyPressed);
}

function start() {
  const languages = Object.keys(words.page);
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  state.language = spoken.find((language) => languages.includes(language)) ?? languages[0];
  byId("labels").append(...languages.map((value) => make("option", { value }, words.page[value].language)));
  byId("labels").value = state.language;
  const read = [...new Set(content.texts.map((text) => text.language))].sort();
  byId("languages").append(make("option", { value: "" }), ...read.map((value) => make("option", { value }, value)));
  chooseTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const asked = new URLSearchParams(location.hash.slice(1)).get("text");
  state.text = Math.max(0, content.texts.findIndex((text) => text.id === asked));
  listTexts();
  writeWords();
  listen();
  document.documentElement.setAttribute("data-drawn", "true");
}

start();
