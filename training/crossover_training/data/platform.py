"""The platform's `preferences.jsonl` (format `trl`), with the manifest beside it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from crossover_training.data.lines import Record, as_record, json_lines
from crossover_training.data.pairs import HeldOut, Message, Pair, Preferences, Role, usable, with_totals
from crossover_training.errors import TrainingError
from crossover_training.files import canonical_json, read_json, sha256_file, sha256_text

ROLES: dict[str, Role] = {"system": "system", "user": "user", "assistant": "assistant"}
HELD_OUT: dict[str | None, HeldOut | None] = {
    None: None,
    "participant": "participant",
    "conversation": "conversation",
}


def read_platform(files: Sequence[Path], manifest: Path | None = None) -> Preferences:
    """One file, or the two halves of the split."""
    counts: Counter[str] = Counter()
    rows = [row for file in files for row in json_lines(file)]
    pairs = [pair for row in rows if (pair := _pair(row, counts)) is not None]
    hashes = [sha256_file(file) for file in files]
    described = _manifest(manifest, hashes) if manifest else None
    return Preferences(
        pairs=tuple(pairs),
        source="platform",
        hash=hashes[0] if len(hashes) == 1 else sha256_text(canonical_json(hashes)),
        counts=with_totals(pairs, counts),
        erased=_erased(described) if described else frozenset(),
    )


def _pair(row: Record, counts: Counter[str]) -> Pair | None:
    if "preferred_output" in row.fields:
        raise row.error("this is OpenAI's format, which has no participants: export with format=trl")
    if "participant" not in row.fields:
        raise row.error("`participant` is missing: export preferences.jsonl with format=trl")
    chosen, rejected = _reply(row, "chosen"), _reply(row, "rejected")
    if not usable(chosen, rejected, counts):
        return None
    held_out = row.fields.get("held_out")
    if held_out not in HELD_OUT:
        raise row.error("`held_out` is neither null, participant nor conversation")
    return Pair(
        participant=row.text("participant"),
        conversation=row.text("conversation_id"),
        prompt=tuple(_message(item) for item in row.items("prompt")),
        chosen=chosen,
        rejected=rejected,
        held_out=HELD_OUT[held_out],
    )


def _message(item: Record) -> Message:
    role = ROLES.get(item.text("role"))
    if role is None:
        raise item.error("`role` is neither system, user nor assistant")
    return {"role": role, "content": item.text("content")}


def _reply(row: Record, name: str) -> str:
    messages = row.items(name)
    if len(messages) != 1:
        raise row.error(f"`{name}` has {len(messages)} messages in place of one")
    return messages[0].text("content")


def _manifest(path: Path, hashes: Sequence[str]) -> Record:
    described = as_record(read_json(path), path.name)
    if len(hashes) == 1 and described.text("hash") != hashes[0]:
        raise TrainingError(
            f"{path.name} describes another file: its hash is {described.text('hash')}, "
            f"and that of the data is {hashes[0]}. Download both again with the same query."
        )
    return described


def _erased(manifest: Record) -> frozenset[str]:
    erasures = as_record(manifest.fields.get("erasures"), f"{manifest.place}, erasures")
    return frozenset(erasures.texts("participants"))
