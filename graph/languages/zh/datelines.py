"""The line of the press before a report: «新华社广州4月18日电», «南方日报讯（记者 陈晓）», «【本報訊】»."""

import re

# The agency or paper, the place and day, and the word for a report; or the paper in brackets.
DATELINE = re.compile(
    r"[【\[（(][^】\]）)\n]{2,24}(?:讯|訊|电|電|消息|报道|報道|報導)[】\]）)]"
    r"|(?:本报|本報|[^，。！？、；：\s]{2,8}?(?:社|网|網|报|報|电台|電台))"
    r"[^，。！？；：\n]{0,14}?(?:电|電|讯|訊|报道|報道|報導)"
    r"(?=[\s（(　]|[^脑腦子影视視话話力讯訊商气氣池信动動])"
    r"\s*(?:[（(](?:记者|記者|通讯员|通訊員|文/)[^）)\n]*[）)])?"
)
BYLINE = re.compile(r"[（(](?:记者|記者|通讯员|通訊員|编辑|編輯)[^）)\n]*[）)]")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the line of the press ends that a sentence begins with; its start where there is none."""
    at = start
    match = DATELINE.match(text, at, min(end, at + 60))
    at = match.end() if match else at
    while at < end and text[at] in " 　":
        at += 1
    by = BYLINE.match(text, at, end)
    return by.end() if by else at
