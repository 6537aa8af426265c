// Figures of one measure over time, as a small chart; each point opens its figure.

const CHART = { width: 340, height: 110, left: 8, right: 8, top: 22, bottom: 18 };

// A date of any precision as a number of years: 2018-07 is 2018.5.
function moment(date) {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date) ?? [];
  return year === undefined ? null : Number(year) + (Number(month ?? 1) - 1) / 12 + (Number(day ?? 1) - 1) / 372;
}

// Figures of one measure and unit that are known at two times at least; the others stay in the list.
function seriesOf(figures) {
  const groups = new Map();
  for (const figure of figures) {
    if (moment(figure.asOf) === null || !Number.isFinite(Number(figure.value)) || figure.modality === "denied") continue;
    const key = JSON.stringify([figure.measure, figure.unit, figure.language]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const ordered = [...groups.values()].map((own) => own.sort((a, b) => moment(a.asOf) - moment(b.asOf)));
  return ordered.filter((own) => new Set(own.map((figure) => figure.asOf)).size > 1);
}

function chartElement(figures) {
  const { width, height, left, right, top, bottom } = CHART;
  const [first, last] = [moment(figures[0].asOf), moment(figures.at(-1).asOf)];
  const values = figures.map((figure) => Number(figure.value));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (figure) => left + 20 + ((moment(figure.asOf) - first) / (last - first || 1)) * (width - left - right - 40);
  const y = (value) => top + ((high - value) / (high - low || 1)) * (height - top - bottom);
  const line = figures.map((figure) => `${x(figure)},${y(Number(figure.value))}`).join(" ");
  const axis = svg("line", { class: "axis", x1: left, x2: width - right, y1: y(0), y2: y(0) });
  const points = figures.map((figure) => chartPoint(figure, x(figure), y(Number(figure.value))));
  const ends = [figures[0], figures.at(-1)].map((figure, place) => chartEnd(figure, place ? width - right : left, place ? "end" : "start"));
  const label = `${figures[0].measure}: ${figures.map((figure) => `${figure.asOf} ${formatFigure(figure)}`).join("; ")}`;
  return svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label }, axis, svg("polyline", { class: "course", points: line }), ...points, ...ends.flat());
}

function chartPoint(figure, cx, cy) {
  const title = svg("title", {}, `${figure.asOf}: ${formatFigure(figure)} ${figure.measure}`);
  const look = figure.modality === "planned" ? "point planned" : "point";
  const point = svg("circle", { class: look, cx, cy, r: 4.5, tabindex: 0, role: "button", "data-figure": figure.id }, title);
  return pressable(point, () => openCard({ kind: "figure", of: figure.id }));
}

function chartEnd(figure, x, anchor) {
  const { height } = CHART;
  const amount = svg("text", { class: "amount", x, y: 12, "text-anchor": anchor }, formatFigure(figure));
  return [amount, svg("text", { class: "date", x, y: height - 4, "text-anchor": anchor }, figure.asOf)];
}

// What is no button by nature answers the mouse and the keyboard like one.
function pressable(element, action) {
  element.addEventListener("click", action);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
  return element;
}

function chartSection(figures) {
  return seriesOf(figures).map((own) =>
    make("figure", {}, make("figcaption", {}, make("bdi", { className: "name", lang: own[0].language }, own[0].measure || say("figuresOf"))), chartElement(own)),
  );
}
