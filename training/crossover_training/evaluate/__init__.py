"""Evaluation on held-out people and conversations."""
