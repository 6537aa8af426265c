"""The current view as a picture, a table and a query that gives the same things and lines again."""

import base64
import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest
from browser import Browser
from hostile_graph import HOSTILE, hostile_dataset

from baygraph.publish import open_store, publish
from baygraph.query import run
from baygraph.terms import BAY, ID

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quiet")]

VIEW = """const {content, view} = window.baygraph; const {things, lines} = view();
const iri = (number) => content.things[number].iri;
return {things: [...things].map(iri).sort(), lines: lines.map((fact) => [iri(fact.subject),
        'https://w3id.org/baygraph/ontology#' + fact.property, iri(fact.object)]).sort()}"""
# What is saved is caught where the browser would write it to its folder of downloads.
CAUGHT = """const done = arguments[arguments.length - 1];
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => {
    URL.createObjectURL = make;
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
    return '#';
};
HTMLAnchorElement.prototype.click = () => {};
document.getElementById('save').click();
document.querySelector(`[data-save=${arguments[0]}]`).click();"""


@pytest.fixture(scope="module")
def page(sample_folder: Path) -> Path:
    return sample_folder / "baygraph.html"


@pytest.fixture(scope="module")
def store(sample_folder: Path) -> ox.Store:
    return open_store(sample_folder)


def saved(browser: Browser, kind: str) -> tuple[str, bytes]:
    """The media type and the bytes of what the page offers to save."""
    address = browser.driver.execute_async_script(CAUGHT, kind)
    head, _, body = address.partition(";base64,")
    return head.removeprefix("data:"), base64.b64decode(body)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#without-class=Field,Person",
        "#without-property=locatedIn,partner",
        "#without-status=stated",
        "#without-status=planned",
        "#without-source=en",
        "#without-source=none,ru",
        "#from=2020",
        "#from=2019&to=2019&without-class=City",
        "#city=zhongshan&without-status=planned",
        "#focus=boston,2",
        "#path=boston,liang-wei",
        "#focus=boston,1&shown=charles-river-station&kept=robotics",
        "#folded=zhongshan",
    ],
)
def test_the_query_gives_the_things_and_lines_of_the_view(
    browser: Browser, page: Path, store: ox.Store, address: str
) -> None:
    browser.open(page, address)
    seen = browser.run(VIEW)
    text = browser.run("return window.baygraph.query()")
    # Whether a store takes its graphs for one or for several, the answer is the same.
    for answer in (run(store, text), store.query(text)):
        assert isinstance(answer, ox.QuerySolutions)
        rows = [[term.value if isinstance(term, ox.NamedNode) else "" for term in row] for row in answer]
        assert seen["things"] == sorted({iri for thing, _, other in rows for iri in (thing, other) if iri})
        assert seen["lines"] == sorted(row for row in rows if row[1])


def test_the_query_is_shown_and_can_be_copied_from(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("#save")
    browser.press("[data-save=sparql]")
    assert browser.run("return document.getElementById('query').open")
    assert browser.text("#query pre").strip() == browser.run("return window.baygraph.query()").strip()


def test_a_picture_has_the_size_of_the_screen_and_what_is_on_it(browser: Browser, page: Path) -> None:
    browser.open(page)
    kind, drawing = saved(browser, "svg")
    assert kind == "image/svg+xml"
    root = ET.fromstring(drawing)
    texts = {"".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Zhongshan", "Boston"} <= texts
    shapes = [each for each in root.iter("{http://www.w3.org/2000/svg}path")]
    assert len(shapes) == len(browser.run(VIEW)["things"])
    kind, pixels = saved(browser, "png")
    assert kind == "image/png" and pixels[:8] == b"\x89PNG\r\n\x1a\n"
    size = [int.from_bytes(pixels[at : at + 4], "big") for at in (16, 20)]
    graph = browser.run("const {clientWidth, clientHeight} = document.getElementById('graph');"
                        "return [clientWidth, clientHeight]")  # fmt: skip
    assert size == [2 * length for length in graph]


def test_the_map_and_the_timeline_are_pictures_too(browser: Browser, page: Path) -> None:
    for view in ("map", "timeline"):
        browser.open(page, f"#view={view}")
        assert ET.fromstring(saved(browser, "svg")[1]).tag == "{http://www.w3.org/2000/svg}svg"
        assert saved(browser, "png")[1][:4] == b"\x89PNG"


def test_the_table_tells_every_fact_and_figure_of_the_view(browser: Browser, page: Path) -> None:
    browser.open(page, "#focus=zhongshan,1")
    kind, body = saved(browser, "csv")
    assert kind == "text/csv" and body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    facts = {(row["iri"], row["value_iri"]) for row in rows if row["value_iri"]}
    assert {(one, other) for one, _, other in browser.run(VIEW)["lines"]} <= facts
    companies = next(row for row in rows if row["property"] == "high-tech company")
    assert (companies["iri"], companies["value"], companies["when"]) == (f"{ID}zhongshan", "1250", "2018-12")
    assert companies["quotes"].startswith("By the end of 2018 Zhongshan had more than")
    assert companies["rules"] == "figure" and companies["sources"] == "Harbour talks"
    assert {"stated", "planned"} <= {row["status"] for row in rows}


def test_hostile_text_stays_data_in_what_is_saved(browser: Browser, tmp_path: Path) -> None:
    publish(hostile_dataset(), tmp_path)
    browser.open(tmp_path / "baygraph.html")
    rows = list(csv.DictReader(io.StringIO(saved(browser, "csv")[1].decode("utf-8-sig"))))
    assert set(HOSTILE[:4]) <= {row["thing"] for row in rows}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]
    root = ET.fromstring(saved(browser, "svg")[1])
    tags = {each.tag.partition("}")[2] for each in root.iter()}
    assert tags <= {"svg", "title", "rect", "path", "line", "text", "tspan"}
    for address in ("", "#focus=thing-0,2"):
        browser.open(tmp_path / "baygraph.html", address)
        answer = run(open_store(tmp_path), browser.run("return window.baygraph.query()"))
        assert isinstance(answer, ox.QuerySolutions)
        assert f"{BAY}cooperatesWith" in {row["property"].value for row in answer if row["property"]}
