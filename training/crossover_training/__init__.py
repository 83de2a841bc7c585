"""Trains the personalised arms of a Crossover study on preferences, and serves them."""

__version__ = "0.1.0"
