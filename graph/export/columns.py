"""The tables and their columns: what each is called, of what kind it is and what it says."""

from typing import Final, Literal, NamedTuple

Kind = Literal["string", "integer", "number", "boolean"]


class Column(NamedTuple):
    """A column; a cell without a value is empty (null in Parquet)."""

    name: str
    kind: Kind
    says: str


class Table(NamedTuple):
    """A table, and what one row of it is."""

    name: str
    says: str
    columns: tuple[Column, ...]


_SUPPORT: Final = (
    Column("modality", "string", "`planned` where no document states it as plain; else empty"),
    Column(
        "confidence", "number", "of the surest claim, 0 to 1; empty for what the ontology's gazetteer knows"
    ),
    Column("claims", "integer", "how many claims say it"),
    Column("documents", "integer", "how many documents say it"),
)
_IRI: Final = Column("iri", "string", "its IRI")

TABLES: Final = (
    Table(
        "entities",
        "one row a thing: place, agent, facility, event, programme, project, agreement, field or goal",
        (
            _IRI,
            Column("class", "string", "its class in the ontology"),
            Column("label", "string", "the first of the labels that it has, or the last part of its IRI"),
            Column("label_en", "string", "its preferred English name"),
            Column("label_ru", "string", "its preferred Russian name"),
            Column("label_zh", "string", "its preferred Chinese name, simplified where there is one"),
            Column("wikidata", "string", "the Wikidata item that is certainly the same"),
            Column("links", "string", "other registers' IRIs of it and its site, a space between two"),
            Column("mentions", "integer", "how many places of documents name it"),
            Column("documents", "integer", "how many documents name it"),
        ),
    ),
    Table(
        "names",
        "one row a name of a thing",
        (
            _IRI,
            Column("name", "string", "the name"),
            Column("language", "string", "its language tag"),
            Column("preferred", "boolean", "whether it is the preferred name of its language"),
        ),
    ),
    Table(
        "facts",
        "one row a fact: a property of a thing and its value; what is denied is only in `evidence`",
        (
            Column("subject", "string", "IRI of the thing"),
            Column("subject_label", "string", "its label in `entities`"),
            Column("property", "string", "the property's name in the ontology"),
            Column("object", "string", "IRI of the other thing, if the value is one"),
            Column("object_label", "string", "its label in `entities`"),
            Column("value", "string", "the text or date, if the value is no thing"),
            Column("datatype", "string", "the datatype of a date"),
            Column("language", "string", "the language tag of a text"),
            *_SUPPORT,
        ),
    ),
    Table(
        "figures",
        "one row a figure",
        (
            _IRI,
            Column("about", "string", "IRI of the thing whose figure it is (a space between two)"),
            Column("about_label", "string", "label of the first of them in `entities`"),
            Column("value", "number", "the whole number: 5.5 million is 5500000"),
            Column("datatype", "string", "`xsd:integer` or `xsd:decimal`"),
            Column("unit", "string", "ISO 4217 code or unit; empty for a count"),
            Column("measure", "string", "what is counted, as the text names it"),
            Column("measure_language", "string", "the language tag of `measure`"),
            Column("as_of", "string", "the date that the text gives for it, as exact as it gives it"),
            Column("approximate", "boolean", "true for “over”, “nearly”, “about”"),
            Column("located_in", "string", "IRI of the place that the figure is restricted to"),
            Column("field", "string", "IRI of the field that the figure is restricted to"),
            *_SUPPORT,
        ),
    ),
    Table(
        "evidence",
        "one row for each claim and place of a document that supports it",
        (
            Column("claim", "string", "IRI of the claim"),
            Column("subject", "string", "IRI of what the claim is about"),
            Column(
                "property", "string", "the property's name in the ontology, or `rdf:type`, `rdfs:label`, …"
            ),
            Column("object", "string", "IRI or text of the value"),
            Column("object_datatype", "string", "the datatype of a value that is no thing and no plain text"),
            Column("object_language", "string", "the language tag of a text"),
            Column("modality", "string", "`planned`, `denied`, or empty for what is plainly stated"),
            Column("rule", "string", "the rule that read it"),
            Column("confidence", "number", "how sure the rule is, 0 to 1"),
            Column("evidence", "string", "IRI of the piece of evidence"),
            Column("document", "string", "IRI of the document"),
            Column("start", "integer", "where the quote begins, in code points of the document's text"),
            Column("end", "integer", "where it ends"),
            Column("quote", "string", "the words of the document"),
        ),
    ),
    Table(
        "documents",
        "one row a document",
        (
            _IRI,
            Column("id", "string", "its identifier"),
            Column("title", "string", "its title"),
            Column("language", "string", "the language that it is read in"),
            Column("issued", "string", "its date, as exact as it is known"),
            Column("publisher", "string", "who published it"),
            Column("source", "string", "where it comes from: an address or words"),
        ),
    ),
)
