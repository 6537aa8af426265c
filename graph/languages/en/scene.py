"""A sentence's phrases by place: neighbours, enumerations, relative clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from baygraph.annotation import Token
from baygraph.languages.en.clauses import group_start, is_relative
from baygraph.languages.en.names import PLACES
from baygraph.languages.en.nouns import left_edge
from baygraph.languages.en.togetherness import are_alike, group_of, is_house_of, is_prepositional, is_site_of
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Phrase

LONGEST_INSERTION = 16
LIST_GAP = 5  # tokens between two members of a list


@dataclass(frozen=True)
class Scene:
    """The tokens and phrases of one sentence."""

    tokens: Sequence[Token]
    phrases: Sequence[Phrase]

    @cached_property
    def outer(self) -> list[tuple[int, Phrase]]:
        """The phrases that lie in no other, in order, with their indexes."""
        return sorted(
            ((i, p) for i, p in enumerate(self.phrases) if p.host < 0 and p.member_of < 0),
            key=lambda pair: pair[1].first,
        )

    def is_prepositional(self, phrase: Phrase) -> bool:
        """Say whether a phrase hangs on a preposition or owns what follows."""
        return is_prepositional(phrase) or "gen" in phrase.roles

    def before(self, at: int) -> tuple[int, Phrase] | None:
        """The last phrase that ends at or before a token."""
        return next(((i, p) for i, p in reversed(self.outer) if p.stop <= at), None)

    def adjacent(self, at: int) -> int | None:
        """The phrase that ends right before a token, but for commas, brackets and adverbs."""
        found = self.before(at)
        if found is None:
            return None
        between = self.tokens[found[1].stop : at]
        return (
            found[0]
            if all(t.text in {",", "(", ")", '"', "”", "'", "’"} or t.pos == "ADV" for t in between)
            else None
        )

    def list_from(self, index: int) -> list[int]:
        """A phrase and the members of its enumeration behind it."""
        after = [(i, p) for i, p in self.outer if p.first >= self.phrases[index].stop]
        return self._chain(index, after, forward=True)

    def list_to(self, index: int) -> list[int]:
        """A phrase and the members of its enumeration before it."""
        before = [(i, p) for i, p in reversed(self.outer) if p.stop <= self.phrases[index].first]
        return self._chain(index, [b for b in before if not self._is_inserted(b[1])], forward=False)[::-1]

    def _is_inserted(self, phrase: Phrase) -> bool:
        """Inside «, headquartered in Shenzhen, and»."""
        at = phrase.first - 1
        while at > 0 and self.tokens[at].pos in {"ADP", "VERB", "ADV", "NOUN", "ADJ", "DET"}:
            at -= 1
        opens = self.tokens[at].text == "," and self.tokens[at + 1].pos in {"VERB", "DET"}
        opens = opens and at + 1 < phrase.first
        return opens and phrase.stop < len(self.tokens) and self.tokens[phrase.stop].text == ","

    def _chain(self, index: int, others: Sequence[tuple[int, Phrase]], forward: bool) -> list[int]:
        """«A, B and C» is a list, «A, B» alone is none."""
        own = (index, self.phrases[index])
        (_, last), *rest = _with_houses([own, *others] if forward else [*reversed(others), own], forward)
        out, closed = [index], False
        for i, p in rest:
            left, right = (last, p) if forward else (p, last)
            if not are_alike(left, right) or not self._is_joined(left, right):
                break
            conjoined = self._is_conjoined(left, right)
            if closed is forward and (not conjoined or (forward and self._has_comma(left, right))):
                break
            closed = closed or conjoined
            out.append(i)
            last = p
        if (
            len(out) == 2
            and closed
            and self._is_afterthought(*sorted(out, key=lambda i: self.phrases[i].first))
        ):
            return out[:1]
        return out if closed or (forward and self._ends_with_others(last)) else out[:1]

    def _is_afterthought(self, left: int, right: int) -> bool:
        """«A, a unit of B, and C»: two alone are joined without a comma, but around an insertion."""
        between = self.tokens[self.phrases[left].stop : self.phrases[right].first]
        if (
            "Person" in self.phrases[left].mention.types
            and self.phrases[left].stop > self.phrases[left].mention.stop
        ):
            return False
        return [t.lower for t in between[:2]] == [",", "and"]

    def _ends_with_others(self, last: Phrase) -> bool:
        """«A, B and others», «A, B and other firms»."""
        after = [t.lower for t in self.tokens[last.stop : last.stop + 3] if t.text != ","]
        return after[:1] == ["and"] and after[1:2] in (["others"], ["other"], ["more"])

    def _has_comma(self, left: Phrase, right: Phrase) -> bool:
        return any(t.text == "," for t in self.tokens[left.stop : right.first])

    def _is_conjoined(self, left: Phrase, right: Phrase) -> bool:
        between = self.tokens[left.stop : right.first]
        return any(t.pos == "CCONJ" or t.text in {";", "/"} or t.lower == "well" for t in between)

    def _is_joined(self, last: Phrase, phrase: Phrase) -> bool:
        between = _without_measure(self.tokens[last.stop : phrase.first])
        joins = lexicon().words("lists", "joining") | {";"}
        small = all(t.lower in joins or t.pos == "DET" for t in between) or _is_insertion(between)
        same = phrase.roles == last.roles or not self.is_prepositional(phrase)
        return (
            0 < len(between) <= (LIST_GAP if not _is_insertion(between) else LONGEST_INSERTION)
            and small
            and same
            and "gen" not in last.roles
        )

    def noun_phrase_start(self, at: int) -> int:
        """Where the article and adjectives of a noun begin."""
        return left_edge(self.tokens, at)

    def antecedent(self, pronoun: int) -> int | None:
        """The phrase that a relative pronoun stands for."""
        at = pronoun
        while at > 0 and self.tokens[at - 1].pos == "ADP":
            at -= 1
        found = self.adjacent(at)
        found = self._over_attribute(at) if found is None else found
        if (
            found is not None
            and "Field" in self.phrases[found].mention.types
            and self.phrases[found].roles & {"of", "for", "on"}
        ):
            start = self.phrases[found].first  # «a developer of antibody drugs whose …»
            found = next((i for i, p in self.outer if p.stop == start - 1), found)
        return None if found is None or self._is_mere_place(self.phrases[found]) else found

    def _over_attribute(self, at: int) -> int | None:
        """«the base of provincial level which …»: a short attribute between a phrase and its pronoun."""
        found = self.before(at)
        if found is None:
            return None
        between = self.tokens[found[1].stop : at]
        plain = all(t.pos in {"ADP", "DET", "ADJ", "NOUN", "NUM"} for t in between)
        tied = 0 < len(between) <= 5 and between[0].lower in {"of", "for", "on"}
        return found[0] if tied and plain else None

    def _is_mere_place(self, phrase: Phrase) -> bool:
        """«a company from Shenzhen, which …»: the place only says where the noun before it is."""
        before = self.tokens[phrase.first - 2] if phrase.first > 1 else None
        attached = (
            before is not None
            and before.pos == "NOUN"
            and not any(p.stop == phrase.first - 1 for p in self.phrases)
        )
        return (
            bool(PLACES & set(phrase.mention.types))
            and bool(phrase.roles & {"in", "from", "at", "of"})
            and attached
        )

    def relative_arguments(self, verb: int) -> Iterator[Argument]:
        """«the centre where …», «at which …», «which X built»: what the pronoun stands for, in its part."""
        pronoun = self.pronoun_of(verb)
        if pronoun is None:
            return
        index = self.antecedent(pronoun)
        role = self._role_of(pronoun, verb)
        if index is not None and role:
            yield Argument(role, index)

    def pronoun_of(self, verb: int) -> int | None:
        """The relative pronoun that opens the clause of a verb."""
        for at in range(group_start(self.tokens, verb) - 1, -1, -1):
            token = self.tokens[at]
            if is_relative(token):
                return at
            if (
                token.pos in {"SCONJ", "AUX"}
                or token.text in {";", ":"}
                or (token.pos == "VERB" and token.readings[0].form == "")
            ):
                return None
        return None

    def _role_of(self, pronoun: int, verb: int) -> str:
        if self.tokens[pronoun].lower == "where":
            return "in"
        before = self.tokens[pronoun - 1].lower if pronoun else ""
        roles = {
            "in": "in",
            "at": "at",
            "with": "with",
            "by": "by",
            "for": "for",
            "from": "from",
            "on": "on",
            "to": "to",
        }
        if before in roles:
            return roles[before]
        if pronoun and self.tokens[pronoun - 1].pos == "ADP":
            return ""
        return "obj" if pronoun + 1 < group_start(self.tokens, verb) else ""


def _with_houses(found: Sequence[tuple[int, Phrase]], forward: bool) -> list[tuple[int, Phrase]]:
    """«A of X and B of Y»: people, each with the body behind the name."""
    out: list[tuple[int, Phrase]] = []
    sites = group_of(found[0 if forward else -1][1]) == "thing"
    for i, p in found:
        held = out and (is_house_of(p, out[-1][1]) or (sites and is_site_of(p, out[-1][1])))
        if held:
            out[-1] = out[-1][0], out[-1][1]._replace(stop=p.stop)
        else:
            out.append((i, p))
    return out if forward else out[::-1]


def _is_insertion(between: Sequence[Token]) -> bool:
    """«A, headquartered in Shenzhen, and B»."""
    words = [t.lower for t in between if t.pos != "DET"]
    return (
        len(words) > 4
        and words[0] == ","
        and words[-2:] == [",", "and"]
        and between[1].pos in {"VERB", "DET"}
    )


def _without_measure(between: Sequence[Token]) -> Sequence[Token]:
    """«the Hong Kong Park of 87 hectares and the Shenzhen Park»: a measure between two members."""
    if len(between) > 3 and between[0].pos == "ADP" and any(t.pos == "NUM" for t in between[1:3]):
        return next(
            (between[i:] for i, t in enumerate(between) if t.pos == "CCONJ" or t.text == ","), between
        )
    return between
