"""What a server is told when it starts."""

import os
from dataclasses import dataclass
from typing import Final

HOST: Final = "127.0.0.1"
PORT: Final = 8087
SECONDS: Final = 30.0
ROWS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, and what one query may cost: ``timeout`` seconds, ``limit`` rows (0: any)."""

    host: str = HOST
    port: int = PORT
    timeout: float = SECONDS
    limit: int = ROWS
    # One query that uses up its time must not keep all others waiting.
    workers: int = max(2, min(4, os.cpu_count() or 1))
