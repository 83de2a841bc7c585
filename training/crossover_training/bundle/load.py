"""Reads a bundle, and refuses a damaged one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossover_training.bundle import layout
from crossover_training.bundle.card import FORMAT
from crossover_training.errors import TrainingError
from crossover_training.files import read_json, sha256_file, sha256_text
from crossover_training.policy.base import BaseFingerprint, check_base
from crossover_training.users.model import GENERIC, UserModel
from crossover_training.users.store import load_user_model


@dataclass(frozen=True)
class Bundle:
    folder: Path
    card: Mapping[str, Any]
    users: UserModel | None
    """None for methods without soft tokens."""
    keys: Mapping[str, Mapping[str, Any]]
    """By participant key: `row` and `about`."""
    adapters: Mapping[str, Path]
    """By participant key, of a bundle with one adapter for each."""

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @property
    def method(self) -> str:
        return str(self.card["method"])

    @property
    def adapter(self) -> Path | None:
        folder = self.folder / layout.ADAPTER
        return folder if folder.is_dir() else None

    def is_erased(self, key: str) -> bool:
        hash_ = sha256_text(key)
        return any(erased["key"] == hash_ for erased in self.card["erasures"])

    def row_of(self, key: str | None) -> int:
        """The row of a participant's key; of anybody else the generic user's."""
        return GENERIC if key is None or key not in self.keys else int(self.keys[key]["row"])

    def about(self, key: str | None) -> str:
        return "" if key is None or key not in self.keys else str(self.keys[key]["about"])


def open_bundle(folder: Path) -> Bundle:
    if not (folder / layout.CARD).is_file():
        raise TrainingError(f"{folder} is no bundle: it has no {layout.CARD}.")
    card = read_json(folder / layout.CARD)
    if card.get("format") != FORMAT:
        raise TrainingError(
            f"{folder} has the format {card.get('format')}, and this version reads {FORMAT}: train it anew."
        )
    _check_files(folder, card["files"])
    users, keys = _users(folder, card)
    adapters = folder / layout.ADAPTERS
    found = {path.name: path for path in sorted(adapters.iterdir())} if adapters.is_dir() else {}
    return Bundle(folder, card, users, keys, found)


def check_base_of(bundle: Bundle, found: BaseFingerprint) -> None:
    """Refuses a base model or a tokenizer that the bundle was not trained with."""
    check_base(found, bundle.card["base"], bundle.name)
    width = found.config.get("hidden_size")
    if bundle.users is not None and width is not None and bundle.users.shape.width != width:
        raise TrainingError(
            f"{bundle.folder}: the user model is {bundle.users.shape.width} wide, and the base model {width}. "
            "Restore the bundle from one source."
        )


def _users(folder: Path, card: Mapping[str, Any]) -> tuple[UserModel | None, Mapping[str, Any]]:
    if not (folder / layout.USERS).is_dir():
        return None, {}
    users, keys = load_user_model(folder / layout.USERS)
    expected = (card["users"]["count"], card["users"]["tokens"])
    if (users.shape.users, users.shape.tokens) != expected:
        raise TrainingError(
            f"{folder}: the user model has {users.shape.users} participants of {users.shape.tokens} tokens, and the "
            f"card says {expected[0]} of {expected[1]}. Restore the bundle from one source."
        )
    return users, keys


def _check_files(folder: Path, files: Mapping[str, str]) -> None:
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            raise TrainingError(f"{folder}: {name} is missing. Copy the bundle again.")
        if sha256_file(path) != expected:
            raise TrainingError(f"{folder}: {name} is not the file that the card describes. Copy the bundle again.")
