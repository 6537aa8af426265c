"""Facts that no single rule decides: what is around two things of a sentence is weighed for each property.

The features are language-neutral but for the words around the two; their weights were learned from the
documents of ``evaluation/`` that are free for it (``python -m evaluation.learn``).
"""
