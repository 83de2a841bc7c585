"""Pairs as training batches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from tqdm import tqdm

from crossover_training.data.pairs import Pair
from crossover_training.text.chat import ChatEncoder, encode_pair
from crossover_training.train.recipe import Recipe
from crossover_training.users.model import GENERIC

IGNORED = -100
"""The label of a token that is not scored."""


class Row(TypedDict):
    """One pair as tokens."""

    prompt_ids: list[int]
    chosen_ids: list[int]
    rejected_ids: list[int]
    user: int
    position: int


class Batch(TypedDict):
    """All chosen sequences, then all rejected ones: (2 * pairs, length). One user and position a pair."""

    input_ids: Tensor
    attention_mask: Tensor
    labels: Tensor
    users: Tensor
    positions: Tensor


def encode_pairs(
    pairs: Sequence[Pair],
    encoder: ChatEncoder,
    recipe: Recipe,
    *,
    rows: Mapping[str, int],
    about: Mapping[str, str],
    title: str,
) -> tuple[list[Row], int]:
    """Rows, and how many pairs were left out because their last message alone is too long."""
    encoded: list[Row] = []
    too_long = 0
    for pair in tqdm(pairs, desc=title, unit=" pairs", disable=len(pairs) == 0):
        prompt = list(pair.prompt)
        if recipe.system_prompt:
            prompt.insert(0, {"role": "system", "content": recipe.system_prompt})
        found = encode_pair(
            encoder,
            prompt,
            (pair.chosen, pair.rejected),
            about=about.get(pair.participant, "") if recipe.textual_information else "",
            most_prompt_tokens=recipe.max_prompt_tokens,
            most_tokens=recipe.max_tokens,
        )
        if found is None:
            too_long += 1
            continue
        encoded.append(
            Row(
                prompt_ids=found.prompt,
                chosen_ids=found.chosen,
                rejected_ids=found.rejected,
                user=rows.get(pair.participant, GENERIC),
                position=encoder.prefix_position(found.prompt),
            )
        )
    return encoded, too_long


@dataclass(frozen=True)
class PairCollator:
    """Pads on the right. Labels are reply tokens alone."""

    pad_token_id: int

    def __call__(self, rows: Sequence[Mapping[str, Any]]) -> Batch:
        sequences, labels = [], []
        for name in ("chosen_ids", "rejected_ids"):
            for row in rows:
                sequences.append(torch.tensor([*row["prompt_ids"], *row[name]]))
                labels.append(torch.tensor([IGNORED] * len(row["prompt_ids"]) + list(row[name])))
        lengths = torch.tensor([len(sequence) for sequence in sequences])
        return Batch(
            input_ids=pad_sequence(sequences, batch_first=True, padding_value=self.pad_token_id),
            attention_mask=(torch.arange(int(lengths.max())) < lengths[:, None]).long(),
            labels=pad_sequence(labels, batch_first=True, padding_value=IGNORED),
            users=torch.tensor([row["user"] for row in rows]),
            positions=torch.tensor([row["position"] for row in rows]),
        )


def insert(tensor: Tensor, inserted: Tensor, positions: Tensor) -> Tensor:
    """Puts (batch, T, …) into (batch, length, …) at each row's position."""
    pairs = zip(tensor, inserted, positions.tolist(), strict=True)
    return torch.stack([torch.cat([row[:at], piece, row[at:]]) for row, piece, at in pairs])
