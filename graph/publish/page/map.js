// The places in view on a drawn outline: how many things lie at each, and what leads from one to another.
// Only places whose coordinates the gazetteer knows are shown, and what lies in them; nothing is guessed.

const land = dataOf("land-data");
const FLATTEN = Math.cos((22.5 * Math.PI) / 180); // a plate carrée that is true at the latitude of the bay
const WORLD = { x: -180 * FLATTEN, y: -80, width: 360 * FLATTEN, height: 140 };
const NEAR = { x: 112.2 * FLATTEN, y: -23.6, width: 2.6 * FLATTEN, height: 1.8 }; // the cities of the bay
const atlas = { box: null, places: [] };

const across = (longitude) => longitude * FLATTEN;
const spotPoint = (place) => ({ x: across(thingOf(place).at[1]), y: -thingOf(place).at[0] });

function outline({ unit, rings }) {
  const path = rings.map((ring) => {
    const points = [];
    for (let at = 0; at < ring.length; at += 2) points.push(`${(across(ring[at]) / unit).toFixed(3)} ${(-ring[at + 1] / unit).toFixed(3)}`);
    return `M${points.join("L")}Z`;
  });
  return path.join("");
}

const outlines = { world: outline(land.world), delta: outline(land.delta) };

function deltaBox() {
  const [west, south, east, north] = land.delta.box;
  return { x: across(west), y: -north, width: across(east) - across(west), height: north - south };
}

// The places of the view with the things at each, and the facts that lead from one to another.
function mapContent() {
  const places = new Map();
  let nowhere = 0;
  for (const number of view.things) {
    const spot = spotOf(number);
    if (spot === null) nowhere += 1;
    else places.set(spot, (places.get(spot) ?? 0) + 1);
  }
  const ways = new Map();
  for (const fact of view.lines) {
    const ends = [spotOf(fact.subject), spotOf(fact.object)].sort((a, b) => a - b);
    if (ends.includes(null) || ends[0] === ends[1]) continue;
    const key = ends.join(",");
    if (!ways.has(key)) ways.set(key, { ends, facts: [] });
    ways.get(key).facts.push(fact);
  }
  return { places, ways: [...ways.values()], nowhere };
}

// The part of the world that shows most of what there is: the bay, unless most of it lies elsewhere.
function startBox(places) {
  const bay = deltaBox();
  const inBay = ({ x, y }) => bay.x <= x && x <= bay.x + bay.width && bay.y <= y && y <= bay.y + bay.height;
  const home = [...places.keys()].map(spotPoint).filter(inBay);
  return home.length && home.length * 2 >= places.size ? NEAR : WORLD;
}

// A box of the shape of the screen around a box.
function widened(box) {
  const { clientWidth, clientHeight } = byId("map");
  const shape = Math.max(0.2, clientWidth / Math.max(1, clientHeight)); // a window can be without width for a moment
  const width = Math.max(box.width, box.height * shape);
  const height = width / shape;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}

function drawMap() {
  const { places, ways, nowhere } = mapContent();
  atlas.box = widened(atlas.box ?? startBox(places));
  const { x, y, width, height } = atlas.box;
  const unit = width / Math.max(1, byId("map").clientWidth);
  const bay = deltaBox();
  const coast = { fill: css("--land"), stroke: css("--coast"), "stroke-width": unit };
  const parts = [
    svg("rect", { x, y, width, height, fill: css("--sea") }),
    svg("path", { d: outlines.world, ...coast }),
    svg("rect", { ...inset(bay), fill: css("--sea") }),
    svg("clipPath", { id: "bay-edge" }, svg("rect", inset(bay))),
    svg("path", { d: outlines.delta, ...coast, "clip-path": "url(#bay-edge)" }),
    ...ways.map((way) => mapWay(way, unit)),
    ...mapPlaces(places, unit),
  ];
  const picture = svg("svg", { id: "map-picture", viewBox: `${x} ${y} ${width} ${height}`, role: "group", "aria-label": say("map") }, ...parts);
  const note = make("p", { id: "map-note" }, say("mapNote"), nowhere ? ` ${say("nowhere", { count: counted(nowhere) })}` : "");
  const boxes = [["bay", NEAR], ["world", WORLD]].map(([word, box]) => button(say(word), () => lookAt(box), { "data-map": word }));
  byId("map").replaceChildren(picture, note, make("div", { id: "map-tools" }, ...boxes));
  listenToMap(picture);
}

// A little less than the outline was cut to, so that the cut does not look like a coast.
const inset = ({ x, y, width, height }) => ({ x: x + 0.02, y: y + 0.02, width: width - 0.04, height: height - 0.04 });

function lookAt(box) {
  atlas.box = box;
  drawMap();
}

function mapWay({ ends, facts }, unit) {
  const [a, b] = ends.map(spotPoint);
  const bend = Math.hypot(b.x - a.x, b.y - a.y) * 0.12;
  const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const middle = { x: (a.x + b.x) / 2 + ((a.y - b.y) / long) * bend, y: (a.y + b.y) / 2 - (Math.abs(b.x - a.x) / long) * bend };
  const planned = facts.every((fact) => fact.modality === "planned");
  const look = { d: `M${a.x} ${a.y}Q${middle.x} ${middle.y} ${b.x} ${b.y}`, fill: "none", stroke: css("--accent"), "stroke-opacity": 0.55 };
  const dashes = planned ? { "stroke-dasharray": `${5 * unit} ${4 * unit}` } : {};
  const names = ends.map((place) => nameOf(thingOf(place))).join(" — ");
  const title = svg("title", {}, `${shortened(names)}: ${facts.length}`);
  return svg("path", { ...look, ...dashes, "stroke-width": unit * Math.min(6, 1 + Math.log2(facts.length)) }, title);
}

function mapPlaces(places, unit) {
  const ordered = [...places].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const taken = [];
  const circles = ordered.map(([place, count]) => {
    const { x, y } = spotPoint(place);
    const r = unit * Math.min(26, 3.5 + 1.6 * Math.sqrt(count));
    const circle = svg("circle", { cx: x, cy: y, r, fill: words.looks.City.fill, "fill-opacity": 0.75, stroke: css("--ground"), "stroke-width": unit });
    const label = svg("title", {}, `${shortened(nameOf(thingOf(place)))}: ${count}`);
    const group = svg("g", { role: "button", tabindex: 0, class: "spot", "data-place": thingOf(place).key, "aria-label": `${shortened(nameOf(thingOf(place)))}: ${count}` }, circle, label, mapLabel(place, { x, y, r }, unit, taken));
    return pressable(group, () => openCard({ kind: "place", of: place }));
  });
  return circles.reverse();
}

// A name beside its circle, on whichever side there is room; else none.
function mapLabel(place, { x, y, r }, unit, taken) {
  const text = shortened(nameOf(thingOf(place)), 24);
  const size = 12.5 * unit;
  const wide = Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.58), 0) * size;
  for (const anchor of ["start", "end"]) {
    const at = anchor === "start" ? x + r + 3 * unit : x - r - 3 * unit;
    const left = anchor === "start" ? at : at - wide;
    const box = { left, right: left + wide, top: y - size * 0.7, bottom: y + size * 0.7 };
    if (taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    const look = { x: at, y: y + size * 0.35, "text-anchor": anchor, "font-size": size, fill: css("--text"), stroke: css("--ground"), "stroke-width": 3 * unit, "paint-order": "stroke", "stroke-linejoin": "round" };
    return svg("text", look, text);
  }
  return null;
}

// Keep a place of the screen where it is while everything around it grows or shrinks.
function zoomMap(factor, part = { x: 0.5, y: 0.5 }) {
  const { x, y, width, height } = atlas.box;
  const grown = Math.min(WORLD.width * 1.6, Math.max(0.2, width / factor));
  const ratio = grown / width;
  lookAt({ x: x + width * part.x * (1 - ratio), y: y + height * part.y * (1 - ratio), width: grown, height: height * ratio });
}

function listenToMap(picture) {
  const partOf = (event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  picture.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomMap(event.deltaY < 0 ? 1.25 : 0.8, partOf(event));
  }, { passive: false });
  picture.addEventListener("pointerdown", (event) => {
    const [start, box] = [partOf(event), { ...atlas.box }];
    const move = (moved) => {
      const now = partOf(moved);
      Object.assign(atlas.box, { x: box.x - (now.x - start.x) * box.width, y: box.y - (now.y - start.y) * box.height });
      picture.setAttribute("viewBox", `${atlas.box.x} ${atlas.box.y} ${atlas.box.width} ${atlas.box.height}`);
    };
    const stop = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", stop);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", stop);
  });
}
