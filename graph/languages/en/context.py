"""What a text has spoken of so far, for the words of the next sentence that stand for something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from baygraph.annotation import Mention, Sentence, Token
from baygraph.languages.classes import DESCRIBABLE
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import INSTITUTIONS
from baygraph.languages.pack import Phrase

STANDING = frozenset({"known", "named", "loose", "described"})
NAMED = frozenset({"known", "named", "loose"})
OPENING = 4  # sentences in which a text says who speaks
SOLID = DESCRIBABLE - INSTITUTIONS


@dataclass
class Context:
    """What was spoken of last: the thing, the person, who acts together, and the last of each head noun."""

    thing: Mention | None = None
    body: Mention | None = None
    speaker: Mention | None = None  # who «we» are: whom the text begins with
    person: Mention | None = None
    session: Mention | None = None
    heading: Mention | None = None
    group: list[Mention] = field(default_factory=list)
    named: list[Mention] = field(default_factory=list)
    heads: dict[str, Mention] = field(default_factory=dict)

    def note(self, sentence: Sentence, phrases: Sequence[Phrase]) -> None:
        """Remember what a sentence is about: its first subject, and who acts in it."""
        outer = [p for p in phrases if p.host < 0 and p.member_of < 0 and not p.plural]
        for phrase in outer:
            mention = phrase.mention
            if mention.kind in STANDING and not {"Field", "Goal", "Person"} & set(mention.types):
                self.heads[singular(sentence.tokens[mention.head].lower)] = mention
        self.thing = next(self._subjects(sentence, outer), None) or self.thing
        if self.speaker is None and sentence.index < OPENING:
            self.speaker = next(filter(_may_speak, self._subjects(sentence, outer)), None)
        named = [p.mention for p in outer if p.mention.kind in NAMED and INSTITUTIONS & set(p.mention.types)]
        self.body = next((m for m in named if m is self.thing), named[-1] if named else self.body)
        for phrase in phrases:
            if phrase.mention.kind in NAMED and not {"Person", "Field", "Goal"} & set(phrase.mention.types):
                self.named = [m for m in self.named if m.name != phrase.mention.name] + [phrase.mention]
        self.person = next((p.mention for p in outer if "Person" in p.mention.types), self.person)
        acting = agents(phrases)
        self.group = acting if len(acting) > 1 else self.group

    def _subjects(self, sentence: Sentence, outer: Sequence[Phrase]) -> Iterator[Mention]:
        bare = [
            p for p in outer if "nom" in p.roles and not {"Person", "Field", "Goal"} & set(p.mention.types)
        ]
        bare = [p for p in bare if not _is_dateline(sentence.tokens, p)]
        for phrase in bare:
            mention = phrase.mention
            found = (
                self.heads.get(singular(sentence.tokens[mention.head].lower))
                if mention.kind == "anaphor"
                else mention
            )
            if found is not None:
                yield found


def _may_speak(mention: Mention) -> bool:
    speaking = INSTITUTIONS | {"District", "Park", "Incubator", "Laboratory", "Platform"}
    return mention.kind in NAMED and bool(speaking & set(mention.types[:1]))


def _is_dateline(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.first == 0 and tokens[0].text.isupper() and len(tokens[0].text) > 3


def agents(phrases: Sequence[Phrase]) -> list[Mention]:
    """The bodies that a sentence names, each once, without those inside names."""
    bodies = INSTITUTIONS | {"Incubator", "Laboratory", "Park", "Platform"}
    found = (
        p.mention for p in phrases if p.host < 0 and p.mention.kind in NAMED and bodies & set(p.mention.types)
    )
    return list({m.name: m for m in found}.values())
