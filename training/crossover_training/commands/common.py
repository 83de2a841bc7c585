"""Options that several commands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from crossover_training.data.pairs import Preferences
from crossover_training.data.prism import PrismOptions
from crossover_training.data.read import read_preferences
from crossover_training.data.split import Split
from crossover_training.errors import TrainingError

if TYPE_CHECKING:
    import torch


def add_data(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("data")
    group.add_argument(
        "--data",
        type=Path,
        nargs="+",
        required=True,
        metavar="PATH",
        help="preferences.jsonl of the platform (whole, or its two halves), or a folder of PRISM's or P-DPO's files",
    )
    group.add_argument("--manifest", type=Path, help="the export's manifest: checks the hash, refuses erased people")
    group.add_argument("--split-seed", default="1", help="of the held-out split, for PRISM's files (default: 1)")
    group.add_argument("--test-participants", type=float, default=0.1, metavar="SHARE")
    group.add_argument("--test-conversations", type=float, default=0.1, metavar="SHARE")
    group.add_argument(
        "--tie-threshold",
        type=float,
        default=0,
        help="scores that differ by less make no pair (PRISM's files)",
    )


def read_data(options: argparse.Namespace) -> Preferences:
    split = Split(options.split_seed, options.test_participants, options.test_conversations)
    prism = PrismOptions(split, options.tie_threshold)
    return read_preferences(options.data, manifest=options.manifest, prism=prism)


def add_base(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", required=True, help="folder of the base model, or its name on the hub")
    parser.add_argument("--base-name", help="what servers call it (default: the last part of --base)")
    parser.add_argument("--device", help="cpu or cuda (default: cuda where there is one)")


def base_name(options: argparse.Namespace) -> str:
    return str(options.base_name or Path(options.base).name)


def device_of(options: argparse.Namespace) -> "torch.device":
    import torch

    from crossover_training.policy.base import default_device

    if options.device is None:
        return default_device()
    try:
        return torch.device(options.device)
    except RuntimeError:
        raise TrainingError(f"There is no device {options.device}: name cpu or cuda.") from None
