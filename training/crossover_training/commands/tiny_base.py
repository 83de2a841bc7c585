"""`crossover-training tiny-base`."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from crossover_training.commands.common import add_data, read_data
from crossover_training.data.pairs import Preferences
from crossover_training.errors import TrainingError


def register(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "tiny-base",
        help="make a small base model with random weights, for a rehearsal",
        description="Makes a small Llama with random weights, and a tokenizer trained on the texts of the data. "
        "Nothing is downloaded. Its replies are nonsense: use it to try the way from an export to a study, on a CPU.",
    )
    add_data(parser)
    parser.add_argument("--out", type=Path, required=True, help="the folder of the base model")
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--vocabulary", type=int, default=2000, help="most tokens")
    parser.add_argument("--context", type=int, default=8192, help="most tokens of a conversation")
    parser.add_argument("--seed", type=int, default=1, help="of the weights")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from crossover_training.tiny.base import TinyShape, make_tiny_base

    heads = 4
    if options.width < 2 * heads or options.width % (2 * heads) != 0:
        raise TrainingError(f"--width {options.width} does not suit {heads} heads: take a multiple of {2 * heads}.")
    shape = TinyShape(options.width, options.layers, heads, options.vocabulary, options.context)
    make_tiny_base(options.out, _texts(read_data(options)), seed=options.seed, shape=shape)
    print(f"Wrote {options.out}.")
    return 0


def _texts(data: Preferences) -> Iterator[str]:
    for pair in data.pairs:
        yield from (message["content"] for message in pair.prompt)
        yield from (pair.chosen, pair.rejected)
