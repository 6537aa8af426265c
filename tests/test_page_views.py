"""The other ways to look: charts, a timeline, a map, a table; by the keyboard, on a phone, in a crowd."""

import re
from pathlib import Path

import pytest
from browser import Browser
from builders import Said, nobody_known

from baygraph.model import Value
from baygraph.populate import populate
from baygraph.publish import publish
from baygraph.publish.page import render

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quiet")]

FIGURES = {"2016": "1200", "2017": "1350.5", "2018-06": "900", "": "77"}
# What is written or drawn, and on what.
CONTRASTS = [
    *((f"--{front}", f"--{back}") for front in ("text", "muted", "accent") for back in ("ground", "panel")),
    *(("--text", f"--{back}") for back in ("mark", "land", "sea")),
    ("--on-accent", "--accent"),
]
HAS_FOCUS = "return document.activeElement.matches(arguments[0])"
COLOURS = """const style = getComputedStyle(document.documentElement);
const box = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
return arguments[0].map((name) => {
    box.fillStyle = style.getPropertyValue(name); box.fillRect(0, 0, 1, 1);
    return [...box.getImageData(0, 0, 1, 1).data].slice(0, 3)})"""


@pytest.fixture(scope="module")
def page(sample_folder: Path) -> Path:
    return sample_folder / "baygraph.html"


@pytest.fixture(scope="module")
def yearly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city with one measure at several times, and a name in Hanzi alone."""
    texts = [f"In {year or 'all'} Zhongshan had {value} patents." for year, value in FIGURES.items()]
    said = Said("years", " ".join(texts) + " 东坑科技园 opened.", "en", issued="2019", title="Years")
    said.thing("zhongshan", "City", "Zhongshan").thing("park", "Park", "东坑科技园")
    for (year, value), quote in zip(FIGURES.items(), texts, strict=True):
        key = f"patents-{value.replace('.', '-')}"
        said.thing(key, "Statistic", mentions=[quote])
        stated: dict[str, str | Value] = {
            "value": Value(value, "decimal"),
            "measure": Value("patent", lang="en"),
            "about": "zhongshan",
        }
        if year:
            stated["asOf"] = Value(year, "gYearMonth" if "-" in year else "gYear")
        for predicate, term in stated.items():
            said.fact(key, predicate, term, quotes=[quote], rule="figure")
    folder = tmp_path_factory.mktemp("yearly")
    publish(populate([said.done()], nobody_known), folder)
    return folder / "baygraph.html"


def test_figures_of_one_measure_are_a_chart_whose_points_open_their_quotes(
    browser: Browser, yearly: Path
) -> None:
    browser.open(yearly, "#thing=zhongshan")
    points = browser.run(
        "return [...document.querySelectorAll('#card .point')].map((point) => "
        "[Number(point.getAttribute('cx')), Number(point.getAttribute('cy')), point.textContent])"
    )
    assert [text for _, _, text in points] == [
        "2016: 1,200 patent",
        "2017: 1,350.5 patent",
        "2018-06: 900 patent",
    ]
    (x1, y1, _), (x2, y2, _), (x3, y3, _) = points
    assert y2 < y1 < y3
    assert (x3 - x2) / (x2 - x1) == pytest.approx(17 / 12, rel=0.01)
    label = "return document.querySelector('.chart').getAttribute('aria-label')"
    assert browser.run(label) == "patent: 2016 1,200; 2017 1,350.5; 2018-06 900"
    browser.run("document.querySelectorAll('#card .point')[1].focus()")
    browser.keys("\ue007")
    assert browser.text("#card h1").startswith("1,350.5 patent")
    assert "In 2017 Zhongshan had 1350.5 patents." in browser.text("#card mark")


@pytest.mark.parametrize("typed", ["dongkeng", "дункэн", "東坑科技園", "东坑", "DongKeng KeJi"])
def test_a_name_in_one_script_is_found_in_the_others(browser: Browser, yearly: Path, typed: str) -> None:
    browser.open(yearly)
    browser.run("document.getElementById('search').focus()")
    browser.keys(typed)
    assert "东坑科技园" in browser.text("#found [role=option]")
    browser.keys("\ue007")
    assert browser.text("#card h1") == "东坑科技园"


def test_what_is_typed_in_hanzi_finds_a_name_in_pinyin(browser: Browser, yearly: Path) -> None:
    browser.open(yearly)
    browser.run("document.getElementById('search').focus()")
    browser.keys("中山")
    assert "Zhongshan" in browser.text("#found [role=option]")
    browser.keys("nothing of the kind")
    assert browser.text("#found") == "Nothing has this name"


def test_the_timeline_tells_events_by_year(browser: Browser, page: Path) -> None:
    browser.open(page, "#view=timeline")
    assert browser.text("#year-2019 h2") == "2019"
    event = browser.text("#year-2019 li")
    assert "2019-04-12" in event and "Harbour Talent Fair" in event and "Zhongshan" in event
    browser.press("#year-2019 li button")
    assert browser.text("#card h1") == "Harbour Talent Fair"
    browser.press("#legend [data-value=Event]")
    browser.open(page, "#view=timeline&without-class=Event")
    assert browser.text("#timeline .empty") == "No event in view has a date."


def test_the_map_shows_known_places_where_they_are_and_says_what_it_leaves_out(
    browser: Browser, page: Path
) -> None:
    browser.open(page, "#view=map")
    spots = browser.run(
        "const at = (spot) => ['cx', 'cy'].map((end) => Number(spot.firstChild.getAttribute(end)));"
        "const spots = [...document.querySelectorAll('.spot')];"
        "return Object.fromEntries(spots.map((spot) => [spot.dataset.place, at(spot)]))"
    )
    assert {"zhongshan", "boston", "seattle"} <= spots.keys()
    assert spots["zhongshan"][1] == pytest.approx(-22.52, abs=0.01)
    assert spots["seattle"][0] < spots["boston"][0] < 0 < spots["zhongshan"][0]
    outside = re.search(r"Of no known place: (\d+)\.", browser.text("#map-note"))
    labels = browser.run("return [...document.querySelectorAll('.spot')].map((each) => each.ariaLabel)")
    counted = sum(int(label.rpartition(": ")[2]) for label in labels)
    assert outside and counted + int(outside[1]) == browser.run(
        "return window.baygraph.content.things.length"
    )
    browser.run("document.querySelector('[data-place=boston]').focus()")
    browser.keys("\ue007")
    assert browser.text("#card h1") == "Boston" and "Charles River Station" in browser.text("#card .things")
    width = "return document.getElementById('map-picture').viewBox.baseVal.width"
    before = browser.run(width)
    browser.press("#nearer")
    assert browser.run(width) < before
    browser.press("[data-map=world]")
    assert browser.run(width) > 300


def test_the_table_holds_the_facts_of_the_view_and_is_sorted_by_its_heads(
    browser: Browser, page: Path
) -> None:
    browser.open(page, "#view=table&focus=boston,1")
    rows = "return [...document.querySelectorAll('#table tbody tr')].map((row) => row.innerText)"
    assert len(browser.run(rows)) == 2
    browser.open(page, "#view=table")
    caption = browser.text("#table caption")
    shown = browser.run(rows)
    assert caption.endswith(str(len(shown)))
    assert any("denied" in row for row in shown) and any("high-tech company" in row for row in shown)
    browser.press("[data-column=property]")
    names = browser.run(
        "return [...document.querySelectorAll('#table td:nth-of-type(1)')].map((each) => each.innerText)"
    )
    assert names == browser.run("return arguments[0].sort(new Intl.Collator('en').compare)", names)
    sort = "return document.querySelector('th:nth-of-type(2)').getAttribute('aria-sort')"
    assert browser.run(sort) == "ascending"
    browser.press("#table tbody td:last-child button")
    assert browser.text("#card mark")


def test_a_quote_is_marked_inside_its_sentence(browser: Browser, page: Path) -> None:
    browser.open(page, "#edge=charles-river-station,boston")
    browser.unfold()
    quotes = browser.run(
        "return [...document.querySelectorAll('#card blockquote')].map((each) => "
        "[each.querySelector('p').textContent, each.querySelector('mark').textContent])"
    )
    whole = "Zhongshan has opened the Charles River Station in Boston, United States."
    assert ["Charles River Station in Boston", whole] in [[mark, text.strip()] for text, mark in quotes]
    footer = browser.text("#card blockquote footer")
    assert "Harbour talks" in footer and "2019-04-15" in footer and "Rule: verb-frame" in footer


def test_everything_can_be_reached_and_done_by_the_keyboard(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.keys("/")
    assert browser.run(HAS_FOCUS, "#search")
    browser.keys("bost", "\ue015", "\ue013", "\ue007")
    assert browser.text("#card h1") == "Boston" and browser.run(HAS_FOCUS, "#card")
    browser.keys("\ue00c")
    assert browser.run("return document.getElementById('card').hidden") and browser.run(HAS_FOCUS, "#graph")
    seen = set()
    for arrow in ("\ue012", "\ue013", "\ue014", "\ue015"):
        browser.keys(arrow)
        seen.update(browser.run("return window.baygraph.network.getSelectedNodes()"))
    assert len(seen) > 1
    browser.keys("\ue007")
    assert not browser.run("return document.getElementById('card').hidden")
    unnamed = browser.run(
        "const named = (each) => each.ariaLabel || each.textContent.trim() || each.title;"
        "const all = [...document.querySelectorAll('button, select, input, [tabindex=\"0\"]')];"
        "return all.filter((each) => each.checkVisibility() && !named(each)).map((each) => each.outerHTML)"
    )
    assert unnamed == []


def luminance(colour: list[int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser: Browser, page: Path, theme: str) -> None:
    browser.open(page, f"#theme={theme}")
    for front, back in CONTRASTS:
        light, dark = sorted(map(luminance, browser.run(COLOURS, [front, back])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (front, back)


def test_on_a_phone_nothing_is_wider_than_the_screen_and_filters_open(browser: Browser, page: Path) -> None:
    try:
        browser.resize(390, 844)
        for address in ("", "#thing=zhongshan&lang=ru", "#view=table", "#view=map", "#view=timeline&lang=zh"):
            browser.open(page, address)
            wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert browser.run(wider) == 0, address
            outside = browser.run(
                "const over = (each) => each.getBoundingClientRect().right > innerWidth;"
                "const all = [...document.querySelectorAll('#bar button, #bar select, #bar input')];"
                "return all.filter((each) => each.checkVisibility() && over(each)).map((each) => each.id)"
            )
            assert outside == [], address
        browser.open(page)
        assert not browser.run("return document.getElementById('side').checkVisibility()")
        browser.press("#filters")
        assert browser.run("return document.getElementById('side').checkVisibility()")
        browser.keys("\ue00c")
        assert not browser.run("return document.getElementById('side').checkVisibility()")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_crowd_is_shown_by_communities_that_open(browser: Browser, page: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    assert '"crowd":3000' in text
    crowded = tmp_path / "crowded.html"
    crowded.write_text(text.replace('"crowd":3000', '"crowd":12'), "utf-8")
    browser.open(crowded)
    ids = "return window.baygraph.network.body.nodeIndices"
    circles = browser.run(ids)
    assert len(circles) > 1 and all(str(each).startswith("group-") for each in circles)
    assert "More than 12 are shown as" in browser.text("#status")
    assert any(
        "more" in label for label in browser.run("return window.baygraph.labels().map((each) => each.label)")
    )
    browser.run(
        "window.baygraph.open(window.baygraph.content.things.findIndex((thing) => thing.key === 'boston'))"
    )
    single = browser.run(ids)
    assert (
        browser.run("return window.baygraph.content.things.findIndex((thing) => thing.key === 'boston')")
        in single
    )
    assert any(str(each).startswith("group-") for each in single)
    browser.open(crowded)
    x, y = browser.run(
        "const {network} = window.baygraph; const id = network.body.nodeIndices[0];"
        "const {x, y} = network.canvasToDOM(network.getPosition(id)); return [x, y]"
    )
    browser.click(x, y)
    browser.wait(lambda: browser.run("return !document.getElementById('card').hidden"))
    assert "A community" in browser.text("#card") and "opened=" in browser.run("return location.hash")
    assert any(isinstance(each, int) for each in browser.run(ids))
    browser.open(crowded, "#focus=boston,1")
    assert all(isinstance(each, int) for each in browser.run(ids))


@pytest.mark.parametrize("view", ["graph", "map", "timeline", "table"])
def test_an_empty_graph_says_so_in_every_view(browser: Browser, tmp_path: Path, view: str) -> None:
    page = tmp_path / "empty.html"
    page.write_text(render([]), "utf-8")
    browser.open(page, f"#view={view}")
    assert browser.text("#hint") == "This graph holds nothing to draw."
    browser.press("#fit")
    assert browser.run("return document.getElementById('facets').textContent") == ""
