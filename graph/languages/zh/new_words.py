"""Words that a document brings itself: names of people, short names that it declares, small places."""

import re
from collections.abc import Iterator
from functools import cache
from math import log

from baygraph.languages.zh.called import introducing
from baygraph.languages.zh.dictionary import TOTAL, Entry, dictionary
from baygraph.languages.zh.foreign_names import SHORTEST, foreign, parts_of_foreign, sounded_place, telling
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.people import people
from baygraph.languages.zh.person_words import HAN, any_of
from baygraph.languages.zh.words import words

QUOTED = re.compile(f"[“「『]([{HAN}A-Za-z0-9]{{2,10}})[”」』]")
DECLARED = re.compile(f'[“"「『]?([{HAN}A-Za-z0-9·]{{2,14}})[”"」』]?')
GLOSS = re.compile(f"([{HAN}]{{4,24}})[（(]([{HAN}]{{2,6}})[）)]")
# «第七〇二研究所», «第五十四研究所», «第一〇一中学»
NUMBERED = re.compile("第[一二三四五六七八九十〇零百]{2,5}(?=研究|设计院|医院|中学|工程局|勘察|地质)")
NUMBER = Entry(log(0.5), "m")
PERSON, STRANGE, ALIAS, SMALL = (
    Entry(log(0.5), "person"),
    Entry(log(0.5), "nz"),
    Entry(log(0.5), "alias"),
    Entry(log(300_000 / TOTAL), "small"),
)


def new_words(text: str) -> dict[str, Entry]:
    """The words that a simplified text declares, or that only their surroundings show to be words."""
    found = {name: SMALL for name in (*_small_places(text), *_sounded_places(text))}
    found |= dict.fromkeys((m.group() for m in NUMBERED.finditer(text)), NUMBER)
    found |= {name: ALIAS for name in _declared(text)}
    found |= {name: ALIAS for name in _glossed(text)}
    found |= {name: ALIAS for name in _called(text)}
    found |= {name: STRANGE for name, body in foreign(text) if body}
    named = tuple(people(text))
    found |= {name: PERSON for name in named}
    return found | {name: ALIAS for whole in named for name in parts_of_foreign(whole)}


def _glossed(text: str) -> Iterator[str]:
    """«香港科技大学（科大）»: characters of the name in their order are another name of it."""
    for match in GLOSS.finditer(text):
        if is_short_for(match.group(2), match.group(1)) and match.group(2) not in words("foreign", "places"):
            yield match.group(2)


def _called(text: str) -> Iterator[str]:
    """«孵化器“康芯工场”», and later 康芯工场 without the marks."""
    for match in QUOTED.finditer(text):
        name, known = match.group(1), dictionary().words
        again = text.count(name) > len(re.findall(f"[“「『]{re.escape(name)}[”」』]", text))
        if again and name not in known and text.endswith(introducing(), 0, match.start()):
            yield name


def is_short_for(short: str, name: str) -> bool:
    """Say whether a name holds the characters of a shorter one in their order, but not side by side."""
    rest = iter(name)
    return all(c in rest for c in short) and short not in name


def _declared(text: str) -> Iterator[str]:
    """The short name in «（下称“省实验室”）»."""
    openers = any_of("abbreviation", "openers")
    latin = "(?:[A-Za-z][^（()）]{0,60}?[，,；;] ?)?"
    for opened in re.finditer(f"[（(]{latin}[^（()）]{{0,4}}?(?:{openers})[为：:]?", text):
        named = DECLARED.match(text, opened.end())
        if named:
            yield named.group(1)
            if named.group(1)[:4].isdigit():
                yield named.group(1).lstrip("0123456789")


@cache
def _small_place() -> re.Pattern[str]:
    """A place after a larger one («市南庄镇»), or a town after a word of place («在丹灶镇»)."""
    grammar = words("stops", "words") - words("foreign", "in_places") | words("conjunctions", "words")
    barred = "".join(re.escape(c) for c in sorted(grammar) if len(c) == 1)
    inner = f"(?:(?![{barred}])[{HAN}])"
    return re.compile(
        f"(?<=[市县区州省])({inner}{{1,4}}?(?:街道|[镇乡村县区府]))"
        f"|(?<=[在于位至到赴回与和及、，的驻国])({inner}{{2,3}}?(?:街道|[镇府]))"
    )


def _small_places(text: str) -> Iterator[str]:
    known = dictionary().words
    for match in _small_place().finditer(text):
        name = match.group(1) or match.group(2)
        town = name not in known or (name[-1] == "镇" and known[name].tag != "nk")
        if town and len(name) > 1 and name[-2:] not in words("foreign", "no_places"):
            yield name


def _sounded_places(text: str) -> Iterator[str]:
    """«卡赞勒克市», «泽兰省»: foreign sounds before the head of a place, without the country before them."""
    for match in sounded_place().finditer(text):
        name = match.group()
        while len(name) > SHORTEST and any(name[:n] in known_things() for n in range(2, len(name) - 1)):
            name = name[next(n for n in range(len(name) - 2, 1, -1) if name[:n] in known_things()) :]
        new = name not in dictionary().words and name[:-1] not in known_things()
        if new and telling(name[:-1]):
            yield name
