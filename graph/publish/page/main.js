// What happens when: every change goes the same way, from the state to what is drawn and to the address.

const DRAW = { map: drawMap, timeline: drawTimeline, table: drawTable };

function drawPage() {
  document.documentElement.lang = state.language;
  document.documentElement.dataset.theme = state.theme;
  view = computeView();
  writeWords();
  drawView();
  drawCard();
  showStage();
  drawFacets();
  drawPanels();
}

function changed({ store = true } = {}) {
  view = computeView();
  drawView();
  drawCard();
  DRAW[state.view]?.();
  drawFacets();
  drawPanels();
  if (store) remember();
}

function showStage() {
  for (const name of ["map", "timeline", "table"]) byId(name).hidden = state.view !== name;
  byId("graph").classList.toggle("away", state.view !== "graph");
  byId("zoom").hidden = !["graph", "map"].includes(state.view);
  for (const each of byId("views").children) each.setAttribute("aria-pressed", String(each.dataset.view === state.view));
  DRAW[state.view]?.();
}

function openCard(card) {
  state.card = card;
  hideTip();
  drawCard();
  byId("card").scrollTop = 0;
  byId("card").focus({ preventScroll: true });
  remember();
}

// A thing that is looked at is in view, whatever the filters say; one that is not drawn gets drawn.
function openThing(number) {
  if (state.path?.to === null && state.path.from !== number) state.path.to = number;
  const seen = view.things.has(number) && !state.path;
  if (!view.things.has(number)) state.kept.add(number);
  state.card = { kind: "thing", of: number };
  hideTip();
  if (seen && !drawn.dots.length) drawCard();
  else changed({ store: false });
  byId("card").scrollTop = 0;
  byId("card").focus({ preventScroll: true });
  if (state.path && view.path?.length > 1) fitView();
  else showNodes([number]);
  remember();
}

function openNode(id) {
  const group = groupOfId(id);
  if (group === null) openThing(id);
  else switchGroup(group);
}

function switchGroup(group) {
  toggleGroup(group);
  state.card = { kind: "group", of: group };
  changed();
  showGroup(group);
}

function closeCard() {
  state.card = null;
  network.unselectAll();
  drawCard();
  byId("graph").focus({ preventScroll: true });
  remember();
}

function focusOn(thing, steps) {
  Object.assign(state, { focus: steps ? { thing, steps } : null, path: null });
  changed();
  fitView();
}

function toggleNeighbours(which, number) {
  const other = which === "shown" ? "folded" : "shown";
  state[other].delete(number);
  if (!state[which].delete(number)) state[which].add(number);
  changed();
}

function startPath(from) {
  Object.assign(state, { path: { from, to: null }, focus: null });
  changed();
  search.focus();
}

function clicked({ nodes: [node], edges: [edge], pointer }) {
  hideTip();
  pointed = null;
  const id = node ?? labelAt(pointer.DOM) ?? dotAt(pointer.canvas);
  const near = groupOfId(id) === null ? undefined : dotAt(pointer.canvas);
  // From afar a circle is meant, from near the dot in it.
  if (near !== undefined && network.getScale() > 0.5) openThing(near);
  else if (id !== undefined) openNode(id);
  else if (edge !== undefined) openLine(edge);
  else if (bundleAt(pointer.canvas)) openLine(bundleAt(pointer.canvas));
  else if (state.card) closeCard();
}

function openLine(id) {
  const { from, to } = drawn.lines.get(id);
  openCard(!isBundle({ from, to }) ? { kind: "edge", of: [from, to] } : { kind: "line", of: id });
}

function toggleFilters(open) {
  document.body.classList.toggle("filtering", open);
  byId("filters").setAttribute("aria-expanded", String(open));
}

// What shows a sign instead of a word says the word to those who ask for it.
const TITLES = { search: "search", language: "languages", theme: "theme", fit: "fit", nearer: "nearer", further: "further", back: "back", forward: "forward" };

function writeWords() {
  document.title = `Baygraph · ${say("title")}`;
  const counts = Object.fromEntries(["things", "facts", "figures", "documents"].map((list) => [list, counted(content[list].length)]));
  byId("counts").textContent = say("counts", counts);
  byId("views").setAttribute("aria-label", say("views"));
  byId("views").replaceChildren(...VIEWS.map((name) => button(say(name), () => chooseView(name), { "data-view": name })));
  search.placeholder = say("search");
  for (const [id, word] of Object.entries(TITLES)) {
    byId(id).setAttribute("aria-label", say(word));
    byId(id).title = say(word);
  }
  for (const id of ["filters", "save"]) byId(id).textContent = say(id);
  byId("graph").setAttribute("aria-label", say("graphKeys"));
  byId("side").setAttribute("aria-label", say("filters"));
  byId("card").setAttribute("aria-label", say("card"));
  byId("language").value = state.language;
  byId("hint").textContent = say(content.things.length ? "hint" : "empty");
}

function chooseView(name) {
  state.view = name;
  showStage();
  drawPanels();
  remember();
}

function choose(change) {
  Object.assign(state, change);
  drawPage();
  paintNetwork();
  remember();
}

// Go where the address says: by the browser's own history, or by a link that was pasted.
function goToAddress() {
  readAddress();
  drawPage();
  paintNetwork();
  lookWhereAsked();
}

function lookWhereAsked() {
  address.last = location.hash.slice(1);
  if (state.focus || state.path) fitView();
  else if (state.card?.kind === "thing") showNodes([state.card.of]);
  else if (state.card?.kind === "edge") showEdge(state.card.of);
  else if (state.card?.kind === "group") showGroup(state.card.of);
}

function listenToGraph() {
  network.on("click", clicked);
  network.on("beforeDrawing", drawDots);
  network.on("afterDrawing", drawLabels);
  // Once the drawing is done: what changes the options draws again.
  network.on("afterDrawing", () => setTimeout(widenLines));
  network.on("hoverNode", ({ node, pointer }) => showTip(nodeTip(node), pointer.DOM));
  network.on("hoverEdge", ({ edge, pointer }) => drawn.lines.has(edge) && showTip(edgeTip(edge), pointer.DOM));
  for (const moment of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(moment, hideTip);
  byId("graph").addEventListener("keydown", graphKey);
  // One stop for the keyboard is enough: the drawing itself, which says what its keys do.
  byId("graph").querySelector(".vis-network").tabIndex = -1;
}

function listen() {
  const zoom = (factor) => (state.view === "map" ? zoomMap(factor) : zoomBy(factor));
  const presses = {
    back: () => history.back(),
    forward: () => history.forward(),
    theme: () => choose({ theme: state.theme === "dark" ? "light" : "dark" }),
    fit: () => (state.view === "map" ? lookAt(null) : fitView()),
    nearer: () => zoom(1.5),
    further: () => zoom(1 / 1.5),
    filters: () => toggleFilters(!document.body.classList.contains("filtering")),
    save: () => toggleSaving(),
  };
  for (const [id, press] of Object.entries(presses)) byId(id).addEventListener("click", press);
  search.addEventListener("input", showFound);
  search.addEventListener("focus", () => search.value && showFound());
  search.addEventListener("keydown", searchKey);
  search.addEventListener("blur", closeFound);
  byId("language").addEventListener("change", (event) => choose({ language: event.target.value }));
  addEventListener("keydown", pageKey);
  addEventListener("popstate", goToAddress);
  addEventListener("resize", () => ["map", "timeline"].includes(state.view) && DRAW[state.view]());
  addEventListener("pointerdown", ({ target }) => {
    if (!byId("saving").hidden && !target.closest("#saving, #save")) toggleSaving(false);
  });
}

function start() {
  byId("language").append(...languages.map((value) => make("option", { value }, words.page[value].language)));
  listenToGraph();
  listen();
  network.once("afterDrawing", () => document.documentElement.setAttribute("data-drawn", "true"));
  readAddress();
  document.documentElement.dataset.theme = state.theme;
  paintNetwork();
  drawPage();
  fitView({ animate: false });
  lookWhereAsked();
}

// For who explores the drawing from the browser's console.
window.baygraph = Object.freeze({ content, network, scene: () => drawn, state, open: openThing, labels: () => placed, view: () => view, query: queryText, picture: pictureText, csv: csvText });

start();
