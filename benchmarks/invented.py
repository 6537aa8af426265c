"""Invented graphs of any size for the page: communities of things around cities, with names in three scripts.

Each document speaks of one city, so most links stay within a community; some lead to another one.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from baygraph.identity.palladius import syllables
from baygraph.model import Claim, Document, DocumentClaims, Entity, Name, Ref, Span, Value

SEED = 11
_CITY = 100  # things around one city
_ABROAD = 0.12  # how many of a thing's links leave its community
_TWICE = 0.28  # how many things have two links besides that to their city
_LETTERS = "东西南北中山海江河湖新科创光明"
# Each kind with the property that leads from it to a company.
_LEADS = {
    "Company": "cooperatesWith",
    "University": "cooperatesWith",
    "Laboratory": "establishedBy",
    "Park": "establishedBy",
    "Event": "participant",
    "Person": "affiliatedWith",
    "Project": "partner",
    "TalentProgram": "runBy",
}


@dataclass(frozen=True, slots=True)
class _World:
    """What there is: each thing's kind and name, and which of them are companies."""

    choice: random.Random
    kinds: Sequence[str]
    names: Sequence[Name]
    companies: Sequence[int]


@dataclass(slots=True)
class _Text:
    """A document in the making: every statement is a sentence that quotes itself."""

    world: _World
    number: int
    length: int = 0
    sentences: list[str] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def mention(self, thing: int) -> None:
        name = self.world.names[thing]
        self.describe(f"thing-{thing}", self.world.kinds[thing], name, f"{name.text}.")

    def describe(self, key: str, kind: str, name: Name, sentence: str) -> None:
        if key not in self.entities:
            self.entities[key] = Entity(key, (kind,), (name,))
            self.say(key, "type", Value(kind), sentence)

    def link(self, subject: int, predicate: str, other: int) -> None:
        self.mention(other)
        sentence = f"{self.world.names[subject].text} {predicate} {self.world.names[other].text}."
        self.say(f"thing-{subject}", predicate, Ref(f"thing-{other}"), sentence)

    def say(self, subject: str, predicate: str, value: Ref | Value, sentence: str) -> None:
        span = Span(self.length, self.length + len(sentence))
        self.sentences.append(sentence)
        self.length += len(sentence) + 1
        planned = isinstance(value, Ref) and self.length % 7 == 0
        self.claims.append(
            Claim(Ref(subject), predicate, value, (span,), "invented", 0.8, "planned" if planned else "")
        )

    def done(self) -> DocumentClaims:
        language = ("en", "ru", "zh")[self.number % 3]
        issued = f"{2015 + self.number % 10}-{1 + self.number % 12:02}-15"
        title = f"text-{self.number:05}"
        document = Document(title, " ".join(self.sentences), language, title, issued)
        return DocumentClaims(document, tuple(self.entities.values()), tuple(self.claims))


def invented(things: int) -> Iterator[DocumentClaims]:
    """Give the documents of a graph of ``things`` nodes and about twice as many links, always the same."""
    choice = random.Random(SEED)
    kinds = [choice.choice(tuple(_LEADS)) if number % _CITY else "City" for number in range(things)]
    companies = [number for number, kind in enumerate(kinds) if kind == "Company"]
    world = _World(choice, kinds, [_name(choice, number) for number in range(things)], companies)
    for number, city in enumerate(range(0, things, _CITY)):
        yield _around(world, number, range(city, min(city + _CITY, things)))


def _around(world: _World, number: int, own: range) -> DocumentClaims:
    text = _Text(world, number)
    near = [company for company in own if world.kinds[company] == "Company"] or world.companies
    for thing in own:
        text.mention(thing)
    _figures(text, own[0])
    for thing in own[1:]:
        _facts(text, thing, own[0], near)
    return text.done()


def _facts(text: _Text, thing: int, city: int, near: Sequence[int]) -> None:
    choice, kind = text.world.choice, text.world.kinds[thing]
    if kind != "Person":
        text.link(thing, "locatedIn", city)
    if kind == "Event":
        day = f"{choice.randrange(2015, 2025)}-{choice.randrange(1, 13):02}-10"
        text.say(f"thing-{thing}", "startDate", Value(day, "date"), f"{text.world.names[thing].text}, {day}.")
    for _ in range(2 if kind == "Person" or choice.random() < _TWICE else 1):
        other = choice.choice(text.world.companies if choice.random() < _ABROAD else near)
        if other != thing:
            text.link(thing, _LEADS[kind], other)


def _figures(text: _Text, city: int) -> None:
    for year in range(2015, 2021):
        key = f"thing-{city}--patents-{year}"
        amount = str(text.world.choice.randrange(100, 90_000))
        sentence = f"{year}: {amount} patents."
        text.describe(key, "Statistic", Name(sentence, "en"), sentence)
        stated: dict[str, Ref | Value] = {
            "value": Value(amount, "integer"),
            "measure": Value("patent", lang="en"),
            "asOf": Value(str(year), "gYear"),
            "about": Ref(f"thing-{city}"),
        }
        for predicate, value in stated.items():
            text.say(key, predicate, value, sentence)


def _name(choice: random.Random, number: int) -> Name:
    pinyin = [choice.choice(sorted(syllables())) for _ in range(3)]
    if number % 3 == 1:
        return Name(f"{''.join(syllables()[each] for each in pinyin)} {number}".capitalize(), "ru", True)
    if number % 3 == 2:
        return Name(f"{''.join(choice.choices(_LETTERS, k=4))}{number}", "zh-Hans", True)
    return Name(f"{''.join(pinyin)} {number}".capitalize(), "en", True)
