"""A graph whose every name, quote and title tries to be something other than text."""

from builders import Said, nobody_known

from baygraph.model import DocumentClaims, Value
from baygraph.populate import Dataset, populate

HOSTILE = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 2</script>",
    '"><img src=x onerror="window.hacked = 3">',
    "<!--<script>",
    "${window.hacked = 4} `x` \\u003cb\\u003e",
    "\u202egnp.exe\u202c \u2067right\u2069 to left",
    "]]>&lt;b&gt; &amp; \u2028\u2029 end",
    "<svg/onload=window.hacked=5>",
    "javascript:window.hacked=6",
    "__proto__",
    "Longname " * 1100,
)


def hostile() -> DocumentClaims:
    """One document in which each hostile text is the name of a thing that the next one cooperates with."""
    text = " | ".join(HOSTILE)
    said = Said("<b>", text, "en", title=HOSTILE[2], issued="2020", source=HOSTILE[8], publisher=HOSTILE[0])
    for number, name in enumerate(HOSTILE):
        said.thing(f"thing-{number}", "Company", name)
    for number in range(len(HOSTILE) - 1):
        said.fact(f"thing-{number}", "cooperatesWith", f"thing-{number + 1}", quotes=[HOSTILE[number]])
    said.thing("person", "Person", "someone", mentions=[HOSTILE[0]])
    said.fact("person", "jobTitle", Value(HOSTILE[2], lang="en"), quotes=[HOSTILE[2]])
    return said.done()


def hostile_dataset() -> Dataset:
    """The graph of that document."""
    return populate([hostile()], nobody_known)
