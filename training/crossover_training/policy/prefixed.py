"""Sequences with a user's soft tokens before the prompt, as input embeddings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


@dataclass(frozen=True)
class Embedded:
    """A padded batch, ready for a model: (batch, length, width) and (batch, length)."""

    inputs: Tensor
    attention_mask: Tensor

    @property
    def position_ids(self) -> Tensor:
        """Padding shifts nobody's positions."""
        return (self.attention_mask.cumsum(dim=1) - 1).clamp(min=0)


def with_prefix(embeddings: Tensor, prefix: Tensor | None, position: int) -> Tensor:
    """Puts (T, H) soft tokens into one sequence of (length, H)."""
    if prefix is None:
        return embeddings
    soft = prefix.to(device=embeddings.device, dtype=embeddings.dtype)
    return torch.cat([embeddings[:position], soft, embeddings[position:]])


def embed(
    layer: Any,
    sequences: Sequence[Sequence[int]],
    prefixes: Sequence[Tensor | None],
    positions: Sequence[int],
    *,
    pad_left: bool,
) -> Embedded:
    """Embeds each sequence, puts its prefix in at its position, and pads them to one length."""
    device = layer.weight.device
    rows = [
        with_prefix(layer(torch.tensor(list(ids), device=device)), prefix, position)
        for ids, prefix, position in zip(sequences, prefixes, positions, strict=True)
    ]
    length = max(len(row) for row in rows)
    side = "left" if pad_left else "right"
    inputs = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_side=side)
    lengths = torch.tensor([len(row) for row in rows], device=device)
    places = torch.arange(length, device=device)
    mask = places >= (length - lengths)[:, None] if pad_left else places < lengths[:, None]
    return Embedded(inputs, mask.long())
