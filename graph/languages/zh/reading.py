"""All that Chinese grammar finds in a document, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from baygraph.annotation import Annotated, Mention, Quantity, Sentence, Token
from baygraph.identity.pinyin import to_simplified
from baygraph.languages.numbers import Rejected
from baygraph.languages.pack import Cue, Phrase, Reading
from baygraph.languages.zh import dates, mentions, quantities
from baygraph.languages.zh.cues import cues, named_tokens
from baygraph.languages.zh.foreign_names import parts_of_foreign
from baygraph.languages.zh.goals import goals
from baygraph.languages.zh.heads import head_of_word, tag
from baygraph.languages.zh.implied import implied
from baygraph.languages.zh.kinds_of_phrase import kind_of
from baygraph.languages.zh.known_names import PLACES, known_things
from baygraph.languages.zh.labels import labels
from baygraph.languages.zh.lists import with_members
from baygraph.languages.zh.loose import met_in
from baygraph.languages.zh.phrases import phrases
from baygraph.languages.zh.shortening import shortened
from baygraph.languages.zh.standing import spoken_of
from baygraph.languages.zh.stations import stations_of_cities, tells_of_stations
from baygraph.languages.zh.tokens import cut
from baygraph.languages.zh.unsaid import part_cues, unsaid
from baygraph.languages.zh.words import words
from baygraph.model import Rejection

HOUSES = frozenset({"ResearchInstitute", "University"})
TAILED = frozenset(
    {
        "Company",
        "ResearchInstitute",
        "Laboratory",
        "Park",
        "Incubator",
        "Association",
        "Platform",
        "Institution",
    }
)


@dataclass
class Declared:
    """What the text has said so far of short names: the classes of each, and people by their surnames."""

    types: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    tails: dict[str, Mention] = field(default_factory=dict)

    def learn(self, found: tuple[Phrase, ...]) -> None:
        """Keep the short names and people of a sentence."""
        for phrase in found:
            for alias in phrase.mention.aliases:
                self.types.setdefault(to_simplified(alias.text), phrase.mention.types)
            if phrase.mention.rule == "called":
                self.types.setdefault(to_simplified(phrase.mention.name), phrase.mention.types)
            if phrase.mention.kind in {"known", "named"}:
                self._learn_tail(phrase.mention)
            if "Person" in phrase.mention.types:
                plain = to_simplified(phrase.mention.name)
                self.people[plain[0]] = phrase.mention.name
                self.people |= dict.fromkeys(parts_of_foreign(plain), phrase.mention.name)

    def _learn_tail(self, mention: Mention) -> None:
        """«三期» after «科技园三期», «科技园公司» after 香港科技园公司: a part of a name."""
        plain = to_simplified(mention.name)
        if mention.rule == "phase":
            self.tails[plain[-2:]] = mention
            return
        if mention.types[0] == "Company" and mention.kind == "named":
            for core in shortened(plain):
                self.tails.setdefault(core, mention)
        for length in range(2, min(5, len(plain) - 3)):
            place = known_things().get(plain[:length])
            if place is not None and PLACES & set(place.types) and mention.types[0] in TAILED:
                self.tails.setdefault(plain[length:], mention)
        for length in range(4, min(9, len(plain) - 3)):
            house = known_things().get(plain[:length])
            if house is not None and HOUSES & set(house.types):
                self.tails.setdefault(plain[length:], mention)  # «物理研究所» of 中国科学院物理研究所


def read(annotated: Annotated) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """The phrases, cues and quantities of every sentence, and what was considered and left out."""
    spoken, declared = spoken_of(annotated.sentences), Declared()
    met = frozenset(name for s in annotated.sentences for name in met_in(s.tokens))
    stations = tells_of_stations(annotated.sentences)
    readings: list[Reading] = []
    figures: list[Quantity] = []
    rejections: list[Rejection] = []
    for sentence in annotated.sentences:
        found = mentions.find(annotated.document.text, sentence, spoken, met)
        short = _short_names(sentence, declared, found.mentions)
        short += _tails(sentence, declared, found.mentions)
        found.mentions += stations_of_cities(sentence) if stations else ()
        covered = {(m.first, m.stop) for m in short}
        mentions_ = [
            m
            for m in found.mentions
            if not any(f <= m.first and m.stop <= s and _gives_way(m) for f, s in covered)
        ]
        reading = _reading(annotated.document.text, sentence, mentions_ + short)
        declared.learn(reading.phrases)
        counted = quantities.figures(
            annotated.document.text, sentence, _named(reading), figures, _bodies(reading)
        )
        figures += counted.quantities
        readings.append(_with_figures(reading, annotated, counted.quantities))
        rejections += found.rejections
        rejections += [_rejection(annotated, sentence, r) for r in counted.rejected]
    return tuple(readings), tuple(rejections)


def _named(reading: Reading) -> frozenset[int]:
    """The tokens of names; a number in them counts nothing."""
    kinds = {"known", "named", "short", "loose"}
    return frozenset(
        i for p in reading.phrases
        if p.mention.kind in kinds and p.mention.rule not in {"goal", "one-for-each", "field-list"}
        for i in range(p.mention.first, p.mention.stop)
    )  # fmt: skip


def _bodies(reading: Reading) -> frozenset[int]:
    """The tokens of names of bodies, events and people."""
    kinds = {"known", "named", "short", "loose"}
    return frozenset(
        i for p in reading.phrases
        if p.mention.kind in kinds and kind_of(p.mention.types) in {"body", "event", "person", "program"}
        and p.mention.rule not in {"one-for-each"}
        for i in range(p.mention.first, p.mention.stop)
    )  # fmt: skip


def _with_figures(reading: Reading, annotated: Annotated, counted: tuple[Quantity, ...]) -> Reading:
    said = dates.dates(annotated.document.text, reading.sentence, annotated.document.issued)
    as_of = tuple(dates.as_of(said, q.first) for q in counted)
    return replace(reading, quantities=counted, as_of=as_of, dates=said)


def _rejection(annotated: Annotated, sentence: Sentence, number: Rejected) -> Rejection:
    span = sentence.span(number.first, number.stop)
    return Rejection(span, annotated.quote(span), "Statistic", number.reason, "figure")


def _short_names(sentence: Sentence, declared: Declared, found: list[Mention]) -> list[Mention]:
    """«省实验室» once it is declared; «张市长» after 张虎."""
    out, tokens = [], sentence.tokens
    for at, token in enumerate(tokens):
        if any(m.first <= at < m.stop and m.kind in {"named", "known"} for m in found):
            continue
        name, types = "", tuple[str, ...]()
        if tag(token) == "alias" and token.lemma in declared.types:
            name, types = token.text, declared.types[token.lemma]
        elif (tag(token) == "alias" and token.lemma in declared.people) or (
            token.lemma in declared.people
            and at + 1 < len(tokens)
            and tokens[at + 1].lemma in words("titles", "words")
        ):
            name, types = declared.people[token.lemma], ("Person",)
        if name:
            out.append(
                Mention(
                    sentence.index,
                    at,
                    at + 1,
                    at,
                    sentence.span(at, at + 1),
                    types,
                    "short",
                    name,
                    "short-name",
                    0.85,
                )
            )
    return out


def _tails(sentence: Sentence, declared: Declared, found: list[Mention]) -> Iterator[Mention]:
    """The names without their places that stand where nothing else is named."""
    tokens, begun = sentence.tokens, {tail[0] for tail in declared.tails}
    for at in range(len(tokens) if declared.tails else 0):
        if tokens[at].lemma[0] not in begun:
            continue
        for stop in range(at + 1, min(at + 6, len(tokens)) + 1):
            whole = declared.tails.get("".join(t.lemma for t in tokens[at:stop]))
            if whole is not None and not any(_bars(m, at, stop) for m in found):
                span = sentence.span(at, stop)
                yield Mention(
                    sentence.index,
                    at,
                    stop,
                    stop - 1,
                    span,
                    whole.types,
                    "short",
                    whole.name,
                    "name-without-place",
                    0.8,
                    whole.key,
                )


def _gives_way(mention: Mention) -> bool:
    return mention.kind != "named" or mention.rule == "brand-name"


def _bars(mention: Mention, first: int, stop: int) -> bool:
    """Say whether a name stands in the way of a shorter one at these tokens; a brand found there is it."""
    over = mention.first < stop and first < mention.stop and "Field" not in mention.types
    same = mention.rule in {"brand-name", "loose-name"} and first <= mention.first and mention.stop <= stop
    return over and mention.kind in {"named", "known"} and not same


def _reading(text: str, sentence: Sentence, found: list[Mention]) -> Reading:
    found = sorted(found, key=lambda m: (m.first, -m.stop))
    stated = goals(text, sentence, found)
    aims = tuple(m for _, listed in stated for m in listed)
    inner = [m for m in found if not any(_is_inside(m, aim) for aim in aims) or m.kind == "known"]
    whole = with_members(text, sentence, phrases(text, sentence, inner))
    said = (
        *cues(sentence, whole),
        *labels(sentence.tokens),
        *implied(sentence.tokens, whole, named_tokens(whole)),
    )
    wished = {cue.token for cue, _ in stated}
    announced = tuple(
        c for c in said
        if c.token not in wished and not any(a.first <= c.token < a.stop for a in aims)
    )  # fmt: skip
    whole += tuple(Phrase(m, m.first, m.stop, frozenset({"goal"})) for m in aims)
    pursuits: tuple[Cue, ...] = tuple(cue for cue, _ in stated)
    whole += tuple(unsaid(sentence, announced, whole, bool(pursuits)))
    parts = tuple(part_cues(sentence.tokens, whole))
    return Reading(sentence, whole, announced + pursuits + parts, ())


def _is_inside(mention: Mention, goal: Mention) -> bool:
    """Inside a goal, or the same words with their marks."""
    within = goal.first <= mention.first and mention.stop <= goal.stop
    return within or (mention.first == goal.first - 1 and mention.stop == goal.stop + 1)


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in simplified characters, marks left out; a place has no 市 or 省 at its end."""
    plain = to_simplified(name)
    pieces = (plain[first:stop].lower() for first, stop in cut(plain, 0, len(plain)))
    return tuple(_bare(p) for p in pieces if p[0].isalnum())


def _bare(word: str) -> str:
    return word[:-1] if len(word) > 2 and word[-1] in "市省" else word


def head_word(token: Token) -> str:
    """The head in a token: 省实验室 has 实验室."""
    return head_of_word(token.lemma)


def lemma(word: str) -> str:
    """A word in simplified characters; Chinese words have no other forms."""
    return to_simplified(word)
