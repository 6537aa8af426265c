"""The page of a large invented graph, built by the publisher and opened in headless Chromium.

    python -P benchmarks/large_page.py THINGS [FOLDER]

Prints as JSON the seconds to publish, the megabytes of the page, and the seconds until the page is drawn,
until a click on a community shows its card and its things, until a search has its answers, and until the card
of the first of them stands. A FOLDER keeps the graph; one that is there already is opened as it is.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from browser import Browser, chromium
from invented import invented

from baygraph.populate import populate
from baygraph.publish import publish

PAGE = "baygraph.html"
MIDDLE = """const {network} = window.baygraph; const id = network.body.nodeIndices[0];
const {x, y} = network.canvasToDOM(network.getPosition(id)); return [x, y]"""
DRAWN = "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done))"
CARD = "return document.querySelector('#card h1')?.textContent"
SEARCH = """const box = document.getElementById('search'); box.focus(); box.value = arguments[0];
box.dispatchEvent(new Event('input'))"""


def timed(act: Callable[[], object]) -> float:
    """Give the seconds that something takes."""
    start = time.perf_counter()
    act()
    return round(time.perf_counter() - start, 2)


def answers(browser: Browser, page: Path) -> dict[str, float]:
    """Open the page and use it."""

    def drawn_after(act: Callable[[], object], met: Callable[[], object]) -> None:
        act()
        browser.wait(met, seconds=60)
        browser.driver.execute_async_script(DRAWN)

    def found() -> object:
        return browser.run("return document.querySelector('#found [role=option]')")

    opening = timed(lambda: drawn_after(lambda: browser.open(page), lambda: True))
    x, y = browser.run(MIDDLE)
    click = timed(lambda: drawn_after(lambda: browser.click(x, y), lambda: browser.run(CARD)))
    search = timed(lambda: drawn_after(lambda: browser.run(SEARCH, "zhong"), found))
    before = browser.run(CARD)
    other = timed(lambda: drawn_after(lambda: browser.keys("\ue007"), lambda: browser.run(CARD) != before))
    return {"open": opening, "click": click, "search": search, "found thing": other}


def main() -> None:
    """Build unless there is something to open, and measure."""
    things = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[2] if sys.argv[2:] else f"{name}/graph")
        told: dict[str, float] = {"things": things}
        if not (folder / PAGE).exists():
            dataset = populate(invented(things), lambda key: None)
            told["publish"] = timed(lambda: publish(dataset, folder))
        told["megabytes"] = round((folder / PAGE).stat().st_size / 1e6, 1)
        with chromium(Path(name) / "profile") as browser:
            told |= answers(browser, folder / PAGE)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
