// The drawing: places come from the build, so the browser has nothing to compute.

// Labels are drawn by labels.js, which knows how many of them there is room for.
const nodes = new vis.DataSet(drawing.nodes.map(({ label, font, ...node }) => node));
const edges = new vis.DataSet(drawing.edges);
const network = new vis.Network(byId("graph"), { nodes, edges }, drawing.options);

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function paintNetwork() {
  const color = { color: css("--line"), highlight: css("--accent"), hover: css("--accent"), opacity: 0.7 };
  const arrows = { to: { scaleFactor: 0.4 }, from: { scaleFactor: 0.4 } };
  network.setOptions({ edges: { color, arrows } });
}

const hideKinds = () =>
  nodes.update(content.things.map((thing, id) => ({ id, hidden: state.hidden.has(thing.kind) })));

// A line keeps about a pixel however far away it is looked at.
let lineWidth = 0;
function widenLines() {
  const width = Math.min(4, Math.max(1, Math.round(0.8 / network.getScale())));
  if (width !== lineWidth) network.setOptions({ edges: { width } });
  lineWidth = width;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");

// Bring a node to the middle of what the card leaves free.
function showNode(number) {
  const scale = Math.max(network.getScale(), 0.9);
  const card = byId("card");
  const beside = card.offsetWidth < byId("graph").clientWidth / 2;
  const offset = { x: beside ? -card.offsetWidth / 2 : 0, y: beside ? 0 : -card.offsetHeight / 2 };
  network.selectNodes([number]);
  network.focus(number, { scale, offset, animation: still.matches ? false : { duration: 350 } });
}
