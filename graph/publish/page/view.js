// Which things and lines are in view. Filters choose the things; a focus, a path or single choices overrule them.
// A line is in view if it passes the filters of facts and both of its ends are in view.

const anyOf = (values, without) => values.some((value) => !without.has(value));

function inYears(told) {
  if (!state.from && !state.to) return true;
  const [from, to] = [Number(state.from || 0), Number(state.to || 9999)];
  return yearsOf(told).some((year) => from <= year && year <= to);
}

// The filters of facts: property, status, language of the source, years.
function passes(told) {
  const { property, source, status } = state.without;
  if ("property" in told && property.has(told.property)) return false;
  if (status.has(statusOf(told))) return false;
  return (!source.size || anyOf(languagesOf(told), source)) && inYears(told);
}

const filtersFacts = () =>
  state.city !== null || Boolean(state.from || state.to) || ["property", "source", "status"].some((facet) => state.without[facet].size);

const isKindOn = (kind) => !state.without.class.has(kind);
const isOn = (number) => isKindOn(thingOf(number).kind);

// Things chosen one by one, which no filter describes.
const isChosen = () =>
  Boolean(state.city !== null || state.focus || (state.path && state.path.to !== null) || state.shown.size || state.folded.size || state.kept.size);

function filteredThings(lines) {
  if (!filtersFacts()) return new Set([...content.things.keys()].filter(isOn));
  const around = state.city === null ? null : within(state.city);
  const found = new Set(state.city === null ? [] : [state.city]);
  for (const { subject, object } of lines) {
    if (!isOn(subject) || !isOn(object)) continue;
    if (around && !around.has(subject) && !around.has(object)) continue;
    found.add(subject).add(object);
  }
  return found;
}

function neighboursBy(lines) {
  const found = new Map();
  const put = (one, other) => found.get(one)?.push(other) ?? found.set(one, [other]);
  for (const { subject, object } of lines) {
    put(subject, object);
    put(object, subject);
  }
  return found;
}

// All things at most so many steps from one; the order is that of the steps.
function around(start, steps, neighbours) {
  const distance = new Map([[start, 0]]);
  for (const [number, far] of distance) {
    if (far === steps) break;
    for (const next of neighbours.get(number) ?? []) if (!distance.has(next)) distance.set(next, far + 1);
  }
  return distance;
}

// The things on a shortest path from one to another, both included; empty where there is none.
function shortestPath(from, to, neighbours) {
  const before = new Map([[from, null]]);
  for (const [number] of before) {
    if (number === to) break;
    for (const next of neighbours.get(number) ?? []) if (!before.has(next)) before.set(next, number);
  }
  const path = [];
  for (let at = before.has(to) ? to : null; at !== null; at = before.get(at)) path.unshift(at);
  return path;
}

// Neighbours that hang on nothing but folded things.
function hanging(things, neighbours) {
  const inView = (number) => things.has(number);
  return [...things].filter((number) => {
    if (state.folded.has(number) || state.kept.has(number)) return false;
    const own = (neighbours.get(number) ?? []).filter(inView);
    return own.length > 0 && own.every((other) => state.folded.has(other));
  });
}

function computeView() {
  const lines = content.facts.filter((fact) => isLine(fact) && passes(fact));
  const neighbours = neighboursBy(lines);
  const reachable = neighboursBy(lines.filter(({ subject, object }) => isOn(subject) && isOn(object)));
  const path = state.path && state.path.to !== null ? shortestPath(state.path.from, state.path.to, reachable) : null;
  let things;
  if (path) things = new Set(path.length ? path : [state.path.from, state.path.to]);
  else if (state.focus) things = new Set(around(state.focus.thing, state.focus.steps, reachable).keys());
  else things = filteredThings(lines);
  for (const number of state.shown) for (const other of [number, ...(neighbours.get(number) ?? [])]) things.add(other);
  for (const number of state.kept) things.add(number);
  if (state.folded.size) for (const number of hanging(things, neighbours)) things.delete(number);
  return { things, path, neighbours, lines: lines.filter(({ subject, object }) => things.has(subject) && things.has(object)) };
}

let view = null;
