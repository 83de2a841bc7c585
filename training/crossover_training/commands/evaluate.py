"""`crossover-training evaluate`."""

import argparse
from pathlib import Path

from crossover_training.commands.common import add_base, add_data, device_of, read_data
from crossover_training.errors import TrainingError


def register(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "evaluate",
        help="compare bundles on held-out people and conversations",
        description="Writes evaluation.json and evaluation.html.",
    )
    add_base(parser)
    add_data(parser)
    parser.add_argument("--individual", type=Path, help="a bundle of individual or clustered users")
    parser.add_argument("--pooled", type=Path, help="a pooled bundle")
    parser.add_argument("--out", type=Path, required=True, help="a folder for the report")
    parser.add_argument("--prompts", type=int, default=50, help="held-out prompts to write replies to; 0 for none")
    parser.add_argument("--most-tokens", type=int, default=300, help="of each reply that is written")
    parser.add_argument("--seed", type=int, default=1, help="of intervals and replies")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    from crossover_training.bundle.load import open_bundle
    from crossover_training.evaluate.replies import Generation
    from crossover_training.evaluate.run import Plan, evaluate, write_report

    if options.individual is None and options.pooled is None:
        raise TrainingError("Name a bundle: --individual, --pooled, or both.")
    if options.out.exists():
        raise TrainingError(f"{options.out} exists already: choose another name, or remove it first.")
    generation = Generation(prompts=options.prompts, most_tokens=options.most_tokens, seed=options.seed)
    report = evaluate(
        Plan(
            base=options.base,
            data=read_data(options),
            device=device_of(options),
            individual=open_bundle(options.individual) if options.individual else None,
            pooled=open_bundle(options.pooled) if options.pooled else None,
            generation=generation if options.prompts > 0 else None,
            seed=options.seed,
        )
    )
    write_report(report, options.out)
    print(f"Wrote {options.out}/evaluation.json and evaluation.html.")
    return 0
