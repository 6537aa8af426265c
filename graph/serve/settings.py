"""What a server is told when it starts."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, and what one query may cost: ``timeout`` seconds, ``limit`` rows (0: any)."""

    host: str
    port: int
    timeout: float
    limit: int
    # One query that uses up its time must not keep all others waiting.
    workers: int = max(2, min(4, os.cpu_count() or 1))
