"""Log-probabilities of replies under one model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from crossover_training.policy.prefixed import embed


@dataclass(frozen=True)
class Scored:
    """A reply to score: its prompt, its own tokens, and the soft tokens before the prompt."""

    prompt: Sequence[int]
    reply: Sequence[int]
    prefix: Tensor | None = None
    position: int = 0


def reply_log_probabilities(model: Any, batch: Sequence[Scored]) -> Tensor:
    """Sums over each reply's tokens, in nats; shape (batch,)."""
    logits, targets, mask = reply_logits(model, batch)
    picked = torch.log_softmax(logits.float(), dim=-1).gather(-1, targets[..., None])[..., 0]
    return (picked * mask).sum(dim=1)


def reply_logits(model: Any, batch: Sequence[Scored]) -> tuple[Tensor, Tensor, Tensor]:
    """Logits for the positions before each reply token, right-padded, with the tokens and a mask."""
    sequences = [[*item.prompt, *item.reply] for item in batch]
    embedded = embed(
        model.get_input_embeddings(),
        sequences,
        [item.prefix for item in batch],
        [item.position for item in batch],
        pad_left=False,
    )
    longest = max(len(item.reply) for item in batch)
    logits = model(
        inputs_embeds=embedded.inputs,
        attention_mask=embedded.attention_mask,
        position_ids=embedded.position_ids,
        use_cache=False,
    ).logits
    device = logits.device
    targets = torch.zeros(len(batch), longest, dtype=torch.long, device=device)
    mask = torch.zeros(len(batch), longest, device=device)
    rows = []
    for at, item in enumerate(batch):
        size = len(item.reply)
        start = len(item.prompt) + (0 if item.prefix is None else len(item.prefix)) - 1
        targets[at, :size] = torch.tensor(list(item.reply), device=device)
        mask[at, :size] = 1
        rows.append(logits[at, start : start + size])
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), targets, mask
