"""The review page shows each text with what was read in it and what was not, and holds nothing but data."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hostile_graph import HOSTILE, hostile, hostile_dataset
from sample_graph import chinese, english, publish_sample, russian

from baygraph.cli import main
from baygraph.errors import NotPublished
from baygraph.model import Document
from baygraph.publish import publish
from baygraph.review import NothingToReview, OtherText, review
from baygraph.terms import CLASSES, PROPERTIES

pytestmark = pytest.mark.package

TEXTS = [claims.document for claims in (english(), russian(), chinese())]


class Parts(HTMLParser):
    """The tags of a page, and what stands in its scripts and its style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.within = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.within = tag

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_data(self, data: str) -> None:
        if self.within in ("script", "style"):
            self.texts.append((*self.tags[-1], data))

    def data(self, name: str) -> Any:
        return next(json.loads(text) for _, attrs, text in self.texts if attrs.get("id") == f"{name}-data")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish_sample(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return review(folder, TEXTS).page


@pytest.fixture(scope="module")
def content(page: str) -> Any:
    return Parts(page).data("content")


def test_every_text_is_there_with_its_mentions_at_their_places(content: Any) -> None:
    assert sorted(text["id"] for text in content["texts"]) == sorted(text.id for text in TEXTS)
    for text in content["texts"]:
        assert text["mentions"]
        said = {
            content["things"][m["thing"]]["key"]: text["text"][m["start"] : m["end"]]
            for m in text["mentions"]
        }
        if text["language"] == "ru":
            assert said["seattle"] == "Сиэтле"


def test_every_fact_has_its_rule_and_the_places_that_it_rests_on(content: Any) -> None:
    keys = [thing["key"] for thing in content["things"]]
    facts = [(text, fact) for text in content["texts"] for fact in text["facts"]]
    assert facts and all(fact["rule"] and fact["places"] for _, fact in facts)
    text, denied = next((text, fact) for text, fact in facts if fact["modality"] == "denied")
    assert (keys[denied["subject"]], denied["property"]) == ("seattle-station", "establishedBy")
    start, end = denied["places"][0]
    assert text["text"][start:end] == "Город не открывал станции в Сиэтле."


def test_a_figure_is_shown_by_its_number_and_what_it_counts(content: Any) -> None:
    figures = {thing["name"]["en"] for thing in content["things"] if thing["kind"] == "Statistic"}
    assert "1250 high-tech company" in figures


def test_what_was_left_out_is_shown_with_its_reason(tmp_path: Path) -> None:
    text = tmp_path / "in.txt"
    text.write_text("Вице-мэр Чжуншаня Лэй Юэлун открыл форум. На церемонии прошёл семинар.", "utf-8")
    assert main(["build", str(text), "-o", str(tmp_path / "out")]) == 0
    reported = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["rejected"]
    shown = Parts(review(tmp_path / "out", [Document("in", text.read_text("utf-8"), "ru")]).page)
    (only,) = shown.data("content")["texts"]
    assert [row["reason"] for row in only["rejected"]] == [row["reason"] for row in reported]


def test_the_policy_allows_this_script_and_this_style_and_nothing_else(page: str) -> None:
    parts = Parts(page)
    policy = next(attrs["content"] for tag, attrs in parts.tags if attrs.get("http-equiv")) or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (text,) = (text for name, attrs, text in parts.texts if name == tag and not attrs.get("type"))
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    for tag, attrs in parts.tags:
        assert not {"src", "srcset", "action", "style", "onclick", "onload"} & attrs.keys(), tag
        assert (attrs.get("href") or "data:,") == "data:,"


def test_the_script_makes_no_markup_of_text(page: str) -> None:
    (script,) = (text for tag, attrs, text in Parts(page).texts if tag == "script" and not attrs.get("type"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


def test_every_word_of_the_page_is_there_in_three_languages(page: str) -> None:
    words = Parts(page).data("words")
    assert set(words["page"]) == {"en", "ru", "zh"}
    assert len({frozenset(said) for said in words["page"].values()}) == 1
    assert set(words["kinds"]) <= set(CLASSES) and "Statistic" in words["kinds"]
    assert all(set(words["terms"][term]) == {"en", "ru", "zh"} for term in PROPERTIES)
    said = set(re.findall(r'(?:say|heading)\("(\w+)"', page))
    assert said and said <= set(words["page"]["en"])


def test_the_same_folder_gives_the_same_page_in_whatever_order_the_texts_come(
    folder: Path, page: str
) -> None:
    assert review(folder, TEXTS[::-1]).page == page


def test_hostile_text_is_data_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    publish(hostile_dataset(), tmp_path)
    shown = review(tmp_path, [hostile().document]).page
    (text,) = Parts(shown).data("content")["texts"]
    assert text["text"] == hostile().document.text
    assert not any(name in shown for name in HOSTILE[:4])


def test_documents_whose_text_is_not_given_are_named(folder: Path) -> None:
    found = review(folder, TEXTS[:1])
    assert (found.texts, found.missing) == (1, tuple(sorted(text.id for text in TEXTS[1:])))


def test_a_text_that_has_changed_is_refused(folder: Path) -> None:
    changed = Document(TEXTS[0].id, f"!{TEXTS[0].text}", "en")
    with pytest.raises(OtherText, match=TEXTS[0].id):
        review(folder, [changed])


def test_without_texts_or_a_graph_it_says_so(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToReview):
        review(folder, [Document("other", "Another text.", "en")])
    with pytest.raises(NotPublished):
        review(tmp_path, TEXTS)


def test_the_command_writes_the_page_beside_the_graph_and_keeps_the_folder_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Город Чжуншань открыл в Бостоне зарубежную рабочую станцию.", "utf-8")
    out = tmp_path / "out"
    assert main(["build", str(text), "-o", str(out)]) == 0
    assert main(["review", str(out), str(text)]) == 0
    assert f"open {out / 'review.html'}" in capsys.readouterr().out
    assert main(["verify", str(out), str(text)]) == 0
    assert main(["review", str(out), str(text), "--page", str(tmp_path / "pages" / "a.html")]) == 0
    assert (tmp_path / "pages" / "a.html").read_bytes() == (out / "review.html").read_bytes()
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["a.html"]
