"""The card of a bundle: `card.json` for machines, `README.md` for people."""

import importlib.metadata
import platform
from collections.abc import Mapping, Sequence
from typing import Any

from crossover_training import __version__

FORMAT = "crossover-bundle/1"
LIBRARIES = ("torch", "transformers", "trl", "peft", "safetensors")


def versions() -> dict[str, str]:
    found = {name: importlib.metadata.version(name) for name in LIBRARIES}
    return {"crossover-training": __version__, "python": platform.python_version(), **found}


def markdown(card: Mapping[str, Any]) -> str:
    data, base, users = card["data"], card["base"], card["users"]
    return "\n".join(
        [
            f"# {card['name']}",
            "",
            f"Trained by `crossover-training` {card['versions']['crossover-training']} on {card['created']}.",
            "",
            *_table(
                [
                    ("Method", card["method"]),
                    ("Base model", f"`{base['name']}`"),
                    ("Data", f"{data['source']}, `{data['hash']}`"),
                    ("Pairs to train on", data["counts"].get("pairs_train", 0)),
                    ("Participants to train on", data["counts"].get("participants_train", 0)),
                    ("Participants with a model of their own", users["count"]),
                    ("Soft tokens a user", users["tokens"]),
                    ("Steps", card["training"]["steps"]),
                    ("Final training loss", _number(card["training"]["loss"])),
                    ("Final held-out loss", _number(card["training"]["held_out_loss"])),
                    ("Erased since", len(card["erasures"])),
                ],
                ("", ""),
            ),
            "",
            "## Recipe",
            "",
            *_table(sorted(card["recipe"].items()), ("Setting", "Value")),
            "",
            "## Counts of the data",
            "",
            *_table(sorted(data["counts"].items()), ("What", "How many")),
            "",
            "## Versions",
            "",
            *_table(sorted(card["versions"].items()), ("Package", "Version")),
            "",
            "## Limits",
            "",
            "- The adapter saw the data of everybody it was trained on. Erasing somebody deletes their row of the user "
            "model, and not what the adapter learnt from them: train anew for that.",
            "- `people.jsonl` ties pseudonyms to keys. A server does not need it: leave it where the data are.",
            "",
        ]
    )


def _table(rows: Sequence[tuple[str, Any]], heads: tuple[str, str]) -> list[str]:
    return [
        f"| {heads[0]} | {heads[1]} |",
        "| --- | --- |",
        *(f"| {name} | {_cell(value)} |" for name, value in rows),
    ]


def _cell(value: Any) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def _number(value: float | None) -> str:
    return "not measured" if value is None else f"{value:.4f}"
