"""Parses the command line and runs one command.

A command imports its libraries when it runs: PyTorch and its kin take seconds, and `--help` needs none of them.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from crossover_training import __version__
from crossover_training.commands import erase, evaluate, serve, tiny_base, train
from crossover_training.errors import TrainingError

COMMANDS: tuple[Callable[[argparse._SubParsersAction], None], ...] = (
    train.register,
    evaluate.register,
    serve.register,
    erase.register,
    tiny_base.register,
)


INTERRUPTED = 130
"""The exit status that shells give a command that Ctrl-C ended."""


def main(arguments: Sequence[str] | None = None) -> int:
    # No library reports to anybody what is trained here.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("VLLM_NO_USAGE_STATS", "1")
    parser = argparse.ArgumentParser(
        prog="crossover-training",
        description="Trains the personalised arms of a Crossover study on preferences, and serves them.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True)
    for register in COMMANDS:
        register(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except TrainingError as error:
        print(f"crossover-training: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("crossover-training: interrupted.", file=sys.stderr)
        return INTERRUPTED
