// What floats over the drawing: the tooltip, what the view is narrowed to, and how much is in it.

// The first quote about something: of a fact that it is the subject of, else of any.
function firstQuote(facts) {
  const number = facts.flatMap(quotesOf)[0];
  return number === undefined ? null : content.quotes[number];
}

function tipQuote(facts) {
  const quote = firstQuote(facts);
  if (!quote) return [];
  const document = content.documents[quote.document];
  return [
    make("p", { className: "said", lang: document.language, dir: "auto" }, shortened(quote.text, 300)),
    make("p", { className: "muted" }, nameElement(document.title || document.iri)),
  ];
}

function thingTip(number) {
  const thing = thingOf(number);
  const facts = [...factsFrom[number], ...figuresOf[number], ...factsTo[number]];
  return [make("strong", {}, nameElement(shortened(nameOf(thing)))), make("p", { className: "muted" }, swatch(thing.kind), " ", kindElement(thing.kind)), ...tipQuote(facts)];
}

function nodeTip(id) {
  const group = groupOfId(id);
  if (group === null) return thingTip(id);
  const name = groupName(group, drawn.circles.get(group));
  return [make("strong", {}, nameElement(name)), make("p", { className: "muted" }, say("openHint"))];
}

function edgeTip(id) {
  const { facts } = drawn.lines.get(id);
  const short = (place) => nameElement(shortened(nameOf(thingOf(place))));
  const lines = facts.slice(0, 5).map((fact) => make("p", {}, short(fact.subject), " ", make("strong", {}, term(fact.property)), " ", short(fact.object), badge(fact.modality)));
  const more = facts.length > 5 ? make("p", { className: "muted" }, say("moreFacts", { count: counted(facts.length - 5) })) : "";
  return [...lines, more, ...tipQuote(facts)].filter((part) => part !== "");
}

function showTip(children, { x, y }) {
  const tip = byId("tip");
  tip.replaceChildren(...children);
  tip.hidden = false;
  const space = byId("stage");
  tip.style.left = `${Math.max(4, Math.min(x + 14, space.clientWidth - tip.offsetWidth - 4))}px`;
  const below = y + 18;
  tip.style.top = `${below + tip.offsetHeight > space.clientHeight ? Math.max(4, y - tip.offsetHeight - 12) : below}px`;
}

const hideTip = () => {
  byId("tip").hidden = true;
};

// One thing that the view is narrowed or widened by, with a button to take it back.
function chip(text, undo) {
  const remove = button("×", () => {
    undo();
    changed();
  }, { "aria-label": `${say("takeBack")}: ${text}`, title: say("takeBack") });
  return make("span", { className: "chip" }, nameElement(text), remove);
}

const shortName = (number) => shortened(nameOf(thingOf(number)), 24);

function chipsOfView() {
  const chips = [];
  if (state.focus) {
    const text = say("focusChip", { name: shortName(state.focus.thing), count: state.focus.steps });
    chips.push(chip(text, () => Object.assign(state, { focus: null })));
  }
  if (state.path) {
    const { from, to } = state.path;
    const text = to === null ? say("pathWaits", { name: shortName(from) }) : say("pathChip", { from: shortName(from), to: shortName(to) });
    chips.push(chip(text, () => Object.assign(state, { path: null })));
    if (view.path && !view.path.length) chips.push(make("span", { className: "chip" }, say("noPath")));
  }
  for (const [name, word] of [["shown", "shownChip"], ["folded", "foldedChip"], ["kept", "keptChip"], ["opened", "openedChip"]]) {
    if (state[name].size) chips.push(chip(say(word, { count: state[name].size }), () => state[name].clear()));
  }
  return chips;
}

function drawPanels() {
  byId("chips").replaceChildren(...chipsOfView());
  const shown = say("inView", { things: counted(view.things.size), all: counted(content.things.length), lines: counted(view.lines.length) });
  const crowd = drawn.circles.size ? ` ${say("crowd", { groups: counted(drawn.circles.size), most: counted(drawing.crowd) })}` : "";
  const left = content.whole ? ` ${say("leftOut", { things: counted(content.whole.things), documents: counted(content.whole.documents) })}` : "";
  byId("status").textContent = view.things.size || !content.things.length ? shown + crowd + left : say("nothingInView") + left;
}
