"""The page of queries in a real browser: completion, examples, answers and mistakes, by keyboard alone."""

import json
from collections.abc import Iterator

import pytest
from browser import Browser
from served import Server

SHOWN = "return !document.getElementById(arguments[0]).hidden"
ROWS = "return document.querySelectorAll('#rows tbody tr').length"


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Browser]:
    """The page, empty; in the end it must have asked nobody else, and have had no error."""
    browser.driver.get("about:blank")
    browser.forget()
    visit(browser, server, "/query")
    yield browser
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    # What the server refuses is an error for the console of Chromium, but not for the page.
    assert [each for each in browser.console() if "responded with a status of 4" not in each] == []
    events = [json.loads(entry["message"])["message"] for entry in browser.driver.get_log("performance")]
    asked = [
        each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"
    ]
    assert asked and all(url.startswith((server.address, "data:", "blob:", "about:")) for url in asked)


def visit(browser: Browser, server: Server, path: str) -> None:
    browser.driver.get("about:blank")
    browser.driver.get(server.address + path)
    browser.wait(lambda: browser.run("return document.documentElement.dataset.ready === 'true'"))


def write(page: Browser, text: str) -> None:
    page.run("const t = document.getElementById('text'); t.value = ''; t.focus()")
    page.driver.find_element("id", "text").send_keys(text)


def value(page: Browser) -> str:
    return str(page.run("return document.getElementById('text').value"))


def test_a_query_is_written_with_completions_and_answered_with_links(page: Browser, server: Server) -> None:
    from selenium.webdriver.common.keys import Keys

    write(page, "SELECT * { ?s ?p чжун")
    page.wait(lambda: page.run(SHOWN, "completions"))
    assert "Completions: " in page.run("return document.getElementById('found').textContent")
    page.keys(Keys.ARROW_DOWN)
    assert page.run("return document.getElementById('text').getAttribute('aria-activedescendant')")
    page.keys(Keys.ENTER, " } ORDER BY ?s")
    assert value(page) == (
        "PREFIX id: <https://w3id.org/baygraph/id/>\nSELECT * { ?s ?p id:zhongshan } ORDER BY ?s"
    )
    page.keys(Keys.ESCAPE)
    page.driver.find_element("id", "text").send_keys(Keys.CONTROL, Keys.ENTER)
    page.wait(lambda: page.run(ROWS))
    page.wait(lambda: "Charles River Station" in page.text("#rows"))
    link = page.run(
        "return [...document.querySelectorAll('#rows a')].find(a => a.innerText.startsWith('Charles')).href"
    )
    assert link.endswith("/page/charles-river-station")
    assert page.text("#status").startswith("Rows: ")


def test_an_example_takes_values_and_runs(page: Browser) -> None:
    page.choose("example", "stations-of")
    page.wait(lambda: page.text("#question").endswith("?") and page.text("#reading"))
    assert not value(page).startswith("#+")
    page.wait(lambda: "VALUES ?city { UNDEF }" in value(page) or "?city" in value(page))
    page.run("document.querySelector('#fields input[name=city]').value = '中山'")
    page.press("#parameters button")
    page.wait(lambda: page.run(ROWS))
    assert "VALUES ?city { <https://w3id.org/baygraph/id/zhongshan> }" in value(page)
    page.wait(lambda: "Charles River Station" in page.text("#rows"))
    page.run("document.querySelector('#fields input[name=city]').value = '\"><img src=x>'")
    page.press("#parameters button")
    page.wait(lambda: page.run(SHOWN, "error"))
    assert '"><img src=x>' in page.text("#message")


def test_a_mistake_is_shown_with_its_place_and_data_is_never_markup(page: Browser) -> None:
    write(page, "SELECT * {\n ?s ?p }")
    page.press("#run")
    page.wait(lambda: page.run(SHOWN, "error"))
    page.press("#goto")
    assert page.run("return document.getElementById('text').selectionStart") >= len("SELECT * {\n")
    write(page, 'SELECT ("<img src=x onerror=alert(1)>" AS ?x) (<javascript:alert(1)> AS ?y) {}')
    page.press("#run")
    page.wait(lambda: page.run(ROWS))
    assert "<img src=x onerror=alert(1)>" in page.text("#rows")
    assert page.run("return document.querySelectorAll('#rows img, #rows a').length") == 0
    write(page, "CONSTRUCT WHERE { ?s ?p ?o }")
    page.press("#run")
    page.wait(lambda: "@prefix" in page.text("#rows"))


def test_a_link_holds_a_query_and_the_field_is_left_by_tab(page: Browser, server: Server) -> None:
    from selenium.webdriver.common.keys import Keys

    visit(page, server, "/query#query=ASK+%7B%7D")
    assert value(page) == "ASK {}"
    page.run("document.getElementById('text').focus()")
    page.keys(Keys.TAB)
    assert page.run("return document.activeElement.id") == "run"
    page.keys(Keys.ENTER)
    page.wait(lambda: page.text("#rows").strip() == "Yes")
    visit(page, server, "/query#example=stations-of")
    page.wait(lambda: "?city" in value(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_stand_where_the_caret_is_and_are_readable(
    page: Browser, server: Server, scheme: str
) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    write(page, "SELECT ?x {\n  ?x ?y 'Чжуншань 中山' # x\n}")
    page.run("window.scrollTo(0, 0)")
    area, marks = (
        page.run(
            "const e = document.getElementById(arguments[0]); const s = getComputedStyle(e);"
            "return [s.fontSize, s.lineHeight, s.fontFamily, s.paddingLeft, s.whiteSpace, e.clientWidth]",
            name,
        )
        for name in ("text", "marks")
    )
    assert area == marks
    assert page.run("return document.getElementById('marks').textContent") == value(page) + "\n"
    assert page.run("return document.querySelectorAll('#marks .variable').length") == 3
    colours = page.run(
        "return ['body', '.word', '.string', '.variable', '.comment'].map(s => getComputedStyle("
        "document.querySelector(s)).color).concat(getComputedStyle(document.getElementById('marks')).backgroundColor)"
    )
    *letters, ground = map(luminance, colours)
    for letter in letters:
        assert (max(letter, ground) + 0.05) / (min(letter, ground) + 0.05) >= 4.5
    assert (ground < 0.5) is (scheme == "dark")


def luminance(colour: str) -> float:
    """The relative luminance of ``rgb(r, g, b)``, as WCAG 2 has it."""
    parts = [int(each) / 255 for each in colour.removeprefix("rgb(").rstrip(")").split(",")]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
