"""Where things are in a bundle."""

from pathlib import Path

CARD = "card.json"
README = "README.md"
ADAPTER = "adapter"
"""One LoRA for everybody, as PEFT saves it."""
ADAPTERS = "adapters"
"""One LoRA for each participant, by key."""
USERS = "users"
TOKENIZER = "tokenizer"
PEOPLE = "people.jsonl"
"""Pseudonyms and their keys. Never needed to serve."""


def content_files(folder: Path) -> list[Path]:
    """All files but the two cards, in the order of their paths."""
    cards = {folder / CARD, folder / README}
    return sorted(path for path in folder.rglob("*") if path.is_file() and path not in cards)
