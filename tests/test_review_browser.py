"""In a real browser the review page marks, answers to mouse and keys, and takes text for text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, chromium
from hostile_graph import hostile, hostile_dataset
from sample_graph import chinese, english, publish_sample, russian

from baygraph.publish import publish
from baygraph.review import review, write

pytestmark = pytest.mark.slow

KEY = """document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', {key: arguments[0], bubbles: true, cancelable: true}))"""
MARK = """return [...document.querySelectorAll('#text [data-mention]')]
    .find((each) => each.textContent === arguments[0])"""
CHOOSE = """const box = document.getElementById(arguments[0]); box.value = arguments[1];
    box.dispatchEvent(new Event('change'))"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = publish_sample(tmp_path_factory.mktemp("published"))
    texts = [claims.document for claims in (english(), russian(), chinese())]
    write(review(folder, texts).page, folder / "review.html")
    return folder / "review.html"


@pytest.fixture(autouse=True)
def nothing_complained_and_nothing_left(browser: Browser) -> Iterator[None]:
    """After every test: no error in the console, and no request but for the file itself."""
    yield
    assert browser.console() == []
    asked = [address for address in browser.requests() if not address.startswith("data:")]
    assert len(asked) == 1 and asked[0].startswith("file:")


def click_mark(browser: Browser, text: str) -> None:
    browser.run(f"{MARK.replace('return', 'const found =')}; found.click()", text)


def test_the_text_stands_as_it_is_and_each_mention_has_the_colour_of_its_class(
    browser: Browser, sample: Path
) -> None:
    browser.open(sample, "#text=harbour")
    assert browser.run("return document.getElementById('text').textContent") == english().document.text
    kinds = browser.run(
        "return [...document.querySelectorAll('#text [data-kind]')].map((each) => "
        "[each.dataset.kind, getComputedStyle(each).borderBottomColor])"
    )
    assert {"City", "OverseasStation", "Event", "Person", "Statistic"} <= {kind for kind, _ in kinds}
    colours = dict(kinds)
    assert len({*colours.values()}) == len(colours)
    assert all(colours[kind] == colour for kind, colour in kinds)


def test_a_mark_tells_the_facts_with_their_quotes_and_rules(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#text=harbour")
    click_mark(browser, "Charles River Station")
    panel = browser.text("#panel")
    for told in ("Charles River Station", "established by", "Zhongshan has opened the", "verb-frame"):
        assert told in panel


def test_a_fact_shows_the_words_that_it_rests_on(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#text=harbour")
    browser.run(
        "[...document.querySelectorAll('#panel li button')]"
        ".find((each) => each.querySelector('q').textContent === 'Boston, United States').click()"
    )
    quoted = browser.run(
        "return [...document.querySelectorAll('.quoted')].map((each) => each.textContent).join('')"
    )
    assert quoted == "Boston, United States"


def test_all_is_reached_with_the_keyboard(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#text=harbour")
    mentions = browser.run(
        "return new Set([...document.querySelectorAll('[data-mention]')].map((e) => e.dataset.mention)).size"
    )
    assert browser.run("return document.querySelectorAll('#text [tabindex=\"0\"]').length") == mentions
    browser.run("document.querySelector('#text [tabindex=\"0\"]').focus()")
    first = browser.run("return document.activeElement.textContent")
    browser.run(KEY, "ArrowRight")
    assert browser.run("return document.activeElement.textContent") != first
    browser.run(KEY, "ArrowLeft")
    browser.run(KEY, "Enter")
    assert browser.text("#panel h2") == "Zhongshan"
    browser.run(KEY, "Escape")
    assert not browser.run("return document.querySelector('#panel h2')")
    assert browser.run("return document.activeElement.textContent") == first


def test_texts_are_chosen_by_language_and_name(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#text=harbour")
    browser.run(CHOOSE, "languages", "zh")
    assert browser.text("#title") == "硅谷联络站"
    assert browser.run("return document.getElementById('documents').options.length") == 1
    browser.run(CHOOSE, "languages", "")
    seen = set()
    for _ in range(3):
        browser.run("document.getElementById('next').click()")
        seen.add(browser.text("#title"))
    assert seen == {"Harbour talks", "Станции за морем", "硅谷联络站"}


def test_the_page_speaks_three_languages_and_is_light_or_dark(browser: Browser, sample: Path) -> None:
    browser.open(sample, "#text=harbour")
    for language, word in (("en", "Facts of this text"), ("ru", "Факты этого текста"), ("zh", "本文的事实")):
        browser.run(CHOOSE, "labels", language)
        assert word in browser.text("#panel")
    before = browser.run("return getComputedStyle(document.body).backgroundColor")
    browser.run("document.getElementById('theme').click()")
    assert browser.run("return getComputedStyle(document.body).backgroundColor") != before


def test_it_fits_a_phone(browser: Browser, sample: Path) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.open(sample, "#text=harbour")
        assert browser.run("return document.documentElement.scrollWidth") <= 360
        click_mark(browser, "Boston")
        top, bottom = browser.run(
            "const {top, bottom} = document.querySelector('#panel h2').getBoundingClientRect();"
            "return [top, bottom]"
        )
        assert 0 < top < bottom < 740
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    publish(hostile_dataset(), tmp_path)
    write(review(tmp_path, [hostile().document]).page, tmp_path / "review.html")
    browser.open(tmp_path / "review.html")
    assert browser.run("return document.getElementById('text').textContent") == hostile().document.text
    browser.run("document.querySelectorAll('#text [data-mention]').forEach((each) => each.click())")
    assert browser.run("return window.hacked === undefined")
    assert browser.run("return document.querySelectorAll('img, svg, iframe, object, a, b').length") == 0
    width = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert width == 0
