"""One key for one name in three scripts: Cyrillic, Hanzi and Latin."""
