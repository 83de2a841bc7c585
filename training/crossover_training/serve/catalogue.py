"""The models that a server has by name, and what personalises a request to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor

from crossover_training.bundle import layout
from crossover_training.bundle.load import Bundle, open_bundle
from crossover_training.errors import TrainingError
from crossover_training.serve.errors import ApiError
from crossover_training.users.model import GENERIC

UserEmbedding = Literal["own", "generic", "none"]
"""Whose soft tokens stood before a prompt. `none`: the model has no soft tokens."""

SEPARATOR = ":"
MISSING = (0, 0)


@dataclass(frozen=True)
class Target:
    """What one request is answered with."""

    adapter: str | None
    prefix: Tensor | None
    about: str
    user_embedding: UserEmbedding


class Catalogue:
    """The base model and bundles. A bundle that changes on disk, by an erasure, is read again."""

    def __init__(self, base_name: str, bundles: Sequence[Bundle]) -> None:
        names = [base_name, *(bundle.name for bundle in bundles)]
        repeated = sorted({name for name in names if names.count(name) > 1})
        if repeated:
            raise TrainingError(f"Two models have the name {', '.join(repeated)}: train with another --name.")
        self._base_name = base_name
        self._bundles = {bundle.name: bundle for bundle in bundles}
        self._versions = {bundle.name: _version(bundle.folder) for bundle in bundles}
        self._created = {name: _version(bundle.folder)[0] // 10**9 for name, bundle in self._bundles.items()}

    @property
    def names(self) -> list[str]:
        return [self._base_name, *self._bundles]

    def created(self, name: str) -> int:
        return self._created.get(name, 0)

    def adapters(self) -> dict[str, Path]:
        """All adapters by the name that `Target.adapter` has."""
        found: dict[str, Path] = {}
        for bundle in self._bundles.values():
            if bundle.adapter is not None:
                found[bundle.name] = bundle.adapter
            found.update({_own_name(bundle, key): folder for key, folder in bundle.adapters.items()})
        return found

    def resolve(self, model: str, user: str | None) -> Target:
        """`user` is the participant's key. `model` may have it too, after a colon."""
        if model == self._base_name:
            return Target(None, None, "", "none")
        name, separator, suffix = model.partition(SEPARATOR)
        bundle = self._current(name)
        if bundle is None:
            raise ApiError(404, "model_not_found", f"There is no model {model[:100]}.", parameter="model")
        if separator and user is not None and user != suffix:
            raise ApiError(400, "conflicting_users", "`model` and `user` name two participants.", parameter="user")
        return _target(bundle, suffix if separator else user)

    def _current(self, name: str) -> Bundle | None:
        bundle = self._bundles.get(name)
        if bundle is None:
            return None
        version = _version(bundle.folder)
        if version not in (MISSING, self._versions[name]):
            bundle = open_bundle(bundle.folder)
            self._bundles[name], self._versions[name] = bundle, version
        return bundle


def _target(bundle: Bundle, key: str | None) -> Target:
    if key is not None and bundle.is_erased(key):
        raise ApiError(410, "participant_erased", "This participant's data were erased.", parameter="user")
    if bundle.method == "lora-per-participant":
        if key is None or key not in bundle.adapters:
            raise ApiError(404, "adapter_not_found", "There is no adapter for this participant.", parameter="user")
        return Target(_own_name(bundle, key), None, "", "own")
    if bundle.users is None:
        return Target(bundle.name, None, "", "none")
    row = bundle.row_of(key)
    with torch.no_grad():
        prefix = bundle.users(torch.tensor([row]))[0]
    return Target(bundle.name, prefix, bundle.about(key), "generic" if row == GENERIC else "own")


def _own_name(bundle: Bundle, key: str) -> str:
    # PEFT makes attributes of adapters' names: no dots, no colons.
    return f"{bundle.name}__{key}"


def _version(folder: Path) -> tuple[int, int]:
    """Of the card, which every change replaces."""
    try:
        found = (folder / layout.CARD).stat()
    except FileNotFoundError:
        # Between the two renames of an erasure.
        return MISSING
    return (found.st_mtime_ns, found.st_ino)
