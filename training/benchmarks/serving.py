"""What different people in one batch cost, as a ratio to the base model without user embeddings.

    python -m benchmarks.serving [--base FOLDER --bundle FOLDER] [--people 1,8,32] [--engine transformers]

Without a base and a bundle it makes a Llama of 20 million random weights, and a user model of 32 people with the
published recipe's sizes: values of weights do not change how much has to be computed. Each round asks both in turn, so
that a machine that slows down slows both.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from crossover_training.bundle.load import open_bundle
from crossover_training.data.pairs import Pair, Preferences
from crossover_training.policy.base import load_tokenizer
from crossover_training.serve.catalogue import Catalogue, Target
from crossover_training.serve.engine import Engine, EngineRequest
from crossover_training.serve.sampling import Sampling
from crossover_training.serve.transformers_engine import TransformersEngine
from crossover_training.serve.vllm_engine import VllmEngine
from crossover_training.text.chat import ChatEncoder
from crossover_training.tiny.base import TinyShape, make_tiny_base
from crossover_training.train.pipeline import Job, train
from crossover_training.train.recipe import Recipe

QUESTION = "What should I know about gardens in winter, and about the stones in them?"
PEOPLE = 32


@dataclass(frozen=True)
class Setting:
    engine: Engine
    encoder: ChatEncoder
    base: Target
    people: Sequence[Target]
    reply_tokens: int


async def seconds(setting: Setting, targets: Sequence[Target]) -> float:
    """Until all of them have their whole replies, by token: a random model ends some replies early."""
    prompt = setting.encoder.prompt([{"role": "user", "content": QUESTION}])
    position = setting.encoder.prefix_position(prompt)

    async def one(number: int, target: Target) -> int:
        request = EngineRequest(
            id=f"request-{number}-{time.monotonic_ns()}",
            prompt=prompt,
            adapter=target.adapter,
            prefix=target.prefix,
            position=position,
            sampling=Sampling(temperature=1, seed=number),
            most_tokens=setting.reply_tokens,
            stops=(),
        )
        tokens = 0
        async for piece in setting.engine.generate(request):
            tokens = piece.tokens
        return tokens

    started = time.perf_counter()
    counts = await asyncio.gather(*(one(number, target) for number, target in enumerate(targets)))
    return (time.perf_counter() - started) / sum(counts)


async def measure(setting: Setting, sizes: Sequence[int], rounds: int) -> None:
    await setting.engine.start()
    print(f"{'people':>6}  {'base ms/token':>13}  {'people ms/token':>15}  {'ratio':>5}  of {rounds} rounds")
    for size in sizes:
        pairs = []
        for _ in range(rounds + 1):
            base = await seconds(setting, [setting.base] * size)
            personal = await seconds(setting, setting.people[:size])
            pairs.append((base, personal))
        # The first round warms caches up.
        kept = pairs[1:]
        base, personal = (statistics.median(1000 * pair[at] for pair in kept) for at in (0, 1))
        ratios = sorted(personal / base for base, personal in kept)
        spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        print(f"{size:>6}  {base:>13.3f}  {personal:>15.3f}  {statistics.median(ratios):>5.2f}  {spread}", flush=True)
    await setting.engine.close()


def made_here(folder: Path) -> tuple[Path, Path]:
    """A base and a bundle of `PEOPLE` people, trained for one step."""
    texts = [QUESTION, *(f"Gardens, stones, winter and word number {at}" for at in range(3000))]
    base = folder / "base"
    make_tiny_base(base, texts, shape=TinyShape(width=512, layers=8, heads=8, vocabulary=4000, context=2048))
    pairs = tuple(
        Pair(f"p{at}", f"c{at}", ({"role": "user", "content": QUESTION},), "Stones.", "Winter, and gardens.", None)
        for at in range(PEOPLE)
    )
    recipe = Recipe(pairs_per_step=PEOPLE, pairs_per_forward=PEOPLE)
    job = Job(
        base=str(base),
        base_name="base",
        data=Preferences(pairs, "platform", "sha256:0", {"pairs_train": PEOPLE}),
        recipe=recipe,
        target=folder / "bundle",
        name="bundle",
        device=torch.device("cpu"),
    )
    train(job)
    return base, folder / "bundle"


def setting_of(options: argparse.Namespace, base: Path, bundle_folder: Path, most: int) -> Setting:
    tokenizer: Any = load_tokenizer(base)
    bundle = open_bundle(bundle_folder)
    catalogue = Catalogue("base-alone", [bundle])
    if options.engine == "vllm":
        engine: Engine = VllmEngine(base, catalogue.adapters(), tokenizer, most)
    else:
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        engine = TransformersEngine(base, catalogue.adapters(), tokenizer, device, most)
    people = [catalogue.resolve(bundle.name, key) for key in bundle.keys]
    return Setting(engine, ChatEncoder(tokenizer), catalogue.resolve("base-alone", None), people, options.reply_tokens)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--bundle", type=Path, help="of individual or clustered users")
    parser.add_argument("--people", default="1,8,32", help="sizes of batches")
    parser.add_argument("--engine", choices=("transformers", "vllm"), default="transformers")
    parser.add_argument("--reply-tokens", type=int, default=48)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    sizes = [int(size) for size in options.people.split(",")]
    if (options.base is None) != (options.bundle is None):
        parser.error("name both --base and --bundle, or neither")
    with tempfile.TemporaryDirectory() as folder:
        made = made_here(Path(folder)) if options.base is None else (options.base, options.bundle)
        setting = setting_of(options, *made, max(sizes))
        if len(setting.people) < max(sizes):
            parser.error(f"the bundle has {len(setting.people)} people, and {max(sizes)} are asked for")
        asyncio.run(measure(setting, sizes, options.rounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
