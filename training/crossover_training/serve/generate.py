"""Whole replies at once, for evaluation."""

from collections.abc import Sequence

from crossover_training.policy.adapters import Adapted
from crossover_training.serve.running import Asked, RunningBatch

__all__ = ["Asked", "generate"]


def generate(adapted: Adapted, asked: Sequence[Asked], *, most_tokens: int, ends: frozenset[int]) -> list[list[int]]:
    """The tokens of each reply, without the one that ends it."""
    batch = RunningBatch(adapted)
    sequences = batch.admit(asked)
    while True:
        batch.keep([one for one in batch.sequences if one.tokens[-1] not in ends and len(one.tokens) < most_tokens])
        if len(batch) == 0:
            break
        batch.step()
    return [[token for token in one.tokens if token not in ends] for one in sequences]


def end_tokens(model: object, tokenizer: object) -> frozenset[int]:
    """All tokens that end a reply: those of the generation settings, and the tokenizer's."""
    configured = getattr(getattr(model, "generation_config", None), "eos_token_id", None)
    listed = configured if isinstance(configured, list) else [configured]
    found = [*listed, getattr(tokenizer, "eos_token_id", None)]
    return frozenset(token for token in found if token is not None)
