"""A batch that is being generated: sequences enter and leave it between two tokens."""

import inspect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from transformers import DynamicCache

from crossover_training.policy.adapters import Adapted
from crossover_training.policy.prefixed import embed
from crossover_training.serve.sampling import Sampler, Sampling


@dataclass(frozen=True)
class Asked:
    """One prompt, with what personalises it."""

    prompt: Sequence[int]
    adapter: str | None
    prefix: Tensor | None
    position: int
    """Where the prefix stands in the prompt."""
    sampling: Sampling


class Generated:
    """A sequence in the batch, and its newest token."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.tokens: list[int] = []
        self._sampler = Sampler(asked.sampling)

    def draw(self, logits: Tensor) -> int:
        seen = [*self.asked.prompt, *self.tokens] if self.asked.sampling.repetition_penalty != 1 else []
        token = self._sampler.next_token(logits, seen)
        self.tokens.append(token)
        return token


class RunningBatch:
    """Keys and values are padded on the left, so that all sequences end at the same place.

    Positions are counted for each sequence from its own beginning. Neither padding nor neighbours change its logits.
    """

    def __init__(self, adapted: Adapted) -> None:
        self._adapted = adapted
        self._cache = DynamicCache()
        self._mask = torch.zeros(0, 0, dtype=torch.long, device=adapted.device)
        self.sequences: list[Generated] = []

    def __len__(self) -> int:
        return len(self.sequences)

    @torch.inference_mode()
    def admit(self, asked: Sequence[Asked]) -> list[Generated]:
        """Reads the prompts and draws the first token of each."""
        embedded = embed(
            self._adapted.get_input_embeddings(),
            [one.prompt for one in asked],
            [one.prefix for one in asked],
            [one.position for one in asked],
            pad_left=True,
        )
        cache = DynamicCache()
        logits = self._forward(
            [one.adapter for one in asked],
            cache,
            inputs_embeds=embedded.inputs,
            attention_mask=embedded.attention_mask,
            position_ids=embedded.position_ids,
        )
        admitted = [Generated(one) for one in asked]
        for sequence, row in zip(admitted, logits, strict=True):
            sequence.draw(row)
        self._join(cache, embedded.attention_mask)
        self.sequences += admitted
        return admitted

    @torch.inference_mode()
    def step(self) -> None:
        """One more token for each sequence."""
        last = torch.tensor([[sequence.tokens[-1]] for sequence in self.sequences], device=self._mask.device)
        positions = self._mask.sum(dim=1, keepdim=True)
        self._mask = torch.cat([self._mask, torch.ones_like(positions)], dim=1)
        logits = self._forward(
            [sequence.asked.adapter for sequence in self.sequences],
            self._cache,
            input_ids=last,
            attention_mask=self._mask,
            position_ids=positions,
        )
        for sequence, row in zip(self.sequences, logits, strict=True):
            sequence.draw(row)

    def keep(self, kept: Sequence[Generated]) -> None:
        """Leaves out all other sequences, and the padding that only they needed."""
        rows = [at for at, sequence in enumerate(self.sequences) if sequence in kept]
        if len(rows) == len(self.sequences):
            return
        self.sequences = [self.sequences[at] for at in rows]
        if not rows:
            self._cache = DynamicCache()
            self._mask = self._mask[:0, :0]
            return
        index = torch.tensor(rows, device=self._mask.device)
        mask = self._mask[index]
        unused = int((mask.sum(dim=0) > 0).long().argmax())
        self._mask = mask[:, unused:]
        for layer in self._cache.layers:
            layer.keys = layer.keys[index][:, :, unused:]
            layer.values = layer.values[index][:, :, unused:]

    def _forward(self, adapters: list[str | None], cache: DynamicCache, **inputs: Any) -> Tensor:
        named = {cache_argument(self._adapted.model): cache}
        output = self._adapted(adapters, **inputs, **named, use_cache=True, logits_to_keep=1)
        logits: Tensor = output.logits[:, -1]
        return logits

    def _join(self, cache: DynamicCache, mask: Tensor) -> None:
        if len(self) == 0:
            self._cache, self._mask = cache, mask
            return
        length = max(self._mask.shape[1], mask.shape[1])
        self._mask = torch.cat([_padded(self._mask, length, 1), _padded(mask, length, 1)])
        for mine, new in zip(self._cache.layers, cache.layers, strict=True):
            mine.keys = torch.cat([_padded(mine.keys, length, 2), _padded(new.keys, length, 2)])
            mine.values = torch.cat([_padded(mine.values, length, 2), _padded(new.values, length, 2)])


def _padded(tensor: Tensor, length: int, dimension: int) -> Tensor:
    """With zeros on the left of one dimension."""
    missing = length - tensor.shape[dimension]
    if missing == 0:
        return tensor
    shape = [*tensor.shape]
    shape[dimension] = missing
    return torch.cat([tensor.new_zeros(shape), tensor], dim=dimension)


def cache_argument(model: Any) -> str:
    """transformers renamed `past_key_values` to `cache`."""
    inner = model.get_base_model() if hasattr(model, "get_base_model") else model
    return "cache" if "cache" in inspect.signature(inner.forward).parameters else "past_key_values"
