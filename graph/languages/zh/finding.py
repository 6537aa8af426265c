"""What has been found in one sentence, kept while its mentions are looked for."""

from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence
from baygraph.model import Rejection


@dataclass
class Finding:
    """What has been found in one sentence so far; each step adds to it."""

    text: str
    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    def add(
        self, first: int, stop: int, head: int, types: tuple[str, ...], kind: str, rule: str, **more: str
    ) -> None:
        """Keep a mention of tokens ``first`` to ``stop``; its name is the text's own unless given."""
        span = self.sentence.span(first, stop)
        name = more.get("name") or unquoted(self.text[span.start : span.end])
        sure = 0.95 if kind == "known" else 0.9 if kind == "named" else 0.7
        self.mentions.append(
            Mention(
                self.sentence.index,
                first,
                stop,
                head,
                span,
                types,
                kind,
                name,
                rule,
                sure,
                more.get("key", ""),
            )
        )

    def reject(self, first: int, stop: int, what: str, reason: str, rule: str) -> None:
        """Keep for the report what was left out."""
        span = self.sentence.span(first, stop)
        self.rejections.append(Rejection(span, self.text[span.start : span.end], what, reason, rule))

    def covered(self, at: int) -> bool:
        """Say whether a token lies in a mention that stands by itself."""
        return any(m.first <= at < m.stop for m in self.mentions)

    def stands_at(self, at: int) -> bool:
        """Say whether a token lies in a mention that is no field."""
        return any(m.first <= at < m.stop and "Field" not in m.types for m in self.mentions)


def unquoted(name: str) -> str:
    """A name without the marks around the whole of it."""
    inner = name[1:-1]
    return (
        inner
        if name[:1] in "《“「『‘" and name[-1:] in "》”」』’" and not set(inner) & set("“”《》「」‘’")
        else name
    )
