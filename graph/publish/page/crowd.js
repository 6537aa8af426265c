// More things than a reader can tell apart are first shown by communities: a circle for each, in it a dot for
// each thing. An opened community shows its things one by one.

const MOST_CIRCLES = 600;
const MOST_BETWEEN = 1500; // lines between circles

const communities = [];
for (const node of drawing.nodes) (communities[node.community] ??= []).push(node.id);

// With how many others each thing is joined by a line.
const degrees = drawing.nodes.map(() => 0);
const joined = new Set();
for (const fact of content.facts.filter(isLine)) {
  const pair = Math.min(fact.subject, fact.object) * degrees.length + Math.max(fact.subject, fact.object);
  if (joined.has(pair)) continue;
  joined.add(pair);
  degrees[fact.subject] += 1;
  degrees[fact.object] += 1;
}
const byDegree = (a, b) => degrees[b] - degrees[a] || a - b;

const circleId = (group) => `group-${group}`;
const groupOfId = (id) => (typeof id === "string" && id.startsWith("group-") ? Number(id.slice(6)) : null);

// The middle of a community and how far it reaches.
const circles = new Map();
function circleOf(group) {
  if (!circles.has(group)) {
    const members = communities[group].map((number) => drawing.nodes[number]);
    const [xs, ys] = ["x", "y"].map((axis) => members.map((node) => node[axis]));
    const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
    const radius = Math.max(30, 1.1 * Math.max(right - left, bottom - top) / 2);
    circles.set(group, { x: (left + right) / 2, y: (top + bottom) / 2, radius });
  }
  return circles.get(group);
}

const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b), -Infinity);

// The best connected of a community's things stands for it.
const leaderOf = (group) => communities[group].reduce((a, b) => (byDegree(a, b) <= 0 ? a : b));

function groupName(group, count) {
  const name = shortened(nameOf(thingOf(leaderOf(group))), 40);
  return count > 1 ? say("andOthers", { name, count: counted(count - 1) }) : name;
}

// What is drawn of a view: things one by one, circles with the number of their things, and mere dots.
function scene() {
  const things = [...view.things];
  if (things.length <= drawing.crowd) return { singles: new Set(things), circles: new Map(), dots: [] };
  const groups = new Map();
  for (const number of things) {
    const group = drawing.nodes[number].community;
    groups.set(group, [...(groups.get(group) ?? []), number]);
  }
  return crowdedScene(groups);
}

function crowdedScene(groups) {
  const open = new Set(state.opened);
  if (state.card?.kind === "thing") open.add(drawing.nodes[state.card.of].community);
  const chosen = [...open].flatMap((group) => groups.get(group) ?? []).sort(byDegree);
  const singles = new Set([...state.kept, ...chosen].slice(0, drawing.crowd));
  if (state.card?.kind === "thing") singles.add(state.card.of);
  const closed = [...groups].filter(([group]) => !open.has(group)).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const shown = new Map(closed.slice(0, MOST_CIRCLES).map(([group, members]) => [group, members.length]));
  const dots = [...groups.values()].flat().filter((number) => !singles.has(number));
  return { singles, circles: shown, dots };
}

// The lines of a scene: one for each two nodes, with the facts between them; of those of circles the strongest.
function sceneLines({ singles, circles: shown }) {
  const place = (number) => {
    if (singles.has(number)) return number;
    const { community } = drawing.nodes[number];
    return shown.has(community) ? circleId(community) : null;
  };
  const found = new Map();
  for (const fact of view.lines) {
    const ends = [place(fact.subject), place(fact.object)];
    if (ends.includes(null) || ends[0] === ends[1]) continue;
    const [from, to] = String(ends[0]) > String(ends[1]) ? ends.reverse() : ends;
    const id = `${from}~${to}`;
    if (!found.has(id)) found.set(id, { id, from, to, facts: [] });
    found.get(id).facts.push(fact);
  }
  const lines = [...found.values()];
  const bundles = lines.filter(isBundle).sort((a, b) => b.facts.length - a.facts.length || (a.id < b.id ? -1 : 1));
  return [...lines.filter((line) => !isBundle(line)), ...bundles.slice(0, MOST_BETWEEN)];
}

// A line that leads from or to a circle stands for several, and is not drawn by vis-network.
const isBundle = ({ from, to }) => typeof from !== "number" || typeof to !== "number";

const middleOf = (id) => (groupOfId(id) === null ? drawing.nodes[id] : circleOf(groupOfId(id)));

function drawBundles(context) {
  const scale = network.getScale();
  context.strokeStyle = css("--line");
  for (const { from, to, facts } of drawn.lines.values()) {
    if (!isBundle({ from, to })) continue;
    const [a, b] = [middleOf(from), middleOf(to)];
    context.globalAlpha = Math.min(0.8, 0.16 + 0.1 * Math.log2(facts.length));
    context.lineWidth = Math.min(6, 0.8 + 0.7 * Math.log2(facts.length)) / scale;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

// How far a place lies from the stretch between two others.
function distanceTo(at, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(a.x + part * dx - at.x, a.y + part * dy - at.y);
}

function bundleAt(at) {
  let nearest = null;
  for (const line of drawn.lines.values()) {
    if (!isBundle(line)) continue;
    const far = distanceTo(at, middleOf(line.from), middleOf(line.to));
    if (far < 5 / network.getScale() && (!nearest || far < nearest.far)) nearest = { id: line.id, far };
  }
  return nearest?.id;
}

// Dots under the circles: every thing of a closed community, in the colour of its class.
function drawDots(context) {
  drawBundles(context);
  const scale = network.getScale();
  const colours = new Map();
  for (const number of drawn.dots) {
    const { fill } = words.looks[thingOf(number).kind];
    if (!colours.has(fill)) colours.set(fill, []);
    colours.get(fill).push(drawing.nodes[number]);
  }
  for (const [fill, dots] of colours) {
    context.fillStyle = fill;
    for (const { x, y, size } of dots) {
      const side = Math.max(1.6 / scale, size);
      context.fillRect(x - side / 2, y - side / 2, side, side);
    }
  }
}

// The dot at a place of the drawing, if one is near enough to be meant.
function dotAt({ x, y }) {
  const reach = Math.max(12, 6 / network.getScale());
  let nearest = null;
  for (const number of drawn.dots) {
    const node = drawing.nodes[number];
    const far = Math.hypot(node.x - x, node.y - y);
    if (far < reach && (!nearest || far < nearest.far)) nearest = { number, far };
  }
  return nearest?.number;
}

function toggleGroup(group, open = !state.opened.has(group)) {
  if (open) state.opened.add(group);
  else state.opened.delete(group);
}
