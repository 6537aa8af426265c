"""The parts beside a verb or noun under the names that its frame has for them («the valley hosts X»)."""

from collections.abc import Mapping

from baygraph.languages.en.scene import Scene
from baygraph.languages.en.words import lexicon
from baygraph.languages.pack import Argument, Cue


def turned(cue: Cue, found: list[Argument], scene: Scene) -> list[Argument]:
    """Give the parts beside a cue the names by which its frame knows them."""
    roles = {a.role for a in found}
    if cue.frame == "locate" and cue.use in {"active", "participle"} and not _is_inverse(cue):
        return _located(cue, found, scene)
    if cue.frame == "sign" and cue.word == "enter":
        return _entered(found, scene)
    if cue.frame == "sign":
        return _renamed(found, {"to": "obj"})
    if cue.frame == "settle" and "obj" in roles:
        return _renamed([a for a in found if a.role != "subj"], {"obj": "subj"})
    if cue.frame == "enter" and cue.word in {"fall", "come"}:
        return [
            a._replace(role="in") if a.role == "under" else a for a in found if a.role in {"subj", "under"}
        ]
    parts = _parts(cue, roles)
    if parts is not None:
        return _renamed(found, parts)
    if cue.use == "noun" or not _is_inverse(cue):
        return found
    kept = {"subj": "in", "obj": "subj", "to": "subj", "agent": "in"}
    if cue.use.endswith("passive"):  # «is housed in the park»
        kept = {"obj": "subj", "agent": "in", "in": "in", "at": "at"}
    return _renamed([a for a in found if a.role in kept], kept)


def _parts(cue: Cue, roles: set[str]) -> Mapping[str, str] | None:
    """The new names of parts that all uses of a frame share, or None."""
    if cue.frame == "enter" and cue.use in {"passive", "participle-passive"}:
        return {"obj": "subj", "to": "in", "with": "in", "under": "in"}
    if cue.frame == "enter" and cue.word == "belong":
        return {"to": "in"}
    if cue.frame == "work":
        return {"at": "in", "for": "in"}
    if cue.frame == "accompany":
        return {"with": "ins", "obj": "subj"}
    if cue.frame == "attend":
        return {"with": "subj"}
    if cue.frame == "include" and "of" in roles:
        return {"obj": "subj", "of": "obj"}
    if cue.frame == "enter" and cue.use == "noun":
        return {"of": "in"}
    if cue.use == "noun" and "subj" in roles and cue.word in lexicon().words("results", "words"):
        return {"subj": "obj", "of": "agent", "between": "agent"}
    return None


def _renamed(found: list[Argument], parts: Mapping[str, str]) -> list[Argument]:
    return [a._replace(role=parts.get(a.role, a.role)) for a in found]


def _is_inverse(cue: Cue) -> bool:
    """«The valley hosts the centre», «The city is home to …»: the subject is where the object is."""
    return cue.word in lexicon().map("inverse").get(cue.frame, ())


def _located(cue: Cue, found: list[Argument], scene: Scene) -> list[Argument]:
    if cue.use == "active" and has_object(cue, scene):
        return []
    transitive = any(a.role == "obj" for a in found) and not comes_about(cue)
    return [a for a in found if a.role != "subj"] if transitive else found


def _entered(found: list[Argument], scene: Scene) -> list[Argument]:
    """«entered into a cooperation agreement»."""
    into = {i for r, i in found if r == "in" and "Agreement" in scene.phrases[i].mention.types}
    return [a._replace(role="obj") if a.phrase in into else a for a in found]


def has_object(cue: Cue, scene: Scene) -> bool:
    """«to open a test pond in Coloane»: an object, even if it is no thing of the graph."""
    if cue.word not in lexicon().words("transitive"):
        return False
    at = cue.token + len(cue.word.split())
    near = scene.tokens[at : at + 2]
    index = next(
        (p for _, p in scene.outer if p.first in {at, at + 1} and not scene.is_prepositional(p)), None
    )
    bare = bool(near) and (
        near[0].pos in {"DET", "NOUN", "PROPN"} or (near[0].pos in {"ADJ", "NUM"} and len(near) > 1)
    )
    return bare and index is None


def comes_about(cue: Cue) -> bool:
    """«The centre opened in May»."""
    return cue.word.split()[0] in lexicon().words("ambitransitive")
