"""Data sets of synthetic people, and a recipe that suits a small model."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from crossover_training.data.pairs import Preferences, with_totals
from crossover_training.train.pipeline import Job, train
from crossover_training.train.recipe import Recipe, recipe_from
from tests.synthetic import Taste, pairs_of

# Half like long replies and half short ones, above all else. All like formal replies without flattery: that is what a
# pooled model can learn.
OPPOSITE = {
    **{f"old-{at}": Taste(2 if at % 2 else -2, formal=1.5, flattering=-1.2) for at in range(8)},
    **{f"new-{at}": Taste(2 if at % 2 else -2, formal=1.5, flattering=-1.2) for at in range(1, 5)},
}
# Everybody likes the same.
SHARED = {
    **{f"old-{at}": Taste(long=1, formal=2, flattering=-0.5) for at in range(8)},
    **{f"new-{at}": Taste(long=1, formal=2, flattering=-0.5) for at in range(1, 5)},
}
ALL_LAYERS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def preferences(
    people: Mapping[str, Taste], *, seed: int, train: int, held_out: int, unseen: Sequence[str] = ()
) -> Preferences:
    pairs = pairs_of(people, seed=seed, train=train, held_out=held_out, unseen=unseen)
    return Preferences(tuple(pairs), "platform", f"sha256:{seed:064d}", with_totals(pairs, Counter()))


def recipe(method: str, **changes: object) -> Recipe:
    """Rates of learning for a model of 100,000 weights; all else is the published recipe's kind."""
    settings = {
        "method": method,
        "learning_rate": 5e-3,
        "epochs": 3,
        "pairs_per_step": 16,
        "pairs_per_forward": 16,
        "user_tokens": 4,
        "clusters": 4,
        "lora_targets": ALL_LAYERS,
        "lora_dropout": 0.0,
        "seed": 1,
        "evaluate_every": 1000,
        "save_every": 1000,
    }
    return recipe_from({**settings, **changes})


def train_bundle(base: Path, data: Preferences, chosen: Recipe, folder: Path, **more: object) -> Path:
    train(
        Job(
            base=str(base),
            base_name="tiny",
            data=data,
            recipe=chosen,
            target=folder,
            name=folder.name,
            device=torch.device("cpu"),
            **more,  # type: ignore[arg-type]
        )
    )
    return folder
