"""Synthetic people with known preferences: what each method learns, over seeds.

Rounding differs between processors, and training makes much of little: a run on another machine is like a run with
another seed. So each claim is about a mean over seeds, with a limit that is several standard errors away.

A mean over three seeds has 720 held-out pairs of known people. Two models differ in at most a third of them, so the
draw of pairs alone gives a difference a standard error of up to sqrt(1 / 3 / 720) = 0.022. Two seeds each of two
designs had standard deviations of 0.02 and 0.05, draw of pairs included: up to 0.03 for a mean of three. Limits are
four of these away.

What seeds gave, first and second, and the limit of the claim:

    individual - pooled, opposite people      0.217, 0.188   > 0.08
    accuracy of individual, opposite people   0.904, 0.867   > 0.75
    pooled - base, opposite people            0.188, 0.179   > 0.08
    accuracy of pooled, alike people          0.992, 0.971   > 0.8
    accuracy of generic, alike strangers      1.000, 1.000   > 0.8
    individual - pooled, alike people         0.008, 0.029   < 0.1

`python -m tests.test_people 12` prints this over twelve seeds, with the distance from each limit in standard errors.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from crossover_training.bundle.load import open_bundle
from crossover_training.evaluate.run import Plan, evaluate
from crossover_training.evaluate.statistics import over_seeds
from tests.people import OPPOSITE, SHARED, preferences, recipe, train_bundle
from tests.synthetic import Taste
from tests.tiny import make_base

SEEDS = (1, 2, 3)
UNSEEN = ("new-1", "new-2", "new-3", "new-4")
CPU = torch.device("cpu")
KNOWN, STRANGERS = "held_out_conversations", "held_out_participants"

Accuracies = dict[tuple[str, str], list[float]]
"""By group of held-out pairs and model, one value a seed."""


def accuracies(base: Path, people: Mapping[str, Taste], folder: Path, seeds: Sequence[int], train: int) -> Accuracies:
    found: Accuracies = {}
    for seed in seeds:
        data = preferences(people, seed=seed, train=train, held_out=30, unseen=UNSEEN)
        bundles = {
            method: open_bundle(train_bundle(base, data, recipe(method, seed=seed), folder / f"{method}-{seed}"))
            for method in ("individual", "pooled")
        }
        report = evaluate(Plan(str(base), data, CPU, bundles["individual"], bundles["pooled"], None, seed))
        for group in (KNOWN, STRANGERS):
            for name, model in report["preferences"][group]["models"].items():
                found.setdefault((group, name), []).append(model["accuracy"]["value"])
    return found


def opposed_people(base: Path, folder: Path, seeds: Sequence[int]) -> Accuracies:
    return accuracies(base, OPPOSITE, folder, seeds, train=24)


def alike_people(base: Path, folder: Path, seeds: Sequence[int]) -> Accuracies:
    return accuracies(base, SHARED, folder, seeds, train=16)


def differences(found: Accuracies, group: str, one: str, other: str) -> list[float]:
    return [a - b for a, b in zip(found[group, one], found[group, other], strict=True)]


@pytest.fixture(scope="module")
def opposed(base, tmp_path_factory):
    return opposed_people(base, tmp_path_factory.mktemp("opposed"), SEEDS)


@pytest.fixture(scope="module")
def alike(base, tmp_path_factory):
    return alike_people(base, tmp_path_factory.mktemp("alike"), SEEDS)


def test_individual_beats_pooled_where_people_want_opposite_things(opposed):
    assert over_seeds(differences(opposed, KNOWN, "individual", "pooled")).value > 0.08
    assert over_seeds(opposed[KNOWN, "individual"]).value > 0.75


def test_pooled_beats_the_base_by_what_most_people_share(opposed):
    assert over_seeds(differences(opposed, KNOWN, "pooled", "base")).value > 0.08


def test_unseen_people_get_the_generic_user(opposed, alike):
    for found in (opposed, alike):
        assert found[STRANGERS, "individual"] == found[STRANGERS, "generic"]
    assert over_seeds(alike[STRANGERS, "generic"]).value > 0.8


def test_individual_does_not_beat_pooled_where_everybody_wants_the_same(alike):
    assert over_seeds(alike[KNOWN, "pooled"]).value > 0.8
    assert over_seeds(differences(alike, KNOWN, "individual", "pooled")).value < 0.1


CLAIMS = (
    ("opposed", KNOWN, "individual", "pooled", 0.08),
    ("opposed", KNOWN, "individual", None, 0.75),
    ("opposed", KNOWN, "pooled", "base", 0.08),
    ("alike", STRANGERS, "generic", None, 0.8),
    ("alike", KNOWN, "pooled", None, 0.8),
    ("alike", KNOWN, "individual", "pooled", 0.1),
)


def main() -> None:
    """Prints each claim's mean and standard deviation over many seeds, and its distance from the limit asserted."""
    seeds = range(1, 1 + int(sys.argv[1] if len(sys.argv) > 1 else 12))
    with tempfile.TemporaryDirectory() as folder:
        base = make_base(Path(folder) / "base")
        found = {
            "opposed": opposed_people(base, Path(folder) / "opposed", seeds),
            "alike": alike_people(base, Path(folder) / "alike", seeds),
        }
    for people, group, one, other, limit in CLAIMS:
        each = found[people]
        values = each[group, one] if other is None else differences(each, group, one, other)
        mean, deviation = float(np.mean(values)), float(np.std(values, ddof=1))
        error = deviation / len(SEEDS) ** 0.5
        name = f"{people}, {group}: {one}{f' - {other}' if other else ''}"
        slack = abs(mean - limit) / error if error > 0 else float("inf")
        print(
            f"{name:<60} mean {mean:.3f}, sd {deviation:.3f}, limit {limit}: {slack:.1f} standard errors of slack; "
            f"{min(values):.3f} to {max(values):.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
