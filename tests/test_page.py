"""The page is one file that holds the graph as data, asks for nothing, and is the same every time."""

import base64
import hashlib
import json
import random
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hostile_graph import HOSTILE, hostile_dataset
from sample_graph import RUSSIAN, publish_sample, sentence

from baygraph.publish import publish
from baygraph.publish.merging import read_triples
from baygraph.publish.page import render
from baygraph.terms import CLASSES, PROPERTIES, THINGS, is_a

pytestmark = pytest.mark.package

SHOWN = ("baygraph.ttl", "evidence.ttl")


class Parts(HTMLParser):
    """The tags of a page with their attributes, and the text of each script and style."""

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
    return (folder / "baygraph.html").read_text("utf-8")


@pytest.fixture(scope="module")
def content(page: str) -> Any:
    return Parts(page).data("content")


def facts_of(content: Any, key: str) -> list[tuple[str, str, str]]:
    keys = [thing["key"] for thing in content["things"]]
    return [
        (fact["property"], keys[fact["object"]] if "object" in fact else fact["value"], fact["modality"])
        for fact in content["facts"]
        if keys[fact["subject"]] == key
    ]


def test_the_policy_allows_the_scripts_and_the_style_of_the_page_and_nothing_else(page: str) -> None:
    parts = Parts(page)
    policy = next(attrs["content"] for tag, attrs in parts.tags if attrs.get("http-equiv")) or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        texts = [text for name, attrs, text in parts.texts if name == tag and not attrs.get("type")]
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[rule].split() == [f"'sha256-{digest}'" for digest in digests]
    assert set(rules) == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}
    assert rules["img-src"] == "data:"


def test_the_page_points_to_nothing_outside_of_itself(page: str) -> None:
    for tag, attrs in Parts(page).tags:
        assert not {"src", "srcset", "action", "style", "onclick", "onload"} & attrs.keys(), tag
        assert (attrs.get("href") or "data:,") == "data:,"
    style = next(text for tag, _, text in Parts(page).texts if tag == "style")
    assert "url(" not in style and "@import" not in style


def test_the_licence_of_the_library_travels_with_it(page: str) -> None:
    assert "Permission is hereby granted, free of charge" in page
    assert "Copyright (c) 2017-2019 visjs contributors" in page


def test_the_same_graph_gives_the_same_page_in_whatever_order_it_is_read(folder: Path, page: str) -> None:
    triples = [triple for name in SHOWN for triple in read_triples(folder, name)]
    random.Random(7).shuffle(triples)
    assert render(triples) == page


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_graph_gives_the_same_page_in_another_process(folder: Path, page: str, seed: str) -> None:
    program = "import sys; from pathlib import Path; from baygraph.publish.merging import read_triples; "
    program += "from baygraph.publish.page import render; folder, *names = map(Path, sys.argv[1:]); "
    program += "triples = (triple for name in names for triple in read_triples(folder, name)); "
    program += "sys.stdout.buffer.write(render(triples).encode())"
    command = [sys.executable, "-c", program, str(folder), *SHOWN]
    environment = {"PYTHONHASHSEED": seed, "LC_ALL": "C", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert done.stdout.decode() == page


def test_things_are_nodes_and_figures_documents_and_evidence_are_not(page: str, content: Any) -> None:
    kinds = {thing["kind"] for thing in content["things"]}
    assert all(is_a(kind, *THINGS) for kind in kinds)
    assert len(content["figures"]) == 3 and len(content["documents"]) == 3
    nodes = Parts(page).data("drawing")["nodes"]
    assert [node["id"] for node in nodes] == list(range(len(content["things"])))
    assert [node["group"] for node in nodes] == [thing["kind"] for thing in content["things"]]


def test_a_card_tells_facts_with_their_quotes_and_figures_with_theirs(content: Any) -> None:
    assert facts_of(content, "charles-river-station") == [
        ("locatedIn", "boston", ""),
        ("establishedBy", "zhongshan", ""),
    ]
    fact = next(
        fact for fact in content["facts"] if fact["property"] == "establishedBy" and len(fact["claims"]) == 2
    )
    quotes = [content["quotes"][number] for claim in fact["claims"] for number in claim["quotes"]]
    assert sentence(RUSSIAN, "открыл")[0] in [quote["text"] for quote in quotes]
    assert {content["documents"][quote["document"]]["title"] for quote in quotes} == {
        "Harbour talks",
        "Станции за морем",
    }
    figure = next(figure for figure in content["figures"] if figure["value"] == "1250")
    assert (figure["measure"], figure["asOf"], figure["approximate"]) == (
        "high-tech company",
        "2018-12",
        True,
    )
    assert [
        content["quotes"][number]["text"] for claim in figure["claims"] for number in claim["quotes"]
    ] == ["By the end of 2018 Zhongshan had more than 1,250 high-tech companies."]


def test_a_plan_and_a_denial_are_told_as_such(content: Any) -> None:
    assert ("establishedBy", "zhongshan", "denied") in facts_of(content, "seattle-station")
    assert ("establishedBy", "zhongshan", "planned") in facts_of(content, "silicon-valley-station")


def test_what_merely_follows_is_not_drawn(content: Any) -> None:
    assert ("locatedIn", "united-states", "") not in facts_of(content, "charles-river-station")
    assert ("cooperatesWith", "northwind-robotics", "") not in facts_of(content, "harbour-university")


def test_a_thing_is_shown_by_its_name_in_the_language_of_the_page(content: Any) -> None:
    city = next(thing for thing in content["things"] if thing["key"] == "zhongshan")
    assert city["label"] == {"en": "Zhongshan", "ru": "Чжуншань", "zh": "中山"}
    lab = next(thing for thing in content["things"] if thing["key"] == "coastal-laboratory")
    assert set(lab["label"].values()) == {"Прибрежная\nлаборатория"}


def test_every_term_and_word_has_a_name_in_three_languages(page: str) -> None:
    words = Parts(page).data("words")
    assert set(words["page"]) == {"en", "ru", "zh"}
    assert len({frozenset(said) for said in words["page"].values()}) == 1
    for term in (*CLASSES, *PROPERTIES):
        assert set(words["terms"][term]) == {"en", "ru", "zh"}, term
    kinds = [name for name in CLASSES if is_a(name, *THINGS)]
    assert sorted(words["looks"]) == sorted(kinds)
    assert len({(look["fill"], look["shape"]) for look in words["looks"].values()}) == len(kinds)


def test_every_word_that_the_script_says_is_there(page: str) -> None:
    parts = Parts(page)
    script = max((text for tag, attrs, text in parts.texts if "writeWords" in text), key=len)
    said = set(re.findall(r'say\("(\w+)"', script)) | set(re.findall(r'Section\("(\w+)"', script))
    assert said and said <= set(parts.data("words")["page"]["en"])


def test_hostile_text_is_data_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    publish(hostile_dataset(), tmp_path)
    hostile = (tmp_path / "baygraph.html").read_text("utf-8")
    plain = Parts((publish_sample(tmp_path / "plain") / "baygraph.html").read_text("utf-8"))
    found = Parts(hostile)
    assert Counter(tag for tag, _ in found.tags) == Counter(tag for tag, _ in plain.tags)
    names = {text for thing in found.data("content")["things"] for text, _, _ in thing["names"]}
    assert set(HOSTILE) <= names
    for name in HOSTILE[:4]:
        assert name not in hostile


def test_an_empty_graph_is_a_page_too() -> None:
    page = render([])
    assert Parts(page).data("content")["things"] == []
    assert Parts(page).data("drawing")["nodes"] == []
