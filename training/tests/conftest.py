"""Shared by all tests: one small base model, and bundles that are trained once."""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TQDM_DISABLE", "1")

from pathlib import Path

import pytest
import torch

from crossover_training.bundle.load import Bundle, open_bundle
from crossover_training.data.pairs import Preferences
from crossover_training.policy.base import load_base, load_tokenizer
from crossover_training.text.chat import ChatEncoder
from tests.people import OPPOSITE, preferences, recipe, train_bundle
from tests.tiny import make_base

torch.set_num_threads(1)

CPU = torch.device("cpu")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_base(tmp_path_factory.mktemp("base") / "tiny")


@pytest.fixture(scope="session")
def tokenizer(base: Path):
    return load_tokenizer(base)


@pytest.fixture(scope="session")
def encoder(tokenizer) -> ChatEncoder:
    return ChatEncoder(tokenizer)


@pytest.fixture
def model(base: Path):
    """Fresh for each test: training changes it."""
    return load_base(base, dtype="float32", device=CPU)


@pytest.fixture(scope="session")
def opposite() -> Preferences:
    return preferences(OPPOSITE, seed=1, train=24, held_out=15, unseen=("new-1", "new-2", "new-3", "new-4"))


@pytest.fixture(scope="session")
def individual(base: Path, opposite: Preferences, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    folder = tmp_path_factory.mktemp("bundles") / "prism-individual"
    return open_bundle(train_bundle(base, opposite, recipe("individual"), folder))


@pytest.fixture(scope="session")
def pooled(base: Path, opposite: Preferences, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    folder = tmp_path_factory.mktemp("bundles") / "prism-pooled"
    return open_bundle(train_bundle(base, opposite, recipe("pooled"), folder))
