"""Erases participants from a bundle."""

import shutil
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crossover_training.bundle import layout
from crossover_training.bundle.load import Bundle, open_bundle
from crossover_training.bundle.write import write_card
from crossover_training.data.lines import json_lines
from crossover_training.errors import TrainingError
from crossover_training.files import replaced_folder, sha256_text, write_json_lines
from crossover_training.users.store import save_user_model


def erase_participants(folder: Path, participants: Collection[str], now: datetime) -> list[str]:
    """Deletes the row or the adapter of each participant who is in the bundle, and notes it on the card.

    `participants` are pseudonyms, or their SHA-256 as manifests of exports list them. Gives the hashes of those found.
    """
    bundle = open_bundle(folder)
    people = _people(folder)
    wanted = {name if name.startswith("sha256:") else sha256_text(name) for name in participants}
    found = [person for person in people if sha256_text(person["participant"]) in wanted]
    if not found:
        return []
    with replaced_folder(folder) as copy:
        _delete(copy, bundle, [person["key"] for person in found])
        write_json_lines(copy / layout.PEOPLE, [person for person in people if person not in found])
        write_card(copy, _marked(bundle, found, now))
    return [sha256_text(person["participant"]) for person in found]


def _people(folder: Path) -> list[dict[str, Any]]:
    path = folder / layout.PEOPLE
    if not path.is_file():
        raise TrainingError(
            f"{folder} has no {layout.PEOPLE}, which says whose key is whose. Erase in the folder that the training "
            "wrote, then copy it to the server."
        )
    return [record.fields for record in json_lines(path)]


def _delete(copy: Path, bundle: Bundle, erased: list[str]) -> None:
    for key in erased:
        shutil.rmtree(copy / layout.ADAPTERS / key, ignore_errors=True)
    users = bundle.users
    if users is None:
        return
    for key in sorted(erased, key=bundle.row_of, reverse=True):
        users = users.without_row(bundle.row_of(key))
    kept = sorted((bundle.row_of(key), key) for key in bundle.keys if key not in erased)
    save_user_model(
        copy / layout.USERS,
        users,  # type: ignore[arg-type]
        {key: {**bundle.keys[key], "row": row} for row, (_, key) in enumerate(kept)},
    )


def _marked(bundle: Bundle, found: list[dict[str, Any]], now: datetime) -> dict[str, Any]:
    at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    erasures = [
        {"participant": sha256_text(person["participant"]), "key": sha256_text(person["key"]), "erased": at}
        for person in found
    ]
    users = {**bundle.card["users"], "count": bundle.card["users"]["count"] - len(found)}
    return {**bundle.card, "users": users, "erasures": [*bundle.card["erasures"], *erasures]}
