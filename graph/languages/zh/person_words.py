"""What shows a person's name in a text: surnames, offices before it, what may follow it."""

import re
from functools import cache

from baygraph.languages.zh.dictionary import dictionary
from baygraph.languages.zh.words import words

HAN = "\u3400-\u9fff"
# What stands before a name that is followed by an office or a verb of speaking.
BEFORE_NAME = "的，。；：、！？\n由与和“「 　与长人员授席任）)》」】"
# «撰文：韦可乐», «南方电网　樊若晴»: a name by itself behind a label or a gap.
GAPPED = re.compile(f"(?<=[：: \u3000】])[{HAN}]{{2,4}}(?=[\\s）)；;、，,（(|｜/]|\\Z)")
# Ends of bodies, behind which a name may stand that an office follows: 城市大学李东朗教授.
HOUSE_ENDS = "学院所司室心团部局行社厂组系站校处委署会馆园办科队班"


def any_of(*path: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words(*path)), key=lambda w: (-len(w), w)))


@cache
def surname() -> re.Pattern[str]:
    """A Chinese surname, or a Japanese one that is written in characters."""
    doubled = words("surnames", "compound") | words("surnames", "japanese")
    compound = "|".join(sorted(doubled, key=lambda w: (-len(w), w)))
    return re.compile(f"{compound}|[{''.join(sorted(words('surnames', 'words')))}]")


@cache
def title() -> re.Pattern[str]:
    """An office before a name, with what a bracket says of it, and a colon or a gap."""
    return re.compile(
        f"(?:{any_of('titles', 'words')})(?:[（(][^（()）]{{1,12}}[）)]|[）)])?[:：]?[ \u3000]{{0,3}}"
    )


@cache
def title_behind() -> re.Pattern[str]:
    """What is said behind a name right after the body: «城市大学李东朗教授»."""
    return re.compile(any_of("beside_names", "behind"))


@cache
def office_behind() -> re.Pattern[str]:
    """«李卓然（粤科金融集团副总经理）», «陈立群，电子科技大学院长»."""
    office_of, bodies = any_of("titles", "words"), any_of("titles", "houses")
    inner = "(?:[^，,。；;（）()：:]|（[^（）]{1,6}）)"
    office = f"{inner}{{0,16}}(?:{bodies}){inner}{{0,14}}(?:{office_of})"
    return re.compile(f"[（(]{office}[）)]|[，,]{office}(?:[。；;\n，,、]|$)")


@cache
def calling() -> re.Pattern[str]:
    """«21岁的», «渔民»: what people are called by before their names."""
    return re.compile(f"{any_of('titles', 'callings')}|{any_of('beside_names', 'nationals')}")


@cache
def listed_people() -> re.Pattern[str]:
    """«钟南山、施一公等院士», «北川雅人、小田切真琴两位技师»."""
    counted = "(?:等[0-9余多两三]*[位名]?|[两三四五六七八九][位名])(?:著名|知名)?"
    listed = f"(?<![{HAN}])([{HAN}]{{2,5}}(?:、[{HAN}]{{2,5}})+)"
    return re.compile(f"{listed}{counted}(?:{any_of('titles', 'words')})")


@cache
def follower() -> re.Pattern[str]:
    """«林晓东创办了…», «林晓东2019年加入…»."""
    return re.compile(f"{any_of('titles', 'words')}|(?:[0-9]{{4}}年)?(?:{any_of('sayings', 'words')})")


@cache
def told() -> re.Pattern[str]:
    """«邱小棠刚考取…», «沈洛怡，34岁»: what shows a name that is no common word."""
    return re.compile(f"刚?(?:{any_of('beside_names', 'following')})|[，,](?:[男女][，,。]|[0-9]{{2}}岁)")


@cache
def labels() -> tuple[str, ...]:
    """«撰文»: what a colon and a name stand behind."""
    return tuple(sorted(words("beside_names", "labels")))


@cache
def opening() -> re.Pattern[str]:
    """A surname at the beginning of a name: behind a mark or a word that names stand behind."""
    return re.compile(f"(?:(?<=[{BEFORE_NAME}])|\\A)(?:{surname().pattern})")


def goes_over(text: str, stop: int) -> bool:
    """«提出» is a word: its first character is no part of the name before it."""
    entry = dictionary().words.get(text[stop - 1 : stop + 1])
    return 0 < stop < len(text) and entry is not None and entry.tag[0] in "vdpcn"
