"""User models of P-DPO (Li et al. 2024, arXiv 2402.05133), sections 4.1 and 4.2.

A user is a prefix of T soft tokens of the base model's width H. `GENERIC` stands for somebody unknown.
"""

from dataclasses import asdict, dataclass
from typing import Literal

import torch
from torch import Tensor, nn

from crossover_training.errors import TrainingError

GENERIC = -1
"""In place of a user's row: the generic user, e_0."""

Kind = Literal["individual", "clustered"]


@dataclass(frozen=True)
class UserModelShape:
    kind: Kind
    users: int
    tokens: int
    width: int
    clusters: int = 0

    def as_dict(self) -> dict[str, int | str]:
        return asdict(self)


class UserModel(nn.Module):
    """Prefixes of shape (batch, T, H) for rows of users."""

    shape: UserModelShape

    def forward(self, rows: Tensor) -> Tensor:
        raise NotImplementedError

    def without_row(self, row: int) -> "UserModel":
        """The same model without one user: what was learnt of them is gone, and later rows move up by one."""
        raise NotImplementedError


class IndividualUserModel(UserModel):
    """e_u = e_0 + o_u, and e_0 for the generic user."""

    def __init__(self, shape: UserModelShape) -> None:
        super().__init__()
        self.shape = shape
        self.generic = nn.Parameter(torch.zeros(shape.tokens, shape.width))
        self.offsets = nn.Embedding(max(shape.users, 1), shape.tokens * shape.width)

    def initialise(self, vocabulary: Tensor, generator: torch.Generator) -> None:
        """From random rows of the base model's vocabulary, as the published recipe does."""
        count, (tokens, width) = self.offsets.num_embeddings, self.generic.shape
        with torch.no_grad():
            self.generic.copy_(_random_words(vocabulary, tokens, generator))
            words = _random_words(vocabulary, count * tokens, generator)
            self.offsets.weight.copy_(words.reshape(count, tokens * width))

    def forward(self, rows: Tensor) -> Tensor:
        known = (rows != GENERIC).to(self.generic.dtype)[:, None, None]
        offsets = self.offsets(rows.clamp(min=0)).reshape(-1, *self.generic.shape)
        return self.generic + known * offsets

    def without_row(self, row: int) -> "IndividualUserModel":
        smaller = IndividualUserModel(_one_user_less(self.shape))
        with torch.no_grad():
            smaller.generic.copy_(self.generic)
            smaller.offsets.weight.zero_()
            kept = _without(self.offsets.weight, row)
            smaller.offsets.weight[: len(kept)] = kept
        return smaller


class ClusteredUserModel(UserModel):
    """e_u = sum over clusters k of softmax(w_u)_k c_k. The generic user has weights of their own."""

    def __init__(self, shape: UserModelShape) -> None:
        super().__init__()
        if shape.clusters < 1:
            raise TrainingError("A clustered user model has one cluster at least.")
        self.shape = shape
        self.centres = nn.Parameter(torch.zeros(shape.clusters, shape.tokens * shape.width))
        self.generic_weights = nn.Parameter(torch.zeros(shape.clusters))
        self.weights = nn.Embedding(max(shape.users, 1), shape.clusters)

    def initialise(self, vocabulary: Tensor, generator: torch.Generator) -> None:
        """Centres from the vocabulary, weights from a standard normal distribution, as the published recipe does."""
        clusters, tokens, width = self.shape.clusters, self.shape.tokens, self.shape.width
        with torch.no_grad():
            words = _random_words(vocabulary, clusters * tokens, generator)
            self.centres.copy_(words.reshape(clusters, tokens * width))
            self.generic_weights.copy_(torch.randn(clusters, generator=generator))
            self.weights.weight.copy_(torch.randn(self.weights.weight.shape, generator=generator))

    def forward(self, rows: Tensor) -> Tensor:
        known = (rows != GENERIC)[:, None]
        weights = torch.where(known, self.weights(rows.clamp(min=0)), self.generic_weights)
        mixed = torch.softmax(weights, dim=-1) @ self.centres
        return mixed.reshape(-1, self.shape.tokens, self.shape.width)

    def without_row(self, row: int) -> "ClusteredUserModel":
        smaller = ClusteredUserModel(_one_user_less(self.shape))
        with torch.no_grad():
            smaller.centres.copy_(self.centres)
            smaller.generic_weights.copy_(self.generic_weights)
            smaller.weights.weight.zero_()
            kept = _without(self.weights.weight, row)
            smaller.weights.weight[: len(kept)] = kept
        return smaller


def new_user_model(shape: UserModelShape) -> IndividualUserModel | ClusteredUserModel:
    return IndividualUserModel(shape) if shape.kind == "individual" else ClusteredUserModel(shape)


def _random_words(vocabulary: Tensor, count: int, generator: torch.Generator) -> Tensor:
    """Distinct ones, unless more are asked for than there are."""
    size = len(vocabulary)
    if count <= size:
        chosen = torch.randperm(size, generator=generator)[:count]
    else:
        chosen = torch.randint(size, (count,), generator=generator)
    return vocabulary[chosen.to(vocabulary.device)].detach().float().cpu()


def _one_user_less(shape: UserModelShape) -> UserModelShape:
    return UserModelShape(shape.kind, shape.users - 1, shape.tokens, shape.width, shape.clusters)


def _without(rows: Tensor, row: int) -> Tensor:
    return torch.cat([rows[:row], rows[row + 1 :]])
