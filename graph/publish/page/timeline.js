// The events in view by their time: how many there were in each year, and which.

const TIME = { widest: 980, height: 120, left: 10, right: 10, base: 96, most: 60 };

function eventsInView() {
  const events = [...view.things].filter((number) => thingOf(number).kind === "Event");
  const dated = events.map((number) => ({ number, date: startsOf(number).map((fact) => fact.value).sort()[0] }));
  const known = dated.filter(({ date }) => date && moment(date) !== null);
  known.sort((a, b) => moment(a.date) - moment(b.date) || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.number - b.number));
  return { known, undated: events.length - known.length };
}

function groupByYear(events) {
  const years = new Map();
  for (const event of events) {
    const year = yearOf(event.date);
    years.set(year, [...(years.get(year) ?? []), event]);
  }
  return years;
}

// Bars by year; a bar leads to its year in the list.
function timePicture(years) {
  const [first, last] = [least([...years.keys()]), most([...years.keys()])];
  const { height, left, right, base } = TIME;
  const width = Math.min(TIME.widest, Math.max(300, byId("timeline").clientWidth - 48));
  const step = (width - left - right) / (last - first + 1);
  const highest = most([...years.values()].map((own) => own.length));
  const every = Math.ceil(48 / step);
  const bars = [];
  for (let year = first; year <= last; year += 1) {
    const count = years.get(year)?.length ?? 0;
    const x = left + (year - first) * step;
    const tall = count ? Math.max(3, (count / highest) * TIME.most) : 0;
    if ((year - first) % every === 0) bars.push(svg("text", { x: x + step / 2, y: height - 6, "text-anchor": "middle", fill: css("--muted"), "font-size": 12 }, String(year)));
    if (count) bars.push(timeBar(year, count, barBox(x + step / 2, Math.min(44, step * 0.7), tall)));
  }
  const axis = svg("line", { x1: left, x2: width - right, y1: base, y2: base, stroke: css("--line") });
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, id: "time-picture", role: "group", "aria-label": say("timeline") }, axis, ...bars);
}

const barBox = (middle, width, height) => ({ x: middle - width / 2, y: TIME.base - height, width, height });

function timeBar(year, count, box) {
  const bar = svg("rect", { ...box, rx: 2, fill: words.looks.Event.fill }, svg("title", {}, say("eventsIn", { year, count })));
  const number = svg("text", { x: box.x + box.width / 2, y: box.y - 5, "text-anchor": "middle", fill: css("--text"), "font-size": 12 }, String(count));
  const group = svg("g", { role: "button", tabindex: 0, "aria-label": say("eventsIn", { year, count }), class: "bar" }, bar, number);
  return pressable(group, () => byId(`year-${year}`).scrollIntoView({ behavior: still.matches ? "auto" : "smooth" }));
}

function eventItem({ number, date }) {
  const end = factsFrom[number].find((fact) => fact.property === "endDate" && fact.modality !== "denied")?.value;
  const where = factsFrom[number].filter((fact) => fact.property === "locatedIn" && isLine(fact)).map((fact) => goTo(fact.object));
  const planned = startsOf(number).some((fact) => fact.modality === "planned");
  const place = where.length ? make("span", { className: "where" }, ...where) : "";
  return make("li", {}, make("time", {}, end && end !== date ? `${date} – ${end}` : date), make("div", {}, goTo(number), planned ? badge("planned") : "", place));
}

function drawTimeline() {
  const { known, undated } = eventsInView();
  const years = groupByYear(known);
  const lists = [...years].map(([year, events]) => make("section", { id: `year-${year}` }, make("h2", {}, String(year)), listOf(events, eventItem, "events")));
  const none = known.length ? "" : make("p", { className: "empty" }, say("noEvents"));
  const note = undated ? make("p", { className: "muted" }, say("undated", { count: counted(undated) })) : "";
  const parts = [make("h1", {}, say("timeline")), none, known.length ? timePicture(years) : "", note, ...lists];
  byId("timeline").replaceChildren(...parts.filter((part) => part !== ""));
}
