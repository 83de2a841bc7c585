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
    """alpha * mean(DPO of users) + (1 - alpha) * mean(DPO of the generic user); Li et al. 2024, eq. 6.

    Each tensor has a margin per pair. Without known users only the generic part is left, at its own weight.
    """
    loss = (1 - alpha) * dpo_losses(generic).mean()
    if user is not None and len(user) > 0:
        loss = loss + alpha * dpo_losses(user).mean()
    return loss
