"""A cue's surroundings: the phrases and clauses of its sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from baygraph.annotation import Sentence, Token
from baygraph.languages.pack import Cue, Phrase
from baygraph.languages.ru.clauses import Piece, pieces
from baygraph.languages.ru.words import words

PREPOSITIONAL = frozenset(
    {
        "in",
        "with",
        "at",
        "from",
        "to",
        "on",
        "for",
        "by",
        "between",
        "about",
        "goal",
        "head",
        "together",
        "part",
    }
)
# «договор о создании лаборатории» may be signed elsewhere than the laboratory is.
NAMED_BY_DEEDS = frozenset({"Agreement", "Policy"})
Placed = tuple[int, Phrase]


@dataclass(frozen=True, slots=True)
class Scene:
    """Tokens, phrases with their indexes, the pieces of the sentence, and which of them is the cue's own.

    ``end`` is where the agreement or policy ends whose name holds the cue, or the number of tokens.
    """

    tokens: Sequence[Token]
    phrases: Sequence[Placed]
    pieces: tuple[Piece, ...]
    own: int
    end: int

    @property
    def piece(self) -> Piece:
        """The piece that the cue stands in."""
        return self.pieces[self.own]

    def within(self, first: int, stop: int) -> list[Placed]:
        """The phrases whose mention begins in a stretch of tokens."""
        return [(i, p) for i, p in self.phrases if first <= p.mention.first < stop]

    def before_piece(self) -> list[Placed]:
        """The phrases that end before the cue's own piece."""
        return [(i, p) for i, p in self.phrases if p.stop <= self.piece.first]

    def nominal_end(self) -> int:
        """Where the pieces without a verb after the cue's own end: a list may go on over them."""
        last = self.own
        while last + 1 < len(self.pieces) and self._goes_on(self.pieces[last + 1]):
            last += 1
        return self.pieces[last].stop

    def _goes_on(self, piece: Piece) -> bool:
        mark, after = self.tokens[piece.first].text, self.tokens[min(piece.first + 1, piece.stop - 1)]
        return piece.kind == "nominal" and (
            mark not in words("clauses", "closing") or (mark == ":" and after.pos == "ADP")
        )


class Known:
    """The surroundings worked out for one sentence with its phrases: several cues share a token."""

    def __init__(self) -> None:
        self._of: Sequence[Phrase] = ()
        self._found: dict[tuple[int, bool], Scene] = {}

    def scene(self, token: int, sentence: Sentence, phrases: Sequence[Phrase], whole: bool) -> Scene:
        """The surroundings of a token."""
        if phrases is not self._of:
            self._of, self._found = phrases, {}
        if (token, whole) not in self._found:
            self._found[token, whole] = _scene(token, sentence, phrases, whole)
        return self._found[token, whole]


_known = Known()


def scene(cue: Cue, sentence: Sentence, phrases: Sequence[Phrase], whole: bool = True) -> Scene:
    """The surroundings of a cue; ``whole`` leaves out the phrases inside other phrases."""
    return _known.scene(cue.token, sentence, phrases, whole)


def _scene(token: int, sentence: Sentence, phrases: Sequence[Phrase], whole: bool) -> Scene:
    cut = pieces(sentence.tokens)
    own = next((i for i, p in enumerate(cut) if p.first <= token < p.stop), 0)
    outer = [
        (i, p)
        for i, p in enumerate(phrases)
        if p.mention.kind != "adjective" and not (whole and p.host >= 0) and not _holds(p, token, whole)
    ]
    held = (
        p.mention.stop for p in phrases if {*p.mention.types[:1]} & NAMED_BY_DEEDS and _holds(p, token, False)
    )
    return Scene(sentence.tokens, outer, cut, own, min(held, default=len(sentence.tokens)))


def _holds(phrase: Phrase, token: int, whole: bool) -> bool:
    first, stop = (phrase.first, phrase.stop) if whole else (phrase.mention.first, phrase.mention.stop)
    return first <= token < stop
