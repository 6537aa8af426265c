"""What it takes to load N-Quads into an Oxigraph database on disk, and how large that becomes.

    python -P benchmarks/loading.py FILE.nq [--quads 1000000000]

Prints a table: what was loaded, and what QUADS would take at the same rate. Seconds are processor time.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

MILLION = 1_000_000


def told(quads: int, seconds: float, size: int, wanted: int) -> Iterator[str]:
    each, width = seconds / quads, size / quads
    yield "| loaded into Oxigraph | |"
    yield "| --- | --- |"
    yield f"| quads | {quads:,} |"
    yield f"| processor time, a million quads | {each * MILLION:.1f} s |"
    yield f"| on disk, a quad | {width:.0f} bytes |"
    whole = f"{each * wanted / 3600:,.1f} hours, {width * wanted / 1e9:,.0f} GB"
    yield f"| {wanted:,} quads at this rate | {whole} |"


def main() -> None:
    """Load and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--quads", type=int, default=1000 * MILLION)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = time.process_time()
        store = ox.Store(folder)
        store.bulk_load(path=str(given.file), format=ox.RdfFormat.N_QUADS)
        store.optimize()
        spent = time.process_time() - before
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
        print("\n".join(told(len(store), spent, size, given.quads)))


if __name__ == "__main__":
    main()
