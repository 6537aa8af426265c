"""A sentence's phrases while a document is read: later sentences add what they say of a plural."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from baygraph.annotation import Mention, Sentence
from baygraph.languages.classes import SEATED
from baygraph.languages.en import roles
from baygraph.languages.en.arguments import arguments
from baygraph.languages.en.context import NAMED, Context
from baygraph.languages.en.cues import cues
from baygraph.languages.en.finding import Finding
from baygraph.languages.en.goals import goals
from baygraph.languages.en.groups import groups
from baygraph.languages.en.lists import each, with_members
from baygraph.languages.en.morphology import singular
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.programmes import in_session
from baygraph.languages.en.reference import aliases, references
from baygraph.languages.pack import Cue, Phrase
from baygraph.model import Name


@dataclass
class Draft:
    """What has been found in one sentence so far; ``named`` are the tokens of names."""

    sentence: Sentence
    phrases: list[Phrase]
    pursuits: tuple[Cue, ...]
    named: frozenset[int]
    plurals: dict[str, int] = field(default_factory=dict)


def renamed(found: Sequence[Finding]) -> None:
    """Let a thing that the text gives two names («known as») bear the known or fuller one throughout."""
    same = {
        a.name: b for each_ in found for a, b in aliases(each_.sentence, each_.mentions) if a.kind != "known"
    }
    for each_ in found:
        each_.mentions = [_under(m, same[m.name]) if m.name in same else m for m in each_.mentions]


def _under(mention: Mention, other: Mention) -> Mention:
    names = (*mention.aliases, *(() if mention.name == other.name else (Name(mention.name, "en"),)))
    return replace(mention, name=other.name, key=other.key, kind=other.kind, types=other.types, aliases=names)


def drafted(found: Finding, context: Context) -> Draft:
    """The phrases of a sentence with those that stand for something named elsewhere."""
    sentence = found.sentence
    stated = goals(sentence)
    aims = tuple(m for _, listed in stated for m in listed)
    in_session(found, context)
    found.mentions = [_standing_for(m, found, context) for m in found.mentions]
    again = references(sentence, found.mentions, context)
    spoken = [m for m in found.mentions if not any(_is_inside(m, a) for a in aims if m.kind != "known")]
    spoken = [
        m for m in spoken if m.kind in NAMED | {"adjective"} or not any(_is_inside(m, a) for a in again)
    ]
    again = [m for m in again if not any(_is_inside(m, a) for a in aims)]
    phrases = with_members(
        sentence, roles.phrases(sentence, sorted([*spoken, *again], key=lambda m: (m.first, -m.stop)))
    )
    phrases += tuple(groups(sentence, phrases, context))
    phrases += tuple(Phrase(m, m.first, m.stop, frozenset({"goal"})) for m in aims)
    named = frozenset(i for m in found.mentions if m.kind in NAMED for i in range(m.first, m.stop))
    draft = Draft(sentence, list(phrases), tuple(cue for cue, _ in stated), named)
    draft.plurals = {p.mention.name.split()[-1]: i for i, p in enumerate(phrases) if p.plural}
    return draft


def _standing_for(mention: Mention, found: Finding, context: Context) -> Mention:
    """«Founded by A University, the new university …»: not the one that this sentence has just named."""
    tokens = found.sentence.tokens
    head = singular(tokens[mention.head].lower)
    rival = any(
        m.kind in NAMED and m.stop <= mention.first and singular(tokens[m.head].lower) == head
        for m in found.mentions
    )
    meant = context.heads.get(head)
    if mention.kind != "anaphor" or not rival or meant is None:
        return mention
    return replace(mention, kind=meant.kind, name=meant.name, key=meant.key, types=meant.types)


def _is_inside(inner: Mention, outer: Mention) -> bool:
    return outer.first <= inner.first and inner.stop <= outer.stop


def spread(drafts: Sequence[Draft], draft: Draft) -> None:
    """«The centers are seated in A, B and C»: one in each place, here and where they were named before."""
    for cue in cues(draft.sentence):
        if cue.frame != "locate" or cue.use not in {"passive", "active", "participle-passive"}:
            continue
        parts = arguments(cue, draft.sentence, tuple(draft.phrases))
        plural = next(
            (a.phrase for a in parts if a.role in {"subj", "obj"} and draft.phrases[a.phrase].plural), None
        )
        places = [
            a.phrase for a in parts if a.role == "in" and PLACES & set(draft.phrases[a.phrase].mention.types)
        ]
        if plural is not None and len(places) > 1 and SEATED & set(draft.phrases[plural].mention.types[:1]):
            _add_each(drafts, draft, plural, places)
            return


def _add_each(drafts: Sequence[Draft], draft: Draft, plural: int, places: Sequence[int]) -> None:
    said = draft.phrases[plural].mention
    earlier = next((d for d in reversed(drafts) if said.name.split()[-1] in d.plurals), None)
    before = earlier.phrases[earlier.plurals[said.name.split()[-1]]].mention if earlier else said
    for place in places:
        made = each(
            draft.sentence, replace(said, name=before.name, types=before.types), draft.phrases[place], plural
        )
        draft.phrases.append(made)
        if earlier:
            host = earlier.plurals[said.name.split()[-1]]
            copy = replace(before, kind="described", name=made.mention.name, rule="one-for-each-place")
            earlier.phrases.append(
                Phrase(copy, before.first, before.stop, frozenset({"member"}), member_of=host)
            )
