"""In a real browser the page draws, answers, asks nothing of any network, and takes text for text."""

from pathlib import Path

import pytest
from browser import Browser
from hostile_graph import HOSTILE, hostile_dataset

from baygraph.publish import publish

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quiet")]

NODE = "return window.baygraph.content.things.findIndex((thing) => thing.key === arguments[0])"
PLACE = """const {network} = window.baygraph;
const {x, y} = network.canvasToDOM(network.getPosition(arguments[0]));
return [x, y]"""
MIDDLE = """const {network} = window.baygraph;
network.moveTo({position: network.getPosition(arguments[0]), animation: false})"""
# Read from a copy: a browser warns of pages that read their own canvas often.
INK = """const canvas = document.querySelector('#graph canvas');
const ratio = canvas.width / canvas.clientWidth;
const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
copy.drawImage(canvas, -Math.round(arguments[0] * ratio), -Math.round(arguments[1] * ratio));
return Array.from(copy.getImageData(0, 0, 1, 1).data)"""
HIDDEN = "return document.querySelector(arguments[0]).hidden"


@pytest.fixture(scope="module")
def sample(sample_folder: Path) -> Path:
    return sample_folder / "baygraph.html"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    publish(hostile_dataset(), folder)
    return folder / "baygraph.html"


def node(browser: Browser, key: str) -> tuple[int, float, float]:
    number = browser.run(NODE, key)
    x, y = browser.run(PLACE, number)
    return number, x, y


def test_every_thing_is_drawn_in_the_colour_of_its_class(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    looks = browser.run("return JSON.parse(document.getElementById('words-data').textContent).looks")
    things = browser.run("return window.baygraph.content.things")
    assert len(things) > 15
    for number, thing in enumerate(things):
        x, y = browser.run(PLACE, number)
        *colour, opaque = browser.run(INK, x, y)
        wanted = bytes.fromhex(looks[thing["kind"]]["fill"][1:])
        assert opaque == 255
        assert all(abs(a - b) < 3 for a, b in zip(colour, wanted, strict=True)), thing["key"]


def test_a_plan_is_dashed_and_a_denial_is_not_drawn(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    drawn = browser.run(
        "const {network, scene} = window.baygraph; const lines = [...scene().lines.values()];"
        "const dashes = ({id}) => network.body.edges[id].options.dashes;"
        "return lines.map((line) => [dashes(line), line.facts.map((fact) => fact.id)])"
    )
    facts = browser.run("return window.baygraph.content.facts")
    shown = {number for _, numbers in drawn for number in numbers}
    for fact in facts:
        assert (fact["id"] in shown) == ("object" in fact and fact["modality"] != "denied")
    dashed = [numbers for dashes, numbers in drawn if dashes]
    assert dashed and len(drawn) > len(dashed)
    for dashes, numbers in drawn:
        assert dashes == all(facts[number]["modality"] == "planned" for number in numbers)


def test_the_legend_counts_what_is_there_and_hides_it(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    kinds = browser.run("return window.baygraph.content.things.map((thing) => thing.kind)")
    rows = browser.run(
        "return [...document.querySelectorAll('#legend .row')]"
        ".map((row) => [row.dataset.value, row.querySelector('.count').textContent])"
    )
    assert {kind: int(count) for kind, count in rows} == {kind: kinds.count(kind) for kind in kinds}
    number, x, y = node(browser, "charles-river-station")
    before = browser.run(INK, x, y)
    browser.press("#legend [data-value=OverseasStation]")
    browser.wait(lambda: browser.run(INK, x, y) != before)
    labelled = browser.run("return window.baygraph.labels().map((label) => label.number)")
    assert number not in labelled


def test_a_click_on_a_node_opens_its_card_with_facts_figures_and_quotes(
    browser: Browser, sample: Path
) -> None:
    browser.open(sample)
    browser.click(*node(browser, "zhongshan")[1:])
    browser.wait(lambda: not browser.run(HIDDEN, "#card"))
    browser.unfold()
    card = browser.text("#card")
    for told in (
        "Zhongshan",
        "Чжуншань",
        "中山",
        "≈ 1,250 high-tech company",
        "as of 2018-12",
        "By the end of 2018 Zhongshan had more than 1,250 high-tech companies.",
        "hub of smart manufacturing",
        "Станцию Чарльз-Ривер в Бостоне открыл город Чжуншань.",
        "planned",
        "denied",
        "Harbour talks",
        "2019-04-15",
        "verb-frame",
    ):
        assert told in card
    assert browser.run("return location.hash") == "#thing=zhongshan"
    browser.press("#card header button")
    assert browser.run(HIDDEN, "#card")


def test_a_click_on_a_line_opens_what_it_rests_on(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    ends = [browser.run(NODE, key) for key in ("pearl-bridge-project", "robotics")]
    browser.run(
        "const {network} = window.baygraph;"
        "const [a, b] = arguments[0].map((end) => network.getPosition(end));"
        "network.moveTo({position: {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}, scale: 4}); network.redraw()",
        ends,
    )
    (ax, ay), (bx, by) = (browser.run(PLACE, end) for end in ends)
    browser.click((ax + bx) / 2, (ay + by) / 2)
    browser.wait(lambda: not browser.run(HIDDEN, "#card"))
    card = browser.text("#card")
    assert "Pearl Bridge Project" in card and "robotics" in card
    assert "with Northwind Robotics and Harbour University as partners, is about robotics." in card


def test_pointing_at_a_node_shows_its_quote(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    browser.point_at(*node(browser, "talent-tide")[1:])
    browser.wait(lambda: not browser.run(HIDDEN, "#tip"))
    assert "Бюро науки Чжуншаня ведёт программу" in browser.text("#tip")


@pytest.mark.parametrize("typed", ["zhongshan", "чжуншань", "中山", "ZHÕNGSHAN"])
def test_a_thing_is_found_by_any_of_its_names(browser: Browser, sample: Path, typed: str) -> None:
    browser.open(sample)
    browser.run(
        "const box = document.getElementById('search'); box.value = arguments[0];"
        "box.dispatchEvent(new Event('input'));"
        "box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', cancelable: true}))",
        typed,
    )
    assert browser.text("#card h1") == "Zhongshan"


def test_the_page_and_its_labels_speak_three_languages(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#thing=zhongshan")
    for language, name, kind in (
        ("en", "Zhongshan", "City"),
        ("ru", "Чжуншань", "Город"),
        ("zh", "中山", "城市"),
    ):
        browser.choose("language", language)
        assert browser.text("#card h1") == name
        assert kind in browser.text("#legend")
        browser.wait(lambda name=name: any(name in label for label in labels(browser)))  # type: ignore[misc]


def labels(browser: Browser) -> list[str]:
    found: list[str] = browser.run("return window.baygraph.labels().map((label) => label.label)")
    return found


@pytest.mark.parametrize("scale", [0.2, 0.5, 1, 2])
def test_no_label_lies_on_another_however_near_one_looks(
    browser: Browser, sample: Path, scale: float
) -> None:
    browser.open(sample)
    browser.run(
        "window.baygraph.network.moveTo({scale: arguments[0]}); window.baygraph.network.redraw()", scale
    )
    boxes = browser.run("return window.baygraph.labels()")
    assert boxes
    for at, a in enumerate(boxes):
        for b in boxes[at + 1 :]:
            apart = a["right"] <= b["left"] or b["right"] <= a["left"]
            assert apart or a["bottom"] <= b["top"] or b["bottom"] <= a["top"], (a["label"], b["label"])


def test_dark_and_light_differ_and_both_draw(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    first = browser.run("return getComputedStyle(document.body).backgroundColor")
    browser.press("#theme")
    assert browser.run("return getComputedStyle(document.body).backgroundColor") != first


def test_hostile_text_stays_text(browser: Browser, hostile: Path) -> None:
    browser.open(hostile)
    elements = "return document.querySelectorAll('script, img, svg[onload], b, iframe, object, link').length"
    before = browser.run(elements)
    for number, name in enumerate(HOSTILE):
        browser.run("window.baygraph.open(arguments[0])", browser.run(NODE, f"thing-{number}"))
        browser.unfold()
        shown = browser.run("return document.querySelector('#card h1').textContent")
        assert shown == name.replace("\0", ""), number
        browser.run(MIDDLE, browser.run(NODE, f"thing-{number}"))
        browser.point_at(*browser.run(PLACE, browser.run(NODE, f"thing-{number}")))
    browser.run("window.baygraph.open(arguments[0])", browser.run(NODE, "person"))
    assert HOSTILE[2] in browser.text("#card")
    assert browser.run("return window.hacked === undefined")
    assert browser.run(elements) == before
    links = browser.run("return [...document.querySelectorAll('a')].map((link) => link.protocol)")
    assert set(links) <= {"http:", "https:"}


def test_a_long_name_does_not_break_the_page(browser: Browser, hostile: Path) -> None:
    browser.open(hostile)
    browser.run("window.baygraph.open(arguments[0])", browser.run(NODE, f"thing-{len(HOSTILE) - 1}"))
    width = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0
    assert browser.run("return document.getElementById('card').scrollWidth") <= 400
    assert all(len(label) <= 45 for label in labels(browser))
