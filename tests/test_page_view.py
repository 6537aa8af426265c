"""What is in view follows from filters, focus, paths and single choices, and the address says it all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser import Browser

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("quiet")]

VIEW = """const {content, view} = window.baygraph; const {things, lines} = view();
const key = (number) => content.things[number].key;
return {things: [...things].map(key).sort(),
        lines: lines.map((fact) => [key(fact.subject), fact.property, key(fact.object)]).sort()}"""
OPEN = """window.baygraph.open(
    window.baygraph.content.things.findIndex((thing) => thing.key === arguments[0]))"""


@pytest.fixture(scope="module")
def page(sample_folder: Path) -> Path:
    return sample_folder / "baygraph.html"


def lines(browser: Browser) -> set[tuple[str, str, str]]:
    return {tuple(line) for line in browser.run(VIEW)["lines"]}


def things(browser: Browser) -> set[str]:
    return set(browser.run(VIEW)["things"])


def drawn(browser: Browser) -> set[str]:
    """The keys of the nodes that the drawing really has."""
    ids = browser.run("const {network, content} = window.baygraph;"
                      "return network.body.nodeIndices.map((id) => content.things[id].key)")  # fmt: skip
    return set(ids)


def facts(browser: Browser, keep: Callable[[Any, Any], bool]) -> set[tuple[str, str, str]]:
    """The lines that pass a filter written in Python, from the page's records."""
    content = browser.run("const {content} = window.baygraph; return content")
    keys = [thing["key"] for thing in content["things"]]
    return {
        (keys[fact["subject"]], fact["property"], keys[fact["object"]])
        for fact in content["facts"]
        if "object" in fact and fact["modality"] != "denied" and keep(fact, content)
    }


def documents(fact: Any, content: Any) -> list[Any]:
    quotes = [quote for claim in fact["claims"] for quote in claim["quotes"]]
    return [content["documents"][content["quotes"][quote]["document"]] for quote in quotes]


def test_each_filter_lets_through_what_it_says(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("[data-facet=property][data-value=locatedIn]")
    assert lines(browser) == facts(browser, lambda fact, _: fact["property"] != "locatedIn")
    browser.press("#reset")
    browser.press("[data-facet=status][data-value=stated]")
    planned = facts(browser, lambda fact, _: fact["modality"] == "planned")
    assert planned and lines(browser) == planned
    assert drawn(browser) == {end for subject, _, object_ in planned for end in (subject, object_)}
    browser.press("#reset")
    browser.press("[data-facet=source][data-value=en]")
    other = facts(browser, lambda fact, c: any(d["language"] != "en" for d in documents(fact, c)))
    assert other and lines(browser) == other
    browser.press("#reset")
    browser.choose("to", "2019")
    early = facts(browser, lambda fact, c: any(d["issued"][:4] <= "2019" for d in documents(fact, c)))
    assert early and lines(browser) == early
    browser.press("#reset")
    assert drawn(browser) == {thing["key"] for thing in browser.run("return window.baygraph.content.things")}


def test_a_city_keeps_what_it_takes_part_in_and_what_lies_in_it(browser: Browser, page: Path) -> None:
    browser.open(page)
    number = browser.run("return window.baygraph.content.things.findIndex((thing) => thing.key === 'boston')")
    browser.choose("city", str(number))
    assert things(browser) == {"boston", "charles-river-station", "united-states", "zhongshan"}
    assert ("charles-river-station", "establishedBy", "zhongshan") in lines(browser)
    cities = "return document.querySelector('#legend [data-value=City] .count').textContent"
    assert browser.run(cities) == "2"


def test_the_legend_is_the_filter_and_counts_what_the_other_filters_leave(
    browser: Browser, page: Path
) -> None:
    browser.open(page)
    count = "return Number(document.querySelector('#legend [data-value=City] .count').textContent)"
    assert browser.run(count) == 3
    browser.press("[data-key='only status planned']")
    assert browser.run(count) == 1
    browser.press("#legend [data-value=City]")
    assert browser.run(count) == 1 and "zhongshan" not in things(browser)
    assert browser.run("return document.querySelector('#legend [data-value=City]').ariaPressed") == "false"
    browser.press("[data-key='only class City']")
    assert browser.run("return [...window.baygraph.state.without.class].length") > 3
    browser.press("[data-key='only class City']")
    assert browser.run("return [...window.baygraph.state.without.class].length") == 0


def test_focus_keeps_what_is_some_steps_away(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(OPEN, "boston")
    for steps, around in (
        (1, {"boston", "united-states", "charles-river-station"}),
        (2, {"boston", "united-states", "charles-river-station", "zhongshan"}),
    ):
        browser.press(f"#card .steps button:nth-of-type({steps})")
        assert things(browser) == around == drawn(browser)
    assert "focus=boston,2" in browser.run("return location.hash")
    browser.press("#chips button")
    assert len(things(browser)) > 10


def test_a_shortest_path_is_found_shown_and_told(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(OPEN, "boston")
    browser.press("#card [data-do=path]")
    assert "Boston" in browser.text("#chips")
    browser.run(OPEN, "liang-wei")
    path = {"boston", "charles-river-station", "zhongshan", "liang-wei"}
    assert things(browser) == path == drawn(browser)
    assert "path=boston,liang-wei" in browser.run("return location.hash")
    assert "Shortest path" in browser.text("#card")
    browser.unfold()
    assert "Charles River Station in Boston" in browser.text("#card blockquote")


def test_where_nothing_leads_the_page_says_so(browser: Browser, page: Path) -> None:
    browser.open(page, "#path=seattle-station,boston")
    assert "Nothing in the chosen filters" in browser.text("#chips")


def test_neighbours_are_shown_and_hidden(browser: Browser, page: Path) -> None:
    browser.open(page, "#focus=boston,1")
    browser.run(OPEN, "charles-river-station")
    browser.press("#card [data-do=show]")
    assert "zhongshan" in drawn(browser)
    browser.press("#card [data-do=show]")
    assert "zhongshan" not in drawn(browser)
    browser.run(OPEN, "boston")
    browser.press("#card [data-do=hide]")
    assert "united-states" not in drawn(browser) and "boston" in drawn(browser)


def test_a_thing_that_is_looked_for_is_shown_in_spite_of_filters(browser: Browser, page: Path) -> None:
    browser.open(page, "#without-class=Person")
    assert "liang-wei" not in drawn(browser)
    browser.run(OPEN, "liang-wei")
    assert "liang-wei" in drawn(browser)
    assert browser.text("#card h1") == "Liang Wei"


def test_back_and_forward_lead_through_what_was_looked_at(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.forget_history()
    browser.run(OPEN, "boston")
    browser.run(OPEN, "zhongshan")
    browser.press("#legend [data-value=Field]")
    browser.press("#back")
    browser.wait(lambda: "robotics" in drawn(browser))
    assert browser.text("#card h1") == "Zhongshan"
    browser.press("#back")
    browser.wait(lambda: browser.text("#card h1") == "Boston")
    browser.press("#forward")
    browser.wait(lambda: browser.text("#card h1") == "Zhongshan")


def test_an_address_gives_the_same_view_again(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press("#legend [data-value=Person]")
    browser.choose("from", "2020")
    browser.choose("language", "ru")
    browser.run(OPEN, "zhongshan")
    browser.press("#views [data-view=table]")
    seen, address = browser.run(VIEW), browser.run("return location.hash")
    browser.open(page, address)
    assert browser.run(VIEW) == seen
    assert browser.text("#card h1") == "Чжуншань"
    assert not browser.run("return document.getElementById('table').hidden")
    assert browser.run("return location.hash") == address


@pytest.mark.parametrize(
    "address",
    [
        "#thing=nobody&focus=x,9&path=a,b&city=none&from=now&view=hole&figure=99999&lang=xx",
        "#edge=boston&opened=1,x,-3&shown=,,&without-class=<script>,__proto__&group=77",
        "#%E0%A4%A&thing=%00",
    ],
)
def test_an_address_that_names_nothing_is_passed_over(browser: Browser, page: Path, address: str) -> None:
    browser.open(page, address)
    assert len(drawn(browser)) == browser.run("return window.baygraph.content.things.length")
    assert browser.run("return document.getElementById('card').hidden")
