// What happens when: language, theme, clicks, and the view that the address names.

function openCard(children) {
  const card = byId("card");
  card.replaceChildren(...children);
  card.scrollTop = 0;
  card.hidden = false;
}

function openThing(number) {
  if (state.hidden.delete(content.things[number].kind)) {
    hideKinds();
    drawLegend();
  }
  state.open = () => openCard(thingCard(number));
  state.open();
  showNode(number);
  history.replaceState(null, "", `#thing=${encodeURIComponent(content.things[number].key)}`);
}

function openEdge(number) {
  state.open = () => openCard(edgeCard(number));
  state.open();
}

function closeCard() {
  byId("card").hidden = true;
  state.open = null;
  network.unselectAll();
  history.replaceState(null, "", location.pathname + location.search);
}

function openAddress() {
  const key = new URLSearchParams(location.hash.slice(1)).get("thing");
  if (numberOf.has(key)) openThing(numberOf.get(key));
}

function writeWords() {
  document.documentElement.lang = state.language;
  document.title = `Baygraph · ${say("title")}`;
  const counts = Object.fromEntries(["things", "facts", "figures", "documents"].map((list) => [list, content[list].length]));
  byId("counts").textContent = say("counts", counts);
  search.placeholder = say("search");
  for (const [id, word] of [["search", "search"], ["language", "labels"], ["theme", "theme"], ["fit", "fit"], ["legend", "legend"]]) {
    byId(id).setAttribute("aria-label", say(word));
    byId(id).title = say(word);
  }
  byId("hint").textContent = say(content.things.length ? "hint" : "empty");
  drawLegend();
  state.open?.();
}

function chooseLanguage(language) {
  state.language = language;
  writeWords();
  network.redraw();
}

function chooseTheme(theme) {
  state.theme = theme;
  document.documentElement.dataset.theme = theme;
  paintNetwork();
  network.redraw();
}

function clicked({ nodes: [node], edges: [edge], pointer }) {
  hideTip();
  const number = node ?? labelAt(pointer.DOM);
  if (number !== undefined) openThing(number);
  else if (edge !== undefined) openEdge(edge);
  else closeCard();
}

function keyPressed(event) {
  if (event.key === "Escape") closeCard();
  if (event.key === "/" && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  }
}

function listen() {
  network.on("click", clicked);
  network.on("afterDrawing", drawLabels);
  network.on("zoom", widenLines);
  network.on("animationFinished", widenLines);
  network.on("hoverNode", ({ node, pointer }) => showTip(nodeTip(node), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => showTip(edgeTip(edge), pointer.DOM));
  for (const moment of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(moment, hideTip);
  search.addEventListener("input", showFound);
  search.addEventListener("keydown", searchKey);
  search.addEventListener("blur", closeFound);
  byId("language").addEventListener("change", (event) => chooseLanguage(event.target.value));
  byId("theme").addEventListener("click", () => chooseTheme(state.theme === "dark" ? "light" : "dark"));
  byId("fit").addEventListener("click", () => network.fit({ animation: !still.matches }));
  addEventListener("keydown", keyPressed);
  addEventListener("hashchange", openAddress);
}

function start() {
  const languages = Object.keys(words.page);
  byId("language").append(...languages.map((value) => make("option", { value }, words.page[value].language)));
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  state.language = wanted.find((language) => languages.includes(language)) ?? languages[0];
  byId("language").value = state.language;
  chooseTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  chooseLanguage(state.language);
  listen();
  network.once("afterDrawing", () => document.documentElement.setAttribute("data-drawn", "true"));
  network.fit();
  widenLines();
  openAddress();
}

// For who explores the drawing from the browser's console.
window.baygraph = Object.freeze({ content, network, open: openThing, labels: () => placed });

start();
