"""What each contender writes: lengths, and divergence from the base."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tqdm import tqdm

from crossover_training.evaluate.contenders import Contender
from crossover_training.evaluate.measure import TestPair, token_divergence
from crossover_training.policy.adapters import Adapted
from crossover_training.policy.score import Scored
from crossover_training.serve.generate import Asked, generate
from crossover_training.serve.sampling import Sampling
from crossover_training.text.chat import ChatEncoder


@dataclass(frozen=True)
class Generation:
    """The settings of the public code: temperature 0.6, top-p 0.9."""

    prompts: int = 50
    most_tokens: int = 300
    temperature: float = 0.6
    top_p: float = 0.9
    seed: int = 1
    batch: int = 8


@dataclass(frozen=True)
class Written:
    characters: list[int]
    tokens: list[int]
    divergence: list[float]
    """Nats a token from the base model; 0 for the base itself."""
    participants: list[str]


def chosen_prompts(pairs: Sequence[TestPair], generation: Generation) -> list[TestPair]:
    """Different prompts, drawn by the seed."""
    distinct = {(pair.pair.participant, tuple(pair.encoded.prompt)): pair for pair in pairs}
    found = list(distinct.values())
    random.Random(generation.seed).shuffle(found)
    return found[: generation.prompts]


@dataclass(frozen=True)
class Writer:
    """Lets contenders answer held-out prompts."""

    adapted: Adapted
    encoder: ChatEncoder
    generation: Generation
    ends: frozenset[int]

    def replies_of(self, contender: Contender, pairs: Sequence[TestPair]) -> Written:
        written = Written([], [], [], [])
        steps = range(0, len(pairs), self.generation.batch)
        for start in tqdm(steps, desc=f"Replies of {contender.name}", unit=" batches"):
            batch = pairs[start : start + self.generation.batch]
            asked = [self._asked(pair, contender, start + at) for at, pair in enumerate(batch)]
            replies = generate(self.adapted, asked, most_tokens=self.generation.most_tokens, ends=self.ends)
            for pair, one, reply in zip(batch, asked, replies, strict=True):
                self._note(written, contender, one, reply)
                written.participants.append(pair.pair.participant)
        return written

    def _note(self, written: Written, contender: Contender, asked: Asked, reply: list[int]) -> None:
        tokenizer = self.encoder.tokenizer
        written.characters.append(len(tokenizer.decode(reply, skip_special_tokens=True)))
        written.tokens.append(len(reply))
        # A reply that ended at once has that end as its only token.
        scored = Scored(asked.prompt, reply or [tokenizer.eos_token_id], asked.prefix, asked.position)
        plain = Scored(scored.prompt, scored.reply)
        pair = [(scored, plain)]
        written.divergence.extend(token_divergence(contender.model(self.adapted), self.adapted.fixed(None), pair))

    def _asked(self, pair: TestPair, contender: Contender, number: int) -> Asked:
        prompt, generation = pair.encoded.prompt, self.generation
        seed = generation.seed * 1_000_003 + number
        return Asked(
            prompt=prompt,
            adapter=contender.adapter,
            prefix=contender.prefix(pair.key),
            position=self.encoder.prefix_position(prompt),
            sampling=Sampling(temperature=generation.temperature, top_p=generation.top_p, seed=seed),
        )
