"""Draws the next token of one sequence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor


@dataclass(frozen=True)
class Sampling:
    temperature: float = 1.0
    """0 takes the likeliest token."""
    top_p: float = 1.0
    top_k: int = 0
    """0: all."""
    repetition_penalty: float = 1.0
    seed: int | None = None


@dataclass
class Sampler:
    """Random numbers of its own, so that no other sequence of a batch changes a reply."""

    sampling: Sampling
    generator: torch.Generator = field(init=False)

    def __post_init__(self) -> None:
        self.generator = torch.Generator()
        if self.sampling.seed is None:
            self.generator.seed()
        else:
            self.generator.manual_seed(self.sampling.seed % 2**63)

    def next_token(self, logits: Tensor, seen: Sequence[int]) -> int:
        """`logits` of shape (vocabulary,). `seen` are the tokens of prompt and reply, for the repetition penalty."""
        sampling = self.sampling
        logits = _penalised(logits.float(), seen, sampling.repetition_penalty)
        if sampling.temperature == 0:
            return int(logits.argmax())
        probabilities = torch.softmax(_narrowed(logits / sampling.temperature, sampling), dim=-1).cpu()
        return int(torch.multinomial(probabilities, 1, generator=self.generator))


def _penalised(logits: Tensor, seen: Sequence[int], penalty: float) -> Tensor:
    """Keskar et al. 2019, as transformers does it: divides positive logits and multiplies negative ones."""
    if penalty == 1.0 or not seen:
        return logits
    tokens = torch.tensor(sorted(set(seen)), device=logits.device)
    picked = logits[tokens]
    changed = torch.where(picked > 0, picked / penalty, picked * penalty)
    return logits.index_copy(0, tokens, changed)


def _narrowed(logits: Tensor, sampling: Sampling) -> Tensor:
    """The top k, then of these the fewest that reach top p together."""
    if 0 < sampling.top_k < len(logits):
        least = logits.topk(sampling.top_k).values[-1]
        logits = logits.masked_fill(logits < least, -torch.inf)
    if sampling.top_p < 1:
        ordered, tokens = logits.sort(descending=True)
        probabilities = torch.softmax(ordered, dim=-1)
        # A token stays if those before it have not reached p: the first one always does.
        dropped = probabilities.cumsum(dim=-1) - probabilities >= sampling.top_p
        logits = logits.masked_fill(torch.zeros_like(dropped).scatter(0, tokens, dropped), -torch.inf)
    return logits
