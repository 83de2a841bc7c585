"""How far apart a bundle's models of two participants are, when both are asked the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from crossover_training.bundle.load import Bundle
from crossover_training.evaluate.measure import TestPair
from crossover_training.policy.score import Scored, reply_logits
from crossover_training.text.chat import ChatEncoder

PROMPTS = 50
"""At most: the mean over them is what is reported."""


@dataclass(frozen=True)
class Distance:
    participant: str
    total_variation: float
    """Between the distributions of the first token of a reply: 0 where they are equal, 1 where they share nothing."""


def distances(model: Any, bundle: Bundle, pairs: Sequence[TestPair], encoder: ChatEncoder) -> list[Distance]:
    """Each known participant's held-out prompts, for them and for the participant in the next row."""
    users = bundle.users
    if users is None or users.shape.users < 2:
        return []
    asked = {(pair.key, tuple(pair.encoded.prompt)): pair for pair in pairs if pair.key is not None}
    found = []
    with torch.no_grad():
        for pair in _spread(list(asked.values())):
            row = bundle.row_of(pair.key)
            own, other = users(torch.tensor([row, (row + 1) % users.shape.users]))
            one, two = _first_token(model, pair, own, encoder), _first_token(model, pair, other, encoder)
            found.append(Distance(pair.pair.participant, (one - two).abs().sum().item() / 2))
    return found


def _spread(pairs: Sequence[TestPair]) -> Sequence[TestPair]:
    """Pairs stand by participant: the first of them would be of a few participants only."""
    return pairs[:: -(-len(pairs) // PROMPTS) or 1]


def _first_token(model: Any, pair: TestPair, prefix: Tensor, encoder: ChatEncoder) -> Tensor:
    prompt = pair.encoded.prompt
    scored = Scored(prompt, pair.encoded.chosen[:1], prefix, encoder.prefix_position(prompt))
    logits, _, _ = reply_logits(model, [scored])
    return torch.softmax(logits[0, 0].float(), dim=-1)
