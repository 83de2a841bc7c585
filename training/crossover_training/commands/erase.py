"""`crossover-training erase`."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from crossover_training.data.lines import as_record
from crossover_training.errors import TrainingError
from crossover_training.files import read_json


def register(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "erase",
        help="erase participants from a bundle",
        description="Deletes a participant's row of the user model, or their adapter, and notes it on the card.",
    )
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--participant", action="append", default=[], metavar="PSEUDONYM")
    parser.add_argument("--manifest", type=Path, help="an export's manifest, which lists who was erased")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from crossover_training.bundle.erase import erase_participants

    wanted = [*options.participant, *_listed(options.manifest)]
    if not wanted and options.manifest is None:
        raise TrainingError("Say whom to erase: --participant, or --manifest.")
    erased = erase_participants(options.bundle, wanted, datetime.now(UTC))
    print(f"Erased {len(erased)} of {len(wanted)} participant(s) from {options.bundle}.")
    if erased:
        print("The adapter was trained with their data: train anew to remove what it learnt from them.")
    return 0


def _listed(manifest: Path | None) -> list[str]:
    if manifest is None:
        return []
    described = as_record(read_json(manifest), manifest.name)
    return as_record(described.fields.get("erasures"), f"{manifest.name}, erasures").texts("participants")
