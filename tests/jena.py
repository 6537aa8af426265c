"""Apache Jena as Debian packages it, for the tests that need it."""

import shutil
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest

JARS = Path("/usr/share/java")
NEEDED = (
    "jena-*", "commons-*", "dexx.collection", "gson", "guava", "http*", "jackson-*", "jakarta.json-api",
    "jcl-over-slf4j", "jsonld-java", "protobuf", "slf4j-api", "slf4j-nop", "thrift", "titanium-json-ld",
)  # fmt: skip
MOVED, WANTED = "org/apache/jena/ext/xerces/", "xerces/"


@cache
def jena_classpath() -> str:
    """What to give Java; skip the test where there is no Java or no Jena."""
    if not (shutil.which("java") and (JARS / "jena-arq.jar").exists()):
        pytest.skip("needs Java and Jena, of Debian's default-jre-headless and libapache-jena-java")
    return ":".join([_messages(), *(f"{jar}" for name in NEEDED for jar in sorted(JARS.glob(f"{name}.jar")))])


def _messages() -> str:
    """A folder with the files that Debian's jar has at another place than its classes look for."""
    folder = Path(tempfile.mkdtemp(prefix="jena-"))
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(MOVED) and name.endswith(".properties"):
                path = folder / name.replace(MOVED, WANTED)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return str(folder)
