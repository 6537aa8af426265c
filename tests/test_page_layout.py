"""Nodes stand where nothing covers them, with those that belong together, and always in the same place."""

import random
from itertools import combinations
from math import dist
from statistics import mean
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baygraph.publish.page.labels import COLUMNS, LINES, columns, room, shorten
from baygraph.publish.page.layout import place
from baygraph.publish.page.names import best
from baygraph.publish.page.palette import mix, palette
from baygraph.publish.page.rectangles import Size, pack, separate

pytestmark = pytest.mark.package

sizes = st.builds(Size, st.integers(5, 90), st.integers(5, 40))
spots = st.tuples(st.integers(-200, 200), st.integers(-200, 200))


def covered(centres: list[tuple[float, float]], halves: list[Size], tolerance: float = 0) -> int:
    pairs = combinations(zip(centres, halves, strict=True), 2)
    return sum(
        abs(a[0] - b[0]) < one.across + other.across - tolerance
        and abs(a[1] - b[1]) < one.down + other.down - tolerance
        for (a, one), (b, other) in pairs
    )


@given(st.lists(st.tuples(spots, sizes), min_size=1, max_size=25))
def test_rectangles_end_apart_wherever_they_start(boxes: list[tuple[tuple[int, int], Size]]) -> None:
    halves = [size for _, size in boxes]
    assert not covered(separate([spot for spot, _ in boxes], halves), halves)


def test_rectangles_that_are_apart_stay_where_they_are() -> None:
    centres = [(0.0, 0.0), (100.0, 0.0), (0.0, 60.0)]
    assert separate(centres, [Size(40, 20)] * 3) == centres


@given(st.lists(st.tuples(sizes, st.none() | st.floats(-3, 3)), min_size=1, max_size=25))
def test_packed_rectangles_are_apart(boxes: list[tuple[Size, float | None]]) -> None:
    halves = [size for size, _ in boxes]
    assert not covered(pack(halves, [angle for _, angle in boxes]), halves, tolerance=0.01)


def towns(count: int, people: int) -> list[tuple[int, int]]:
    """Groups that are close within, each with one link to the next."""
    draw = random.Random(5)
    links = [(a, b) for a in range(count * people) for b in range(a) if a // people == b // people]
    kept = [link for link in links if draw.random() < 0.5]
    return kept + [(town * people, (town + 1) * people) for town in range(count - 1)]


def test_communities_stand_together() -> None:
    places = place([Size(40, 20)] * 60, towns(6, 10))
    within = mean(dist(places[a], places[b]) for a, b in combinations(range(60), 2) if a // 10 == b // 10)
    between = mean(dist(places[a], places[b]) for a, b in combinations(range(60), 2) if a // 10 != b // 10)
    assert within * 2 < between


@pytest.mark.parametrize(
    "links", [[], [(0, n) for n in range(1, 450)], towns(9, 50)], ids=["none", "star", "towns"]
)
def test_no_box_lies_on_another_in_any_kind_of_graph(links: list[tuple[int, int]]) -> None:
    halves = [Size(30 + number % 40, 18) for number in range(450)]
    places = place(halves, links)
    # A pixel is lost where places are rounded.
    assert not covered([(float(x), float(y)) for x, y in places], halves, tolerance=1)
    assert places == place(halves, reversed(links))


def test_small_graphs_have_places_too() -> None:
    assert place([], []) == []
    assert place([Size(10, 10)], []) == [(0, 0)]
    assert len(set(place([Size(10, 10)] * 2, [(0, 1), (1, 0), (0, 0)]))) == 2


@given(st.text(max_size=500))
def test_a_label_fits_two_lines_whatever_the_name(name: str) -> None:
    lines = shorten(name).split("\n")
    assert len(lines) <= LINES
    assert all(columns(line) <= COLUMNS for line in lines)
    assert not {category(letter) for line in lines for letter in line} & {"Cc", "Cf", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Zhongshan", "Zhongshan"),
        ("Hong Kong University of Science and Technology", "Hong Kong University\nof Science and…"),
        ("Гонконгский университет науки и технологии", "Гонконгский\nуниверситет науки и…"),
        ("东莞松山湖港澳青年创新创业基地", "东莞松山湖港澳青年创\n新创业基地"),
        ("a\u202eb \t c\n", "ab c"),
        ("Unbreakablenamewithoutanyspaceinit", "Unbreakablenamewitho\nutanyspaceinit"),
    ],
)
def test_a_name_breaks_where_its_script_breaks(name: str, label: str) -> None:
    assert shorten(name) == label


def test_a_wide_letter_takes_two_columns_and_a_mark_none() -> None:
    assert columns("中山") == 4
    assert columns("e\u0301") == 1
    assert room("中山\nab", 10).width == room("abcd", 10).width


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "Lei Yuelong"), ("ru", "Лэй Юэлун"), ("zh", "雷岳龙")],
)
def test_a_reader_sees_a_name_in_their_language_or_letters(language: str, shown: str) -> None:
    names = [("Лэй Юэлун", "ru", True), ("雷岳龍", "zh-Hant", False), ("雷岳龙", "zh-Hans", False)]
    known = [*names, ("Lei Yuelong", "zh-Latn", False)]
    assert known[best(known, language)][0] == shown


def test_colours_are_told_apart_by_lightness_within_a_kind() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    shapes = {name: look.shape for name, look in palette().items()}
    assert shapes["City"] == shapes["Country"] != shapes["Company"]
    assert palette()["City"].fill != palette()["Country"].fill
