"""Names of people that a text brings: beside an office, a verb of saying or doing, a label, an age."""

import re
from collections.abc import Iterator
from math import log

from baygraph.languages.zh.dictionary import TOTAL, dictionary
from baygraph.languages.zh.foreign_names import FOREIGN_DOTS, foreign, is_sound, sounded_at, telling
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.person_words import (
    GAPPED,
    HAN,
    HOUSE_ENDS,
    calling,
    follower,
    goes_over,
    labels,
    listed_people,
    office_behind,
    opening,
    surname,
    title,
    title_behind,
    told,
)
from baygraph.languages.zh.words import by_word, words

HANZI = re.compile(f"[{HAN}]+")
GLOSSED = re.compile(f"([{HAN}]{{3,5}})[（(][A-Z][a-z]+ [A-Z]")
SPEAKER = re.compile(f"^[ \u3000]*([{HAN}]{{2,4}})[：:]", re.MULTILINE)
NAMING = ("nr", "ns", "nz", "nt", "a")
AND_NAME = re.compile(r"(?:[（(][A-Za-z .'-]+[）)])?[、和与及]")
COMMON = log(200 / TOTAL)  # how likely a word is that people hardly are called by
LONGEST = 4  # characters of a name with a surname of two


def people(text: str) -> Iterator[str]:
    """The names of people in a simplified text, as it writes them; one may come more than once."""
    for office in title().finditer(text):
        sounded = sounded_at(text, office.end())
        yield from (sounded,) if sounded else _list_at(text, office.end(), sure=True)
        glossed = GLOSSED.match(text, office.end())
        if glossed:
            yield glossed.group(1)
    for listed in listed_people().finditer(text):
        names = listed.group(1).split("、")
        yield from (n for n in names if _is_whole(n) and _is_name(n, True))
    for called in calling().finditer(text):
        sounded = sounded_at(text, called.end())
        yield from (sounded,) if sounded else _list_at(text, called.end(), sure=False)
    for family in opening().finditer(text):
        yield from (n for n in _list_at(text, family.start(), False) if not _is_quoted(text, family, n))
    yield from (name for name, body in foreign(text) if not body)
    yield from _speaking(text)
    yield from _behind_house(text)
    yield from _apart(text)


def _behind_house(text: str) -> Iterator[str]:
    """«城市大学李东朗教授», «帝国理工学院黄穆岑团队»."""
    for office in title_behind().finditer(text):
        stop = office.start()
        for start in range(stop - LONGEST, stop - 1):
            housed = start > 0 and text[start - 1] in HOUSE_ENDS
            if housed and _is_plain(text[start:stop]):
                yield text[start:stop]
                break


def _apart(text: str) -> Iterator[str]:
    """«撰文：韦可乐», «南方电网　樊若晴»: by itself behind a label or a gap."""
    for match in GAPPED.finditer(text):
        name, before = match.group(), match.start() - 1
        labelled = text[before] in "：:" and text.endswith(labels(), 0, before)
        if text[before] in "：:" and not labelled:
            continue
        if (labelled and _is_whole(name) and _is_name(name, False)) or (len(name) > 2 and _is_plain(name)):
            yield name


def _is_whole(name: str) -> bool:
    """Say whether a surname and one or two characters make up the whole."""
    family = surname().match(name)
    return family is not None and 0 < len(name) - family.end() < 3


def _is_plain(name: str) -> bool:
    """A surname and a given name with no common word in them."""
    family = surname().match(name)
    if not family or not 0 < len(name) - family.end() < 3 or not _is_name(name, False):
        return False
    parts = {name, name[:2], name[1:], name[family.end() :]} - {family.group()}
    found = (dictionary().words.get(part) for part in parts if len(part) > 1)
    return all(entry is None or entry.tag.startswith("nr") for entry in found)


def _speaking(text: str) -> Iterator[str]:
    """«蓝序：…» at the beginning of more than one line: who speaks in an interview."""
    lines = [m.group(1) for m in SPEAKER.finditer(text)]
    for name in dict.fromkeys(lines):
        if lines.count(name) > 1 and surname().match(name) and _is_name(name, False):
            yield name


def _is_quoted(text: str, family: re.Match[str], name: str) -> bool:
    """«“松湖学者”»: a scheme, not a scholar."""
    office = title().match(text, family.start() + len(name))
    opened = text[max(0, family.start() - 1) : family.start()] in {"“", "「", "‘", "《"}
    return opened and office is not None and text[office.end() : office.end() + 1] in {"”", "」", "’", "》"}


def _list_at(text: str, at: int, sure: bool) -> Iterator[str]:
    """The name at a place and those that a list goes on with: 李泽湘与高秉强、甘洁."""
    for name in _name_at(text, at, sure):
        yield name
        after = AND_NAME.match(text, at + len(name))
        if after:
            yield from _list_at(text, after.end(), sure=True)


def _name_at(text: str, at: int, sure: bool) -> Iterator[str]:
    """The name that begins at a place: two characters after the surname before one, if a word can follow."""
    family = surname().match(text, at)
    for length in (2, 1) if family else ():
        stop = family.end() + length if family else at
        name = text[at:stop]
        if text[stop : stop + 1] in FOREIGN_DOTS and stop < len(text):
            return
        if length == 2 and _is_too_long(text, stop) and _may_follow(text, stop - 1, sure):
            continue
        if not HANZI.fullmatch(name) or _is_place(text, name, stop) or _is_weak(text, name, stop, sure):
            continue
        if _is_name(name, sure, firm=sure and _is_doing(text, stop)):
            yield name
            return


def _is_place(text: str, name: str, stop: int) -> bool:
    """«萨索洛市政府», «石龙将打造成»: the name of a place, unless its head is that of an office (市长)."""
    behind = words("surnames", "no_behind")
    if any(name + head in known_things() for head in behind):
        return True
    return text[stop : stop + 1] in behind and not title().match(text, stop)


def _is_weak(text: str, name: str, stop: int, sure: bool) -> bool:
    """«能拿5万»: a rare surname and no office beside it, or nothing that shows a name."""
    behind = follower().match(text, stop)
    if not sure and behind and len(name) == 2 and name[0] in words("surnames", "rare"):
        return not title().match(text, stop)
    if not sure and behind and telling(name) and is_sound(name) and len(behind.group()) == 1:
        return True  # «萨索洛的设备商»
    return not (_may_follow(text, stop, sure) or ((sure or _is_plain(name)) and told().match(text, stop)))


def _is_doing(text: str, stop: int) -> bool:
    return bool(follower().match(text, stop) or told().match(text, stop))


def _is_too_long(text: str, stop: int) -> bool:
    """«孙东主持»: the last character makes a word with the next one, and the next ones make none."""
    over = goes_over(text[stop - 1 :], 1)
    return over and text[stop : stop + 2] not in dictionary().words and not follower().match(text, stop)


def _is_name(name: str, sure: bool, firm: bool = False) -> bool:
    """A common word is no name, nor what begins with one («主任会议», «副市长和平»)."""
    entry = dictionary().words.get(name)
    if entry is not None and not entry.tag.startswith(NAMING if sure else "nr"):
        return False
    if not words("not_in_names", "inner").isdisjoint(name[1:]) or name[-1] in words("not_in_names", "ends"):
        return False
    if not sure and name[-1] in words("surnames", "no_behind"):
        return False
    if name[1:] in by_word("heads") or name[1:] in by_word("cues") or name[1:] in words("titles", "words"):
        return False
    doubled = name[:2] in words("surnames", "compound") or name[:2] in words("surnames", "japanese")
    plain = doubled or len(name) < 3 or name[0] not in words("surnames", "rare")
    return plain or not _holds_word(name, firm)


def _holds_word(name: str, firm: bool) -> bool:
    """«于时代», «成功人»: what begins with a rare surname is a word, or ends in one."""
    pair, given = dictionary().words.get(name[:2]), dictionary().words.get(name[1:])
    if pair is not None and not pair.tag.startswith("nr"):
        return True
    return given is not None and given.weight > COMMON and not firm


def _may_follow(text: str, at: int, sure: bool) -> bool:
    if follower().match(text, at):
        return True
    if not sure:
        latin = text[at : at + 1] in "（(" and bool(re.match("[（(][A-Z][a-z]", text[at : at + 3]))
        return latin or bool(office_behind().match(text, at))
    if at >= len(text) or not "\u3400" <= text[at] <= "\u9fff":
        return True
    known = dictionary().words
    alone = known.get(text[at])
    of_grammar = alone is not None and alone.tag[0] in "vdpcrt"
    return of_grammar or text[at : at + 2] in known or text[at : at + 3] in known
