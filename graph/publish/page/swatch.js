// The small picture of a class: the same shape and colour that its nodes have.

const SHAPES = {
  dot: "M7 1a6 6 0 1 1 0 12a6 6 0 1 1 0 -12z",
  square: "M1.5 1.5h11v11h-11z",
  diamond: "M7 .5L13.5 7L7 13.5L.5 7z",
  triangle: "M7 1L13.5 12.5H.5z",
  triangleDown: "M7 13L.5 1.5H13.5z",
  hexagon: "M3.6 1.1h6.8L13.8 7l-3.4 5.9H3.6L.2 7z",
  star: "M7 .5l1.9 4.4 4.7.4-3.6 3.1 1.1 4.6L7 10.6 2.9 13l1.1-4.6L.4 5.3l4.7-.4z",
};

const edgeOf = (kind) => words.looks[kind][state.theme === "dark" ? "glow" : "edge"];

function swatch(kind) {
  const { shape, fill } = words.looks[kind];
  return svg("svg", { viewBox: "0 0 14 14", class: "swatch", "aria-hidden": "true" }, svg("path", { d: SHAPES[shape], fill, stroke: edgeOf(kind) }));
}

// A whole or a dashed line, as stated and planned facts are drawn.
function lineSwatch(status) {
  const line = svg("path", { d: "M0 7H14", class: status === "planned" ? "dashed" : "whole" });
  return svg("svg", { viewBox: "0 0 14 14", class: "swatch line", "aria-hidden": "true" }, line);
}
