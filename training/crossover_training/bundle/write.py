"""Writes a bundle: everything or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crossover_training.bundle import layout
from crossover_training.bundle.card import FORMAT, markdown, versions
from crossover_training.data.pairs import Preferences, pairs_by_participant
from crossover_training.files import (
    canonical_json,
    new_folder,
    read_json,
    sha256_file,
    sha256_text,
    write_json,
    write_json_lines,
    write_text,
)
from crossover_training.policy.base import BaseFingerprint
from crossover_training.train.recipe import Recipe
from crossover_training.users.store import participant_key, save_user_model


@dataclass(frozen=True)
class Base:
    name: str
    """What servers and protocols call it."""
    fingerprint: BaseFingerprint


@dataclass(frozen=True)
class Source:
    """All that a bundle is made from, besides the weights."""

    name: str
    recipe: Recipe
    data: Preferences
    base: Base
    rows: Mapping[str, int]
    """Participants with a model of their own."""
    salt: bytes
    counts: Mapping[str, int]
    """Of the data, with what tokenising left out."""
    created: datetime

    def key_of(self, participant: str) -> str:
        return participant_key(self.salt, participant)


@dataclass(frozen=True)
class Losses:
    steps: int
    curve: Sequence[Mapping[str, float]]

    def last(self, name: str) -> float | None:
        return next((entry[name] for entry in reversed(self.curve) if name in entry), None)


def write_bundle(
    target: Path, source: Source, *, model: Any, adapters: Path | None, tokenizer: Any, losses: Losses
) -> None:
    """`model` has one adapter for everybody; `adapters` is a folder with one for each participant's key."""
    with new_folder(target) as folder:
        if model is not None:
            save_adapter(model, folder / layout.ADAPTER, source.base.name)
            _save_users(folder / layout.USERS, model, source)
        if adapters is not None:
            adapters.rename(folder / layout.ADAPTERS)
        tokenizer.save_pretrained(folder / layout.TOKENIZER)
        _save_people(folder, source)
        write_card(folder, _card(source, losses))


def save_adapter(model: Any, folder: Path, base: str) -> None:
    # Without `save_embedding_layers` PEFT looks the base model up on the hub.
    model.save_pretrained(folder, save_embedding_layers=False)
    (folder / "README.md").unlink(missing_ok=True)
    config = folder / "adapter_config.json"
    # PEFT writes the path of this machine, where servers would look.
    write_json(config, {**read_json(config), "base_model_name_or_path": base})


def write_card(folder: Path, card: dict[str, Any]) -> None:
    """With the hash of each file, so that a damaged or mixed bundle is recognised."""
    files = {str(path.relative_to(folder)): sha256_file(path) for path in layout.content_files(folder)}
    # `people.jsonl` may stay where the data are.
    checked = {path: hash_ for path, hash_ in files.items() if path != layout.PEOPLE}
    card = {**card, "files": checked, "hash": sha256_text(canonical_json(checked))}
    write_json(folder / layout.CARD, card)
    write_text(folder / layout.README, markdown(card))


def _save_users(folder: Path, model: Any, source: Source) -> None:
    table = getattr(model, "user_model", None)
    if table is None:
        return
    with_text = source.recipe.textual_information
    users = {
        source.key_of(participant): {
            "row": row,
            "about": source.data.about.get(participant, "") if with_text else "",
        }
        for participant, row in source.rows.items()
    }
    save_user_model(folder, table, users)


def _save_people(folder: Path, source: Source) -> None:
    trained = pairs_by_participant(source.data.train)
    rows = ({"participant": name, "key": source.key_of(name), "pairs": len(trained[name])} for name in source.rows)
    if source.rows:
        write_json_lines(folder / layout.PEOPLE, rows)


def _card(source: Source, losses: Losses) -> dict[str, Any]:
    recipe = source.recipe
    return {
        "format": FORMAT,
        "name": source.name,
        "method": recipe.method,
        "created": source.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "base": {"name": source.base.name, **source.base.fingerprint.as_dict()},
        "data": {"source": source.data.source, "hash": source.data.hash, "counts": dict(source.counts)},
        "users": {
            "count": len(source.rows),
            "tokens": recipe.user_tokens if recipe.has_users else 0,
            "clusters": recipe.clusters if recipe.method == "clustered" else 0,
        },
        "recipe": recipe.as_dict(),
        "training": {
            "steps": losses.steps,
            "loss": losses.last("loss"),
            "held_out_loss": losses.last("eval_loss"),
            "curve": [dict(entry) for entry in losses.curve],
        },
        "versions": versions(),
        "erasures": [],
    }
