"""The losses of DPO and P-DPO."""

import torch.nn.functional as F  # noqa: N812
from torch import Tensor


def dpo_margins(policy: Tensor, reference: Tensor, beta: float) -> Tensor:
    """Implicit reward of the chosen reply less that of the rejected one.

    `policy` and `reference` are log-probabilities of shape (2, pairs), chosen first (Rafailov et al. 2023, eq. 7).
    """
    ratios = policy - reference
    return beta * (ratios[0] - ratios[1])


def dpo_losses(margins: Tensor) -> Tensor:
    return -F.logsigmoid(margins)


def personal_loss(user: Tensor | None, generic: Tensor, alpha: float) -> Tensor:
    """Mean over pairs of alpha * DPO(user) + (1 - alpha) * DPO(generic user); Li et al. 2024, eq. 6.

    `generic` has a margin for each pair, `user` for each pair of a known user. A pair of somebody unknown has the
    generic part alone. Both sums are divided by all pairs: a step does not depend on how pairs share forward passes.
    """
    pairs = len(generic)
    loss = (1 - alpha) * dpo_losses(generic).sum() / pairs
    if user is not None:
        loss = loss + alpha * dpo_losses(user).sum() / pairs
    return loss
