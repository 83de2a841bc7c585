"""Scores of held-out pairs under each contender."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from tqdm import tqdm

from crossover_training.data.pairs import HeldOut, Pair
from crossover_training.evaluate.contenders import Contender
from crossover_training.policy.adapters import Adapted
from crossover_training.policy.score import Scored, reply_log_probabilities, reply_logits
from crossover_training.text.chat import ChatEncoder, EncodedPair

PAIRS_A_BATCH = 8


@dataclass(frozen=True)
class TestPair:
    """A held-out pair as tokens, with what it is grouped by."""

    pair: Pair
    encoded: EncodedPair
    key: str | None
    """Of the participant in the bundle; None for somebody whom it does not know."""
    trained_pairs: int

    @property
    def held_out(self) -> HeldOut:
        return self.pair.held_out or "conversation"


def log_probabilities(
    adapted: Adapted, contender: Contender, pairs: Sequence[TestPair], encoder: ChatEncoder
) -> Tensor:
    """Of the chosen and the rejected replies, shape (pairs, 2), in nats."""
    model = contender.model(adapted)
    order = sorted(range(len(pairs)), key=lambda at: _length(pairs[at]))
    found = torch.zeros(len(pairs), 2)
    batches = range(0, len(order), PAIRS_A_BATCH)
    with torch.no_grad():
        for start in tqdm(batches, desc=f"Scoring with {contender.name}", unit=" batches"):
            chosen = order[start : start + PAIRS_A_BATCH]
            batch = [item for at in chosen for item in _scored(pairs[at], contender, encoder)]
            found[chosen] = reply_log_probabilities(model, batch).cpu().reshape(-1, 2)
    return found


def _scored(pair: TestPair, contender: Contender, encoder: ChatEncoder) -> list[Scored]:
    prompt, prefix = pair.encoded.prompt, contender.prefix(pair.key)
    position = encoder.prefix_position(prompt)
    return [Scored(prompt, reply, prefix, position) for reply in (pair.encoded.chosen, pair.encoded.rejected)]


def _length(pair: TestPair) -> int:
    return len(pair.encoded.prompt) + max(len(pair.encoded.chosen), len(pair.encoded.rejected))


def token_divergence(policy: Any, base: Any, replies: Sequence[tuple[Scored, Scored]]) -> list[float]:
    """KL of the policy from the base, in nats a token, averaged over each reply's tokens.

    Over the whole vocabulary at each position of a reply that the policy wrote: an estimate of the sequence's KL
    without the noise of single tokens. Each reply is given with the policy's prefix and without.
    """
    found = []
    with torch.no_grad():
        for one, other in replies:
            logits, _, mask = reply_logits(policy, [one])
            plain, _, _ = reply_logits(base, [other])
            of_policy, of_base = (torch.log_softmax(each.float(), dim=-1) for each in (logits, plain))
            divergence = (of_policy.exp() * (of_policy - of_base)).sum(dim=-1)
            found.append(((divergence * mask).sum() / mask.sum()).item())
    return found
