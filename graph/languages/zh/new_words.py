"""Words that a document brings itself: names of people, short names that it declares, small places."""

import re
from collections.abc import Iterator
from functools import cache
from math import log

from baygraph.languages.zh.called import introducing
from baygraph.languages.zh.dictionary import TOTAL, Entry, dictionary
from baygraph.languages.zh.known_names import known_things
from baygraph.languages.zh.words import by_word, words

HAN = "\u3400-\u9fff"
GLOSSED = re.compile(f"([{HAN}]{{3,5}})[（(][A-Z][a-z]+ [A-Z]")
FOREIGN_DOTS = "·•・‧"
FOREIGN = re.compile(f"[{HAN}]{{1,8}}(?:[·•・‧][{HAN}A-Za-z]{{1,8}})+")
QUOTED = re.compile(f"[“「『]([{HAN}A-Za-z0-9]{{2,10}})[”」』]")
DECLARED = re.compile(f'[“"「『]?([{HAN}A-Za-z0-9·]{{2,14}})[”"」』]?')
GLOSS = re.compile(f"([{HAN}]{{4,24}})[（(]([{HAN}]{{2,6}})[）)]")
SPEAKER = re.compile(f"^[ \u3000]*([{HAN}]{{2,4}})[：:]", re.MULTILINE)
NAMING = ("nr", "ns", "nz", "nt", "a")
AND_NAME = re.compile(r"(?:[（(][A-Za-z .'-]+[）)])?[、和与及]")
# «第七〇二研究所», «第五十四研究所», «第一〇一中学»
NUMBERED = re.compile("第[一二三四五六七八九十〇零百]{2,5}(?=研究|设计院|医院|中学|工程局|勘察|地质)")
NUMBER = Entry(log(0.5), "m")
PERSON, STRANGE, ALIAS, SMALL = (
    Entry(log(0.5), "person"),
    Entry(log(0.5), "nz"),
    Entry(log(0.5), "alias"),
    Entry(log(300_000 / TOTAL), "small"),
)
# What stands before a name that is followed by an office or a verb of speaking.
BEFORE_NAME = "的，。；：、！？\n由与和“「 　与长人员授席任）)》」"


def new_words(text: str) -> dict[str, Entry]:
    """The words that a simplified text declares, or that only their surroundings show to be words."""
    found = {name: SMALL for name in _small_places(text)}
    found |= dict.fromkeys((m.group() for m in NUMBERED.finditer(text)), NUMBER)
    found |= {name: ALIAS for name in _declared(text)}
    found |= {name: ALIAS for name in _glossed(text)}
    found |= {name: ALIAS for name in _called(text)}
    found |= {name: STRANGE for name, body in _foreign(text) if body}
    people = tuple(_people(text))
    found |= {name: PERSON for name in people}
    return found | {name: ALIAS for whole in people for name in parts_of_foreign(whole)}


def parts_of_foreign(name: str) -> tuple[str, ...]:
    """The last part of a foreign name, by which a text goes on: 素玛尼 of 朱拉·素玛尼."""
    last = re.split("[·•・‧]", name)[-1]
    entry = dictionary().words.get(last)
    return (last,) if last != name and len(last) > 2 and (entry is None or entry.tag[:2] == "nr") else ()


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


@cache
def _any(*path: str) -> str:
    return "|".join(sorted(map(re.escape, words(*path)), key=lambda w: (-len(w), w)))


@cache
def _surname() -> re.Pattern[str]:
    compound = "|".join(sorted(words("surnames", "compound")))
    return re.compile(f"{compound}|[{''.join(sorted(words('surnames', 'words')))}]")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(f"(?:{_any('titles', 'words')})(?:[（(][^（()）]{{1,12}}[）)]|[）)])?[:：]?[ \u3000]?")


@cache
def _office_behind() -> re.Pattern[str]:
    """«李卓然（粤科金融集团副总经理）», «陈立群，电子科技大学院长»."""
    title, bodies = _any("titles", "words"), _any("titles", "houses")
    inner = "(?:[^，,。；;（）()：:]|（[^（）]{1,6}）)"
    office = f"{inner}{{0,16}}(?:{bodies}){inner}{{0,14}}(?:{title})"
    return re.compile(f"[（(]{office}[）)]|[，,]{office}(?:[。；;\n，,、]|$)")


@cache
def _calling() -> re.Pattern[str]:
    return re.compile(_any("titles", "callings"))


@cache
def _listed_people() -> re.Pattern[str]:
    """«钟南山、施一公等院士»."""
    title = _any("titles", "words")
    return re.compile(
        f"(?<![{HAN}])([{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}})+)等[0-9余多两三]*[位名]?(?:著名|知名)?(?:{title})"
    )


@cache
def _follower() -> re.Pattern[str]:
    """«林晓东创办了…», «林晓东2019年加入…»."""
    return re.compile(f"{_any('titles', 'words')}|(?:[0-9]{{4}}年)?(?:{_any('sayings', 'words')})")


def _people(text: str) -> Iterator[str]:
    for title in _title().finditer(text):
        yield from _list_at(text, title.end(), sure=True)
        glossed = GLOSSED.match(text, title.end())
        if glossed:
            yield glossed.group(1)
    for listed in _listed_people().finditer(text):
        names = listed.group(1).split("、")
        yield from (n for n in names if len(n) < 4 and _surname().match(n) and _is_name(n, True))
    for calling in _calling().finditer(text):
        yield from _list_at(text, calling.end(), sure=False)
    for surname in _surname().finditer(text):
        if surname.start() == 0 or text[surname.start() - 1] in BEFORE_NAME:
            yield from (n for n in _list_at(text, surname.start(), False) if not _is_quoted(text, surname, n))
    yield from (name for name, body in _foreign(text) if not body)
    yield from _speaking(text)


def _speaking(text: str) -> Iterator[str]:
    """«蓝序：…» at the beginning of more than one line: who speaks in an interview."""
    lines = [m.group(1) for m in SPEAKER.finditer(text)]
    for name in dict.fromkeys(lines):
        if lines.count(name) > 1 and _surname().match(name) and _is_name(name, False):
            yield name


def _is_quoted(text: str, surname: re.Match[str], name: str) -> bool:
    """«“松湖学者”»: a scheme, not a scholar."""
    title = _title().match(text, surname.start() + len(name))
    opened = text[max(0, surname.start() - 1) : surname.start()] in {"“", "「", "‘", "《"}
    return opened and title is not None and text[title.end() : title.end() + 1] in {"”", "」", "’", "》"}


def _foreign(text: str) -> Iterator[tuple[str, bool]]:
    """The foreign names with a dot, and whether a body is called after them («克鲁斯基金会»)."""
    for match in FOREIGN.finditer(text):
        name = _foreign_in(match.group())
        end = match.start() + match.group().find(name) + len(name)
        if name:
            yield name, bool(_body().match(text, end))


@cache
def _body() -> re.Pattern[str]:
    return re.compile(_any("foreign", "bodies"))


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
        if text[stop : stop + 1] in FOREIGN_DOTS and stop < len(text):
            return
        if length == 2 and _is_too_long(text, stop) and _may_follow(text, stop - 1, sure):
            continue
        if re.fullmatch(f"[{HAN}]+", name) and _is_name(name, sure) and _may_follow(text, stop, sure):
            yield name
            return


def _is_too_long(text: str, stop: int) -> bool:
    """«孙东主持»: the last character makes a word with the next one, and the next ones make none."""
    over = _goes_over(text[stop - 1 :], 1)
    return over and text[stop : stop + 2] not in dictionary().words and not _follower().match(text, stop)


def _is_name(name: str, sure: bool) -> bool:
    """A common word is no name, nor what begins with one («主任会议», «副市长和平»)."""
    entry = dictionary().words.get(name)
    if entry is not None and not entry.tag.startswith(NAMING if sure else "nr"):
        return False
    pair = dictionary().words.get(name[:2])
    common = pair is not None and not pair.tag.startswith("nr") and len(name) > 2
    if not words("not_in_names", "inner").isdisjoint(name[1:]):
        return False
    if name[1:] in by_word("heads") or name[1:] in by_word("cues") or name[1:] in words("titles", "words"):
        return False
    if name[0] in words("surnames", "rare") and name[1:] in dictionary().words and len(name) > 2:
        return False
    return not (common and name[0] in words("surnames", "rare")) and name[-1] not in words(
        "not_in_names", "ends"
    )


def _may_follow(text: str, at: int, sure: bool) -> bool:
    if _follower().match(text, at):
        return True
    if not sure:
        latin = text[at : at + 1] in "（(" and bool(re.match("[（(][A-Z][a-z]", text[at : at + 3]))
        return latin or bool(_office_behind().match(text, at))
    if at >= len(text) or not "\u3400" <= text[at] <= "\u9fff":
        return True
    known = dictionary().words
    following = (text[at : at + 1], text[at : at + 2], text[at : at + 3])
    return any(w in known and known[w].tag[0] in "vdpcrt" for w in following)


def _foreign_in(run: str) -> str:
    """The foreign name in a run of characters with a dot: what surrounds it writes no sounds."""
    parts = re.split("([·•・‧])", run)
    first, last = _sounds(parts[0][::-1])[::-1], _sounds(parts[-1])
    last = last[:-1] if len(last) > 1 and _goes_over(parts[-1], len(last)) else last
    last = next((last[:i] for i in range(1, len(last)) if _title().match(last, i)), last)
    ends = [i for i in range(1, len(first)) for j in range(i) if _title().fullmatch(first[j:i])]
    first = first[max(ends, default=0) :]
    first = next((first[n:] for n in (5, 4, 3, 2) if n < len(first) and _is_country(first[:n])), first)
    return "".join((first, *parts[1:-1], last)) if first and last else ""


def _is_country(text: str) -> bool:
    known = known_things().get(text)
    return known is not None and "Country" in known.types


def _sounds(text: str) -> str:
    """The characters at the beginning that write foreign sounds, or Latin letters."""
    sounds = _sound_characters()
    stop = next((i for i, c in enumerate(text) if c not in sounds and not c.isascii()), len(text))
    return text[:stop]


@cache
def _sound_characters() -> frozenset[str]:
    return frozenset("".join(words("foreign", "sounds")))


def _goes_over(text: str, stop: int) -> bool:
    """«提出» is a word: its first character is no part of the name before it."""
    entry = dictionary().words.get(text[stop - 1 : stop + 1])
    return 0 < stop < len(text) and entry is not None and entry.tag[0] in "vdpcn"


def _declared(text: str) -> Iterator[str]:
    """The short name in «（下称“省实验室”）»."""
    openers = _any("abbreviation", "openers")
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
