// The drawing as a picture of its own: what is on the screen, in shapes and letters that need no page around them.

function pictureShape(number, scale) {
  const { x, y } = network.canvasToDOM(drawing.nodes[number]);
  const { kind } = thingOf(number);
  const { shape, fill } = words.looks[kind];
  const times = (drawing.nodes[number].size * scale) / 6;
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${times.toFixed(3)}) translate(-7 -7)`;
  return svg("path", { d: SHAPES[shape], fill, stroke: edgeOf(kind), "stroke-width": (1 / times).toFixed(3), transform: place });
}

function pictureCircle(group, scale) {
  const { x, y, radius } = circleOf(group);
  const middle = network.canvasToDOM({ x, y });
  return svg("circle", { cx: middle.x.toFixed(1), cy: middle.y.toFixed(1), r: (radius * scale).toFixed(1), fill: "none", stroke: css("--line") });
}

function pictureDot(number, scale) {
  const { x, y } = network.canvasToDOM(drawing.nodes[number]);
  const side = Math.max(1.6, drawing.nodes[number].size * scale);
  return svg("rect", { x: (x - side / 2).toFixed(1), y: (y - side / 2).toFixed(1), width: side.toFixed(1), height: side.toFixed(1), fill: words.looks[thingOf(number).kind].fill });
}

function pictureLine({ from, to, facts }) {
  const [a, b] = [from, to].map((id) => network.canvasToDOM(middleOf(id)));
  const planned = facts.every((fact) => fact.modality === "planned");
  const look = { x1: a.x.toFixed(1), y1: a.y.toFixed(1), x2: b.x.toFixed(1), y2: b.y.toFixed(1), stroke: css("--line"), "stroke-opacity": 0.7 };
  return svg("line", planned ? { ...look, "stroke-dasharray": "5 5" } : look);
}

function pictureLabel(box, selected) {
  const look = { "text-anchor": "middle", "font-family": FAMILY, "font-size": box.size.toFixed(1), fill: css("--text"), stroke: css("--ground"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  if (isBold(box.number, selected)) look["font-weight"] = 600;
  const x = ((box.left + box.right) / 2).toFixed(1);
  const line = (text, place) => svg("tspan", { x, y: (box.top + (place * LABELS.leading + 0.85) * box.size).toFixed(1) }, text);
  return svg("text", look, ...box.label.split("\n").map(line));
}

function graphPicture() {
  const { clientWidth: width, clientHeight: height } = byId("graph");
  const scale = network.getScale();
  const selected = new Set(network.getSelectedNodes());
  const seen = (number) => meet(shapeBox(number, scale), { left: 0, right: width, top: 0, bottom: height });
  const parts = [
    svg("rect", { width, height, fill: css("--ground") }),
    ...drawn.dots.filter(seen).map((number) => pictureDot(number, scale)),
    ...[...drawn.circles.keys()].map((group) => pictureCircle(group, scale)),
    ...[...drawn.lines.values()].map(pictureLine),
    ...[...drawn.singles].filter(seen).map((number) => pictureShape(number, scale)),
    ...placed.map((box) => pictureLabel(box, selected)),
  ];
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height }, ...parts);
}

// A copy of a picture of the page that stands by itself: with its size, a ground and its letters named.
function standalone(picture) {
  const copy = picture.cloneNode(true);
  const { width, height } = picture.getBoundingClientRect();
  const [x, y, across, down] = copy.getAttribute("viewBox").split(" ");
  copy.setAttribute("width", Math.round(width));
  copy.setAttribute("height", Math.round(height));
  copy.setAttribute("font-family", FAMILY);
  copy.prepend(svg("rect", { x, y, width: across, height: down, fill: css("--ground") }));
  return copy;
}

// The picture of what is looked at; the table is none, so with it that is the graph.
function currentPicture() {
  const own = byId({ map: "map-picture", timeline: "time-picture" }[state.view] ?? "");
  return own ? standalone(own) : graphPicture();
}

function pictureText() {
  const picture = currentPicture();
  picture.prepend(svg("title", {}, document.title));
  return new XMLSerializer().serializeToString(picture);
}

// Twice as fine as the screen.
async function picturePixels() {
  const text = pictureText();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = make("canvas", { width: 2 * image.width, height: 2 * image.height });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
