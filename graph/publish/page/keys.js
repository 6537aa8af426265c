// The drawing by the keyboard: arrows go from thing to thing, Enter opens, plus and minus bring nearer and further.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
let pointed = null;

// The nearest drawn node in a direction: what lies aside counts as further away.
function nextNode(from, [dx, dy]) {
  const start = from === null ? network.getViewPosition() : network.getPosition(from);
  let best = null;
  for (const id of byImportance) {
    if (id === from) continue;
    const { x, y } = network.getPosition(id);
    const ahead = (x - start.x) * dx + (y - start.y) * dy;
    const aside = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
    const cost = ahead + 2 * aside;
    if (ahead > 0 && (!best || cost < best.cost)) best = { id, cost };
  }
  return best?.id ?? from;
}

function pointAt(id) {
  pointed = id;
  if (id === null) return;
  network.selectNodes([id]);
  const place = network.canvasToDOM(network.getPosition(id));
  const { clientWidth, clientHeight } = byId("graph");
  const seen = place.x > 40 && place.y > 40 && place.x < clientWidth - 40 && place.y < clientHeight - 40;
  if (!seen) network.moveTo({ position: network.getPosition(id), animation: moving() });
  showTip(nodeTip(id), network.canvasToDOM(network.getPosition(id)));
  byId("status").textContent = groupOfId(id) === null ? nameOf(thingOf(id)) : groupName(groupOfId(id), drawn.circles.get(groupOfId(id)));
}

function graphKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const there = pointed !== null && nodes.get(pointed) ? pointed : (network.getSelectedNodes()[0] ?? null);
  if (ARROWS[event.key]) pointAt(nextNode(there, ARROWS[event.key]));
  else if (event.key === "Enter" && there !== null) openNode(there, true);
  else if (event.key === "+" || event.key === "=") zoomBy(1.4);
  else if (event.key === "-") zoomBy(1 / 1.4);
  else if (event.key === "0") fitView();
  else return;
  event.preventDefault();
}

function pageKey(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "");
  if (event.key === "Escape" && !byId("query").open) closeTop();
  if (event.key === "/" && !typing) {
    event.preventDefault();
    search.focus();
  }
}

// Close what lies on top.
function closeTop() {
  if (!byId("saving").hidden) {
    toggleSaving(false);
    byId("save").focus();
  } else if (document.body.classList.contains("filtering")) toggleFilters(false);
  else if (state.path?.to === null) {
    state.path = null;
    changed();
  } else if (state.card) closeCard();
}
