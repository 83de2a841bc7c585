"""The small base model of the tests."""

from pathlib import Path

from crossover_training.tiny.base import TinyShape, make_tiny_base
from tests.synthetic import corpus


def make_base(folder: Path, *, seed: int = 0, width: int = 64) -> Path:
    make_tiny_base(folder, corpus(), seed=seed, shape=TinyShape(width=width))
    return folder
