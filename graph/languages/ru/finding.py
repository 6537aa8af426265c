"""What has been found in one sentence so far."""

from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence
from baygraph.languages.ru.known_names import PLACES
from baygraph.model import Rejection


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Keep a mention; its tokens are taken."""
        self.mentions.append(mention)
        self.taken.update(range(mention.first, mention.stop))
        if PLACES & set(mention.types):
            self.places.update(range(mention.first, mention.stop))

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))
