"""Reading takes a time that grows with a text's length and no faster, whatever stands in it."""

import random
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baygraph.evidence import DocumentGraph
from baygraph.languages.registry import pack_for
from baygraph.languages.segment import LONGEST, sentences
from baygraph.model import Document
from baygraph.pipeline import part

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a clock that interrupts")

# What the rules look for, in any order and number: names, numbers, units, marks that open and close nothing.
PIECES = {
    "en": "Zhongshan |Boston|the |Science Park |of |and |, |1,250 |2018 |million |%|more than |companies |"
    "has opened |will be held by |Mr. Li Wei |director |Co., Ltd. |“|\"|(|)|-|A. |'s |US$|"
    "it plans to become |between |which |a|: |\n",
    "ru": "Чжуншань |Бостоне |парк |научный |и |в |города |, |1250 |2018 года |млн |%|более |компаний |"
    "открыл |которая |мэр Лэй Юэлун |директор |«|»|(|)|-|А. |тысяч |"
    "двадцать |намерен стать |от 5 до |долл. |а|: |\n|— ",
    "zh": "中山|波士顿|科技园|大学|的|和|、|，|1250|2018年|亿|万|%|超过|家企业|设立|举办|"
    "市长|李伟|主任|“|”|（|）|·|一|计划打造|第|与|省|a|：|\n",
}
QUANTITIES = [
    ("en", "On {0} May more than {0} companies, {0} million people and US${0} came to {0}% of all parks."),
    ("ru", "К {0} мая более {0} компаний, {0} млн человек, {0}млн рублей, {0}га и ${0} было в {0}% парков."),
    ("zh", "{0}月{0}日，第{0}届，超过{0}家企业、{0}万人，投资{0}亿元，增长{0}%。"),
]
PLAIN = {"en": "word ", "ru": "который ", "zh": "1"}
QUICK = 0.001  # seconds of the processor a character; reading takes less than a tenth of that
LOADED = 5  # seconds for dictionaries that are loaded when they are first needed


class TooLong(BaseException):
    """No rule may catch this."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what takes more of the processor's time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong(f"more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def pieces(lang: str) -> list[str]:
    return PIECES[lang].split("|")


def repeated(some: list[str], length: int) -> str:
    unit = "".join(some)
    return (unit * (length // len(unit) + 1))[:length] + "x"


@pytest.mark.parametrize("lang", PIECES)
def test_no_pattern_repeated_makes_a_rule_slow_or_fail(lang: str) -> None:
    @settings(max_examples=12)
    @given(st.lists(st.sampled_from(pieces(lang)), min_size=2, max_size=4))
    def read(some: list[str]) -> None:
        text = repeated(some, 1200)
        with within(LOADED + QUICK * len(text)):
            assert isinstance(part(Document("long", text, lang)), DocumentGraph), text[:99]

    for piece in pieces(lang):
        read.hypothesis.inner_test([piece])  # type: ignore[attr-defined]
    read()


@pytest.mark.parametrize("lang", PIECES)
def test_any_mixture_of_what_the_rules_look_for_is_read(lang: str) -> None:
    choice = random.Random(f"{lang} 1000")
    text = "".join(choice.choices(pieces(lang), k=1000))
    with within(LOADED + QUICK * len(text)):
        assert isinstance(part(Document("mixed", text, lang)), DocumentGraph)


@pytest.mark.parametrize("lang", PIECES)
def test_a_sentence_of_a_megabyte_is_read_in_parts(lang: str) -> None:
    text = PLAIN[lang] * (1_000_000 // len(PLAIN[lang]))
    with within(LOADED + QUICK * len(text) / 10):
        assert isinstance(part(Document("endless", text, lang)), DocumentGraph)


@pytest.mark.parametrize("lang", PIECES)
def test_the_parts_of_an_endless_sentence_hold_all_its_words_at_their_places(lang: str) -> None:
    text = repeated(pieces(lang), 20_000).replace("\n", " ")
    found = pack_for(lang).annotate(Document("endless", text, lang)).sentences
    assert all(0 < each.end - each.start <= LONGEST for each in found)
    tokens = [token for each in found for token in each.tokens]
    assert all(text[each.start : each.end] == each.text for each in tokens if each.text != "—")
    assert all(one.end <= other.start for one, other in pairwise(tokens))
    covered = {at for each in tokens for at in range(each.start, each.end)}
    assert not [at for at, character in enumerate(text) if at not in covered and not character.isspace()]


@pytest.mark.parametrize("digits", ["①", "5²", "²", "½", "٣", "１２", "5" * 60, "0," + "3" * 90, "000" * 12])
@pytest.mark.parametrize("text", QUANTITIES)
def test_digits_of_all_kinds_and_lengths_are_read(text: tuple[str, str], digits: str) -> None:
    lang, sentence = text
    assert isinstance(part(Document("digits", sentence.format(digits), lang)), DocumentGraph)


@pytest.mark.parametrize("text", [". " * 100_000, "." * 200_000, "A. " * 60_000, "a" * 300_000 + ". B"])
def test_full_stops_without_end_are_split_in_no_time(text: str) -> None:
    with within(LOADED):
        list(sentences(text, 0, len(text), frozenset(["co"])))
