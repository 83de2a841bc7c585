"""Finds out what a path holds, and reads it."""

from collections.abc import Sequence
from pathlib import Path

from crossover_training.data import p_dpo
from crossover_training.data.p_dpo import read_p_dpo
from crossover_training.data.pairs import Preferences
from crossover_training.data.platform import read_platform
from crossover_training.data.prism import PrismOptions, read_prism
from crossover_training.errors import TrainingError
from crossover_training.files import sha256_text

SURVEYS = ("survey.jsonl", "prism_survey.jsonl")
CONVERSATIONS = ("conversations.jsonl", "prism_conversations.jsonl")
EXPECTED = (
    "Expected one of: preferences.jsonl of the platform, a folder with PRISM's conversations.jsonl and survey.jsonl, "
    f"or a folder with P-DPO's {', '.join(p_dpo.FILES)}."
)


def read_preferences(
    paths: Sequence[Path], *, manifest: Path | None = None, prism: PrismOptions | None = None
) -> Preferences:
    """Refuses data without pairs, and data of a participant who was erased."""
    for path in paths:
        if not path.exists():
            raise TrainingError(f"{path} does not exist.")
    data = _read(paths, manifest, prism or PrismOptions())
    if not data.pairs:
        left_out = ", ".join(f"{name} {count}" for name, count in data.counts.items() if count) or "nothing"
        raise TrainingError(
            f"There is no pair in {', '.join(str(path) for path in paths)} (left out: {left_out}). "
            "See the manifest of the export for what a pair needs."
        )
    return without_erased(data)


def without_erased(data: Preferences) -> Preferences:
    found = sorted({sha256_text(pair.participant) for pair in data.pairs} & data.erased)
    if found:
        raise TrainingError(
            f"The data have {len(found)} participant(s) who asked for erasure: {', '.join(found)}. "
            "Download the export again."
        )
    return data


def _read(paths: Sequence[Path], manifest: Path | None, prism: PrismOptions) -> Preferences:
    if all(path.is_file() for path in paths):
        if any(path.name in CONVERSATIONS + SURVEYS for path in paths):
            raise TrainingError("Name the folder with PRISM's files, not the files.")
        return read_platform(paths, manifest)
    if len(paths) != 1:
        raise TrainingError("Name one folder, or the files of one export.")
    (folder,) = paths
    if all((folder / name).is_file() for name in p_dpo.FILES):
        return read_p_dpo(folder)
    conversations = _first(folder, CONVERSATIONS)
    if conversations:
        return read_prism(conversations, _first(folder, SURVEYS), prism)
    preferences = folder / "preferences.jsonl"
    if preferences.is_file():
        described = folder / "preferences.manifest.json"
        return read_platform([preferences], manifest or (described if described.is_file() else None))
    raise TrainingError(f"{folder} has no file that can be read. {EXPECTED}")


def _first(folder: Path, names: Sequence[str]) -> Path | None:
    return next((folder / name for name in names if (folder / name).is_file()), None)
