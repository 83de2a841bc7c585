"""`crossover-training train`."""

import argparse
import re
from pathlib import Path

from crossover_training.commands.common import add_base, add_data, base_name, device_of, read_data
from crossover_training.errors import TrainingError
from crossover_training.train.recipe import METHODS, read_recipe

STOPPED = 130
"""The exit status of a run that was interrupted."""


def register(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "train",
        help="train a bundle",
        description="Trains a bundle. Ctrl-C ends the run after the current step; --resume goes on with it.",
    )
    add_base(parser)
    add_data(parser)
    parser.add_argument("--method", choices=METHODS, help="default: individual, or the recipe's")
    parser.add_argument("--recipe", type=Path, help="a TOML file (default: the published recipe for PRISM)")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of the recipe")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the bundle")
    parser.add_argument("--name", help="what protocols and servers call the bundle (default: the folder's name)")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was stopped")
    parser.add_argument("--stop-after", type=int, metavar="STEPS", help="end the run early, as Ctrl-C does")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from crossover_training.train.pipeline import Job, train
    from crossover_training.train.run import StoppedEarly

    job = Job(
        base=options.base,
        base_name=base_name(options),
        recipe=read_recipe(options.recipe, _settings(options.set), options.method),
        data=read_data(options),
        target=options.out,
        name=bundle_name(options.name or options.out.name),
        device=device_of(options),
        resume=options.resume,
        stop_after=options.stop_after,
    )
    try:
        train(job)
    except StoppedEarly as stopped:
        print(f"{stopped} Go on with the same command and --resume.")
        return STOPPED
    print(f"Wrote {options.out}.")
    return 0


def bundle_name(name: str) -> str:
    """Fit for the registry of adapters, and for a protocol."""
    if not re.fullmatch(r"[A-Za-z0-9][\w.-]{0,59}", name, re.ASCII):
        raise TrainingError(f"{name} cannot name a bundle: take letters, digits, ., - and _, 60 at most (--name).")
    return name


def _settings(pairs: list[str]) -> dict[str, str]:
    settings = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise TrainingError(f"--set {pair} has no value: write --set name=value.")
        settings[name.strip()] = value.strip()
    return settings
