"""What a language pack consists of: the same parts in every language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from baygraph.annotation import Annotated, Mention, Quantity, Sentence, Token
from baygraph.languages.dates import DateMention
from baygraph.languages.lexicon import Lexicon
from baygraph.model import Document, Rejection


class Phrase(NamedTuple):
    """A mention with its whole phrase (modifiers, title, brackets): tokens ``first`` to ``stop``.

    ``roles`` are the ways it may hang on a verb or noun nearby: nom gen dat acc ins loc or a preposition's
    meaning (in, with, at, from, to, on, for, by, of); ``cases`` its cases, behind a preposition too. ``host``
    is the index of the phrase whose words hold it, or -1. ``plural`` says that it counts several things;
    ``member_of`` is the index of the plural phrase whose part it shares, or -1. ``title`` is a person's
    office in dictionary form.
    """

    mention: Mention
    first: int
    stop: int
    roles: frozenset[str]
    host: int = -1
    plural: bool = False
    member_of: int = -1
    cases: frozenset[str] = frozenset()
    title: str = ""


class Cue(NamedTuple):
    """A word that announces relations: its frame, its token, and how it is used.

    ``use`` is one of active, passive, noun, participle (active), participle-passive.
    """

    frame: str
    token: int
    use: str
    word: str
    modality: str = ""


class Argument(NamedTuple):
    """A phrase in its part beside a cue: subj obj agent of in with at from to on for by."""

    role: str
    phrase: int


class Bearing(NamedTuple):
    """The phrases that a figure may be about, each in its part beside it, and the classes it is usual of."""

    parts: tuple[Argument, ...] = ()
    suits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with all that a pack found in it; ``as_of`` has a date or nothing for each quantity."""

    sentence: Sentence
    phrases: tuple[Phrase, ...]
    cues: tuple[Cue, ...]
    quantities: tuple[Quantity, ...] = ()
    as_of: tuple[str, ...] = ()
    dates: tuple[DateMention, ...] = ()


def _no_script(text: str) -> str:
    return ""


def _never(word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Pack:
    """One language: its words and its grammar.

    ``read`` finds the phrases, cues and quantities of each sentence and what it left out; ``arguments`` the
    phrases that belong to a cue, ``bearing`` those that a figure may be about; ``name_words`` the dictionary
    forms of a name's words, by which names are compared; ``head_word`` the same for one token; ``lemma``
    the dictionary form of a word by itself;
    ``is_foreign`` says that a word can only be a proper name. ``fixed_order`` means that the subject stands
    before its verb and objects after it; ``script`` tells the script of a text where a language has several.
    """

    code: str
    lexicon: Lexicon
    annotate: Callable[[Document], Annotated]
    read: Callable[[Annotated], tuple[tuple[Reading, ...], tuple[Rejection, ...]]]
    arguments: Callable[[Cue, Sentence, tuple[Phrase, ...]], tuple[Argument, ...]]
    bearing: Callable[[Quantity, Sentence, tuple[Phrase, ...]], Bearing]
    name_words: Callable[[str], tuple[str, ...]]
    head_word: Callable[[Token], str]
    lemma: Callable[[str], str] = str
    is_foreign: Callable[[str], bool] = _never
    fixed_order: bool = False
    script: Callable[[str], str] = _no_script

    def tag(self, text: str) -> str:
        """The BCP 47 tag of a text in this language, with its script where that differs («zh-Hant»)."""
        script = self.script(text)
        return f"{self.code}-{script}" if script else self.code
