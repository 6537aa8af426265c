// Labels as on a map: of one size at every distance, the best connected things first, none on another.

const FAMILY = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif";
const LABELS = { smallest: 11, largest: 17, leading: 1.25, most: 500, cell: 64, gap: 4, margin: 3, bold: 7 };

// Ids of what is drawn: circles first, then the best connected things.
let byImportance = [];
const widths = new Map();
let placed = [];

// The width of a label in font sizes.
function widthOf(context, label) {
  if (!widths.has(label)) {
    context.font = `100px ${FAMILY}`;
    widths.set(label, Math.max(...label.split("\n").map((line) => context.measureText(line).width)) / 100);
  }
  return widths.get(label);
}

// Where a node is, how far it reaches, and what it is called.
function drawnNode(id) {
  const group = groupOfId(id);
  if (group === null) {
    const { x, y, size, font } = drawing.nodes[id];
    return { x, y, size, font: font.size, label: labelOf(thingOf(id)) };
  }
  const { x, y, radius } = circleOf(group);
  return { x, y, size: radius, font: 22, label: groupName(group, drawn.circles.get(group)) };
}

// The label's box on the screen: under a shape, across the upper edge of a circle.
function boxOf(context, number, scale) {
  const { x, y, size: reach, font, label } = drawnNode(number);
  const size = Math.min(LABELS.largest, Math.max(LABELS.smallest, font * scale));
  const middle = network.canvasToDOM({ x, y });
  const isThing = typeof number === "number";
  const width = widthOf(context, label) * size;
  const top = middle.y + (isThing ? reach * scale + LABELS.gap : -reach * scale - size / 2);
  const height = label.split("\n").length * LABELS.leading * size;
  const across = width / 2 + LABELS.margin;
  return { number, label, size, left: middle.x - across, right: middle.x + across, top, bottom: top + height + LABELS.margin };
}

// Cells of the screen that a box touches; two boxes can only meet in one.
function* cellsOf(box) {
  for (let x = Math.floor(box.left / LABELS.cell); x <= box.right / LABELS.cell; x += 1)
    for (let y = Math.floor(box.top / LABELS.cell); y <= box.bottom / LABELS.cell; y += 1) yield `${x},${y}`;
}

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// A screen on which boxes are put where nothing is yet.
function emptyScreen() {
  const { clientWidth, clientHeight } = byId("graph");
  const screen = { left: 0, right: clientWidth, top: 0, bottom: clientHeight };
  const cells = new Map();
  const taken = (box) => (cell) => cells.get(cell)?.some((other) => other.number !== box.number && meet(box, other));
  return {
    sees: (box) => meet(box, screen),
    hasRoom: (box) => ![...cellsOf(box)].some(taken(box)),
    put(box) {
      for (const cell of cellsOf(box)) cells.set(cell, [...(cells.get(cell) ?? []), box]);
    },
  };
}

function shapeBox(number, scale) {
  const { x, y } = network.canvasToDOM(drawing.nodes[number]);
  const reach = drawing.nodes[number].size * scale;
  return { number, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

// The better connected of two things keeps its shape and its label clear; it may cover the other's.
function placeLabels(context) {
  const scale = network.getScale();
  const screen = emptyScreen();
  placed = [];
  for (const number of new Set([...network.getSelectedNodes(), ...byImportance])) {
    if (placed.length >= LABELS.most) break;
    const box = boxOf(context, number, scale);
    if (!screen.sees(box)) continue;
    if (typeof number === "number") screen.put(shapeBox(number, scale));
    if (!screen.hasRoom(box)) continue;
    screen.put(box);
    placed.push(box);
  }
  return scale;
}

const isBold = (number, selected) => typeof number !== "number" || selected.has(number) || degrees[number] > LABELS.bold;

function drawLabels(context) {
  const scale = placeLabels(context);
  const selected = new Set(network.getSelectedNodes());
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.fillStyle = css("--text");
  context.strokeStyle = css("--ground");
  for (const box of placed) {
    const { x, y } = network.DOMtoCanvas({ x: (box.left + box.right) / 2, y: box.top });
    context.font = `${isBold(box.number, selected) ? "600 " : ""}${box.size / scale}px ${FAMILY}`;
    context.lineWidth = 3 / scale;
    box.label.split("\n").forEach((line, place) => {
      const top = y + (place * LABELS.leading * box.size) / scale;
      context.strokeText(line, x, top);
      context.fillText(line, x, top);
    });
  }
}

// The node whose label is at a place on the screen.
const labelAt = ({ x, y }) =>
  placed.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)?.number;
