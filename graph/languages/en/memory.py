"""What a document has named so far, and the short forms by which it may come back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence, Token
from baygraph.identity.persons import latin_given
from baygraph.languages.en.abstract import is_subject
from baygraph.languages.en.capitals import DASHES, head_types, is_capital
from baygraph.languages.en.known_names import is_place
from baygraph.languages.en.morphology import closed
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.persons import surname_of
from baygraph.languages.en.tokens import words
from baygraph.languages.en.words import lexicon

OPENS = frozenset({":", "“", '"', "--", "—", "–", "(", "‘", "•", "·", "▪", "►", "*", "|"})


@dataclass
class Memory:
    """People by surname, names by their first words; ``capitals`` are the words with one inside sentences."""

    capitals: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()  # single words that can be surnames («Ms Rochat», «Rochat laughs»)
    programme: bool = False  # several lines begin with a time of day
    abroad: str = ""  # what the stations are called that the text speaks of («overseas workstation»)
    surnames: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, ...], Mention] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)  # of governments that have been named («municipal»)

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Memory":
        """An empty memory that knows how the document writes its words."""
        held = tuple(sentences)
        inner = (t.text for s in held for i, t in enumerate(s.tokens) if i and _stands_alone(s.tokens, i))
        titled = (t.lower for s in held for i, t in enumerate(s.tokens) if _is_surname(s.tokens, i))
        programme = sum(is_timed(s.tokens) for s in held) > 1
        return cls(frozenset(inner), frozenset(titled), programme)

    def keep(self, mention: Mention) -> None:
        """Remember a name for its short forms."""
        if "GovernmentBody" in mention.types and mention.name.lower().endswith("government"):
            self.levels.update(mention.name.lower().split())
        if "Person" in mention.types:
            self.surnames.setdefault(surname_of(mention.name), mention.name)
        elif mention.kind == "known" and not PLACES & set(mention.types):
            said = words(mention.name)
            for short in (_house(said), _without_place(said)):
                if short:
                    self.names.setdefault(short, mention)
            for short in _firsts(said) if "Company" in mention.types[:1] else ():
                self.names.setdefault(short, mention)
        elif mention.kind == "named":
            for short in _shorts(words(mention.name)):
                self.names.setdefault(short, mention)
        elif mention.kind == "loose" and "Company" in mention.types[:1]:
            for short in _firsts(words(mention.name)):
                self.names.setdefault(short, mention)

    def full(self, said: Sequence[str]) -> Mention | None:
        """The earlier mention that a short form stands for, or None."""
        return self.names.get(tuple(said))


def is_timed(tokens: Sequence[Token]) -> bool:
    """Say whether a line begins with a time of day («09:30 Opening»)."""
    said = [t.text for t in tokens[:3]]
    return len(said) > 2 and said[0].isdigit() and said[1] == ":" and said[2].isdigit()


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """A capitalized word that is no part of a longer name, nor at the head of a clause."""
    if tokens[at].pos == "VERB" or tokens[at - 1].text in OPENS:
        return False
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return is_capital(tokens[at]) and not any(is_capital(t) or t.text in DASHES for t in beside)


def _is_surname(tokens: Sequence[Token], at: int) -> bool:
    """Behind an honorific, or beside what only people do («says Suchánek», «Holzinger laughs»)."""
    if not is_capital(tokens[at]) or (at + 1 < len(tokens) and is_capital(tokens[at + 1])):
        return False
    if at and (_follows_title(tokens, at) or (_speaks(tokens, at - 1) and not is_capital(tokens[at - 1]))):
        return True
    alone = at == 0 or not is_capital(tokens[at - 1])
    return alone and at + 1 < len(tokens) and _speaks(tokens, at + 1)


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    verbs = lexicon().words("speech", "verbs")
    return any(r.pos == "VERB" and r.lemma in verbs for r in tokens[at].readings)


def _follows_title(tokens: Sequence[Token], at: int) -> bool:
    if at == 0:
        return False
    before = at - 1 - (tokens[at - 1].text == "." and at > 1)
    alone = at + 1 >= len(tokens) or not is_capital(tokens[at + 1])
    return (
        alone and is_capital(tokens[at]) and tokens[before].lower in lexicon().words("capitals", "honorifics")
    )


def _shorts(name: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """«Carpoly Chemical Group Co., Ltd.» comes back as «Carpoly Chemical Group», «Carpoly»."""
    legal = lexicon().words("company", "legal") | {".", ","}
    bare = list(name)
    while bare and bare[-1].lower() in legal:
        bare.pop()
    is_company = len(bare) < len(name) or (
        bare and bare[-1].lower() in lexicon().words("company", "suffixes")
    )
    if len(bare) < len(name):
        yield tuple(bare)
    house = _house(bare)
    if house:
        yield house
    if is_company and len(bare) > 1:
        yield from (tuple(bare[:length]) for length in range(len(bare) - 1, 0, -1) if not is_subject(bare[0]))


def _firsts(name: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """«Morava Aero Works» comes back as «Morava Aero», «Morava»; no word that others share."""
    if len(name) < 2 or is_place(name[0]) or is_subject(name[0]) or name[0].lower() in closed():
        return
    if len(name[0]) > 2 and name[0].lower() not in head_types() and not is_title(name[0]):
        yield from (tuple(name[:length]) for length in range(len(name) - 1, 0, -1))


def is_title(word: str) -> bool:
    """Say whether a word is one for an office or a given name."""
    lower = word.lower()
    return lower in lexicon().words("titles", "words") or lower in latin_given()


def _house(name: Sequence[str]) -> tuple[str, ...]:
    """«University of Twente» comes back as «Twente», «Twente University» too."""
    lower = [w.lower() for w in name]
    houses = lexicon().words("company", "houses")
    if len(name) == 3 and lower[0] in houses and lower[1] == "of":
        rest = name[2:]
    elif 1 < len(name) < 4 and lower[-1] in houses:
        rest = name[:-1]
    else:
        return ()
    return tuple(rest) if not any(map(is_subject, rest)) else ()


def _without_place(name: Sequence[str]) -> tuple[str, ...]:
    """«Foshan Xianhu Laboratory» comes back as «Xianhu Laboratory»."""
    at = next((n for n in (2, 1) if len(name) - n > 1 and is_place(" ".join(name[:n]))), 0)
    general = at and len(name) - at < 3 and is_subject(name[at])
    return tuple(name[at:]) if at and not general else ()
