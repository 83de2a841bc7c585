"""Synthetic people with known preferences: what each method learns, over seeds.

Intervals are Student's over three seeds, so a claim that holds by its interval fails by chance in one of forty tests.
The seeds are fixed: these tests pass always or never.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
import torch

from crossover_training.bundle.load import open_bundle
from crossover_training.evaluate.run import Plan, evaluate
from crossover_training.evaluate.statistics import Estimate, over_seeds
from tests.people import OPPOSITE, SHARED, preferences, recipe, train_bundle
from tests.synthetic import Taste

SEEDS = (1, 2, 3)
UNSEEN = ("new-1", "new-2", "new-3", "new-4")
CPU = torch.device("cpu")


def accuracies(base: Path, people: Mapping[str, Taste], folder: Path) -> dict[tuple[str, str], list[float]]:
    """By group of held-out pairs and model, one value a seed."""
    found: dict[tuple[str, str], list[float]] = {}
    for seed in SEEDS:
        data = preferences(people, seed=seed, train=32, held_out=30, unseen=UNSEEN)
        bundles = {
            method: open_bundle(train_bundle(base, data, recipe(method, seed=seed), folder / f"{method}-{seed}"))
            for method in ("individual", "pooled")
        }
        report = evaluate(Plan(str(base), data, CPU, bundles["individual"], bundles["pooled"], None, seed))
        for group in ("held_out_conversations", "held_out_participants"):
            for name, model in report["preferences"][group]["models"].items():
                found.setdefault((group, name), []).append(model["accuracy"]["value"])
    return found


def difference(found: dict[tuple[str, str], list[float]], group: str, one: str, other: str) -> Estimate:
    return over_seeds([a - b for a, b in zip(found[group, one], found[group, other], strict=True)])


@pytest.fixture(scope="module")
def opposed(base, tmp_path_factory):
    return accuracies(base, OPPOSITE, tmp_path_factory.mktemp("opposed"))


@pytest.fixture(scope="module")
def shared(base, tmp_path_factory):
    return accuracies(base, SHARED, tmp_path_factory.mktemp("shared"))


def test_individual_beats_pooled_where_people_want_opposite_things(opposed):
    found = difference(opposed, "held_out_conversations", "individual", "pooled")
    assert found.low > 0.1, found
    assert over_seeds(opposed["held_out_conversations", "individual"]).low > 0.75


def test_pooled_beats_the_base_by_what_most_people_share(opposed):
    assert difference(opposed, "held_out_conversations", "pooled", "base").low > 0


def test_unseen_people_get_the_generic_user(opposed, shared):
    for found in (opposed, shared):
        assert found["held_out_participants", "individual"] == found["held_out_participants", "generic"]
    assert over_seeds(shared["held_out_participants", "generic"]).low > 0.75


def test_individual_does_not_beat_pooled_where_everybody_wants_the_same(shared):
    assert over_seeds(shared["held_out_conversations", "pooled"]).low > 0.75
    advantage = difference(shared, "held_out_conversations", "individual", "pooled")
    assert advantage.low <= 0, advantage
