"""The build checks the ontology too: a term without a label in each language is reported in words."""

from pathlib import Path

from baygraph.resources import folder
from baygraph.validate.ontology import validate_ontology


def test_the_ontology_keeps_its_own_rules() -> None:
    assert validate_ontology() == ()


def test_a_lost_label_is_reported(tmp_path: Path) -> None:
    for name in ("baygraph.ttl", "ontology-shapes.ttl"):
        text = (folder("ontology") / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace('"город"@ru', '"town"@en'), "utf-8")
    found = validate_ontology(tmp_path)
    assert any("City" in violation.subject for violation in found), found
    assert all(violation.message for violation in found)
