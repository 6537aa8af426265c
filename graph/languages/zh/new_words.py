"""Words that a document brings itself: names of people, short names that it declares, small places."""

import re
from collections.abc import Iterator
from functools import cache
from math import log

from baygraph.languages.zh.dictionary import TOTAL, Entry, dictionary
from baygraph.languages.zh.words import words

HAN = "\u3400-\u9fff"
FOREIGN = re.compile(f"[{HAN}]{{1,8}}(?:[·•・‧][{HAN}A-Za-z]{{1,8}})+")
DECLARED = re.compile(f'[“"「『]?([{HAN}A-Za-z0-9·]{{2,14}})[”"」』]?')
SMALL_PLACE = re.compile(f"(?<=[市县区州省])([{HAN}]{{1,4}}?(?:街道|[镇乡村县区]))")
NAMING = ("nr", "ns", "nz", "nt", "a")
AND_NAME = re.compile(r"(?:[（(][A-Za-z .'-]+[）)])?[、和与及]")
PERSON, ALIAS, SMALL = (
    Entry(log(0.5), "person"),
    Entry(log(0.5), "alias"),
    Entry(log(300_000 / TOTAL), "small"),
)
# What stands before a name that is followed by an office or a verb of speaking.
BEFORE_NAME = "，。；：、！？\n由与和“「 　与长人员授席任"


def new_words(text: str) -> dict[str, Entry]:
    """The words that a simplified text declares, or that only their surroundings show to be words."""
    found = {name: SMALL for name in _small_places(text)}
    found |= {name: ALIAS for name in _declared(text)}
    return found | {name: PERSON for name in _people(text)}


@cache
def _any(*path: str) -> str:
    return "|".join(sorted(map(re.escape, words(*path)), key=lambda w: (-len(w), w)))


@cache
def _surname() -> re.Pattern[str]:
    compound = "|".join(sorted(words("surnames", "compound")))
    return re.compile(f"{compound}|[{''.join(sorted(words('surnames', 'words')))}]")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(f"(?:{_any('titles', 'words')})[）)]?")


@cache
def _follower() -> re.Pattern[str]:
    return re.compile(f"{_any('titles', 'words')}|{_any('sayings', 'words')}")


def _people(text: str) -> Iterator[str]:
    for title in _title().finditer(text):
        yield from _list_at(text, title.end(), sure=True)
    for surname in _surname().finditer(text):
        if surname.start() == 0 or text[surname.start() - 1] in BEFORE_NAME:
            yield from _list_at(text, surname.start(), sure=False)
    yield from (_without_words(match.group()) for match in FOREIGN.finditer(text))


def _list_at(text: str, at: int, sure: bool) -> Iterator[str]:
    """The name at a place and those that a list goes on with: 李泽湘与高秉强、甘洁."""
    for name in _name_at(text, at, sure):
        yield name
        after = AND_NAME.match(text, at + len(name))
        if after:
            yield from _list_at(text, after.end(), sure=True)


def _name_at(text: str, at: int, sure: bool) -> Iterator[str]:
    """The name that begins at a place: two characters after the surname before one, if a word can follow."""
    surname = _surname().match(text, at)
    for length in (2, 1) if surname else ():
        stop = surname.end() + length if surname else at
        name = text[at:stop]
        if re.fullmatch(f"[{HAN}]+", name) and _is_name(name, sure) and _may_follow(text, stop, sure):
            yield name
            return


def _is_name(name: str, sure: bool) -> bool:
    """A common word is no name, nor what begins with one («主任会议», «副市长和平»)."""
    entry = dictionary().words.get(name)
    if entry is not None and not entry.tag.startswith(NAMING if sure else "nr"):
        return False
    pair = dictionary().words.get(name[:2])
    common = pair is not None and not pair.tag.startswith("nr") and len(name) > 2
    return not (common and name[0] in words("surnames", "rare")) and name[-1] not in words(
        "not_in_names", "ends"
    )


def _may_follow(text: str, at: int, sure: bool) -> bool:
    if _follower().match(text, at):
        return True
    if not sure:
        return text[at : at + 1] in "（(" and bool(re.match("[（(][A-Z][a-z]", text[at : at + 3]))
    if at >= len(text) or not "\u3400" <= text[at] <= "\u9fff":
        return True
    known = dictionary().words
    return any(w in known and known[w].tag[0] in "vdpcrt" for w in (text[at : at + 2], text[at : at + 3]))


def _without_words(name: str) -> str:
    """Take away the words before a foreign name: 首席执行官埃隆·马斯克."""
    first = re.split("[·•・‧]", name)[0]
    ends = [i for i in range(1, len(first)) if first[i - 1] in "的由和与及" or _title().fullmatch(first[:i])]
    ends += [i for i in range(1, len(first)) for j in range(i) if _title().fullmatch(first[j:i])]
    return name[max(ends, default=0) :]


def _declared(text: str) -> Iterator[str]:
    """The short name in «（下称“省实验室”）»."""
    for opened in re.finditer(f"[（(][^（()）]{{0,4}}?(?:{_any('abbreviation', 'openers')})[为：:]?", text):
        named = DECLARED.match(text, opened.end())
        if named:
            yield named.group(1)
            if named.group(1)[:4].isdigit():
                yield named.group(1).lstrip("0123456789")


def _small_places(text: str) -> Iterator[str]:
    known = dictionary().words
    for match in SMALL_PLACE.finditer(text):
        name = match.group(1)
        if (
            name not in known
            and len(name) > 1
            and not set(name[:2]) & (words("stops", "words") | words("conjunctions", "words"))
        ):
            yield name
