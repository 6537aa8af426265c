// The drawing: places come from the build, so the browser has nothing to compute.

// Labels are drawn by labels.js, which knows how many of them there is room for.
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const network = new vis.Network(byId("graph"), { nodes, edges }, drawing.options);

let drawn = { singles: new Set(), circles: new Map(), dots: [], lines: new Map() };

// What holds both ways has no arrow.
const SYMMETRIC = new Set(["cooperatesWith"]);

function singleNode(number) {
  const { label, font, community, group, id, ...node } = drawing.nodes[number];
  return { id, ...node, color: colourOf(group) };
}

function colourOf(kind) {
  const always = { background: words.looks[kind].fill, border: edgeOf(kind) };
  return { ...always, highlight: always, hover: always };
}

function circleNode(group) {
  const { x, y, radius } = circleOf(group);
  const always = { background: css("--veil"), border: css("--line") };
  return { id: circleId(group), x, y, size: radius, shape: "dot", color: { ...always, highlight: always, hover: { ...always, border: css("--accent") } } };
}

function lineEdge({ id, from, to, facts }) {
  const starts = new Set(facts.filter((fact) => !SYMMETRIC.has(fact.property)).map((fact) => fact.subject));
  const arrows = { to: { enabled: starts.has(from), scaleFactor: 0.4 }, from: { enabled: starts.has(to), scaleFactor: 0.4 } };
  return { id, from, to, arrows, dashes: facts.every((fact) => fact.modality === "planned") };
}

// Bring the drawing up to the view, with as little change as there is.
function drawView() {
  const next = scene();
  next.lines = new Map(sceneLines(next).map((line) => [line.id, line]));
  const wanted = new Set([...next.singles, ...[...next.circles.keys()].map(circleId)]);
  edges.clear();
  nodes.remove(nodes.getIds().filter((id) => !wanted.has(id)));
  const fresh = [...wanted].filter((id) => !nodes.get(id));
  drawn = next;
  nodes.add(fresh.map((id) => (groupOfId(id) === null ? singleNode(id) : circleNode(groupOfId(id)))));
  edges.add([...next.lines.values()].filter((line) => !isBundle(line)).map(lineEdge));
  byImportance = [...next.circles.keys()].map(circleId).concat([...next.singles].sort(byDegree));
}

function paintNetwork() {
  const color = { color: css("--line"), highlight: css("--accent"), hover: css("--accent"), opacity: 0.7 };
  network.setOptions({ edges: { color } });
  nodes.update([...drawn.circles.keys()].map(circleNode));
  nodes.update([...drawn.singles].map((id) => ({ id, color: colourOf(thingOf(id).kind) })));
}

// A line keeps about a pixel however far away it is looked at.
let lineWidth = 0;
function widenLines() {
  const width = Math.min(8, Math.max(1, Math.round(0.8 / network.getScale())));
  if (width === lineWidth) return;
  lineWidth = width;
  network.setOptions({ edges: { width } });
}

const moving = () => (still.matches || drawn.dots.length ? false : { duration: 350 });

// The room that the card takes from the drawing, as an offset of its middle.
function freeOffset() {
  const card = byId("card");
  if (card.hidden) return { x: 0, y: 0 };
  const beside = card.offsetWidth < byId("stage").clientWidth / 2;
  return { x: beside ? -card.offsetWidth / 2 : 0, y: beside ? 0 : -card.offsetHeight / 2 };
}

// Bring nodes to the middle of what the card leaves free.
function showNodes(ids) {
  const there = ids.filter((id) => nodes.get(id));
  network.selectNodes(there.filter((id) => typeof id === "number"));
  if (there.length !== 1) return;
  const isCircle = groupOfId(there[0]) !== null;
  const scale = isCircle ? network.getScale() : Math.max(network.getScale(), 0.9);
  network.focus(there[0], { scale, offset: freeOffset(), animation: moving() });
}

// Show all that is drawn in what the card leaves free.
function fitView({ animate = true, ids = byImportance } = {}) {
  const boxes = ids.map(drawnNode);
  if (!boxes.length) return;
  const [left, right] = [least(boxes.map(({ x, size }) => x - size)), most(boxes.map(({ x, size }) => x + size))];
  const [top, bottom] = [least(boxes.map(({ y, size }) => y - size)), most(boxes.map(({ y, size }) => y + size + 30))];
  const { clientWidth, clientHeight } = byId("graph");
  const offset = freeOffset();
  const margin = Math.min(190, clientWidth * 0.36); // half of a label on either side
  const free = { width: clientWidth + 2 * offset.x - margin, height: clientHeight + 2 * offset.y - 80 };
  const scale = Math.min(1.5, Math.max(40, free.width) / (right - left), Math.max(40, free.height) / (bottom - top));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset, animation: animate && moving() });
}

function showEdge(ends) {
  const there = ends.filter((id) => nodes.get(id));
  const ids = [ends.join("~"), [...ends].reverse().join("~")].filter((id) => drawn.lines.has(id));
  network.setSelection({ nodes: there, edges: ids }, { highlightEdges: false });
  fitView({ ids: there });
}

function showGroup(group) {
  const { x, y, radius } = circleOf(group);
  const { clientWidth, clientHeight } = byId("graph");
  const scale = Math.min(1.2, (Math.min(clientWidth, clientHeight) / (2 * radius + 60)) * 0.95);
  network.moveTo({ position: { x, y }, scale, offset: freeOffset(), animation: moving() });
}

function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: moving() });
}
