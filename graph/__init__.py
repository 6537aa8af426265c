"""Baygraph reads texts about talent and innovation and publishes what they say as a knowledge graph."""
