"""The models that are compared, and the soft tokens of each."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from crossover_training.bundle.load import Bundle
from crossover_training.policy.adapters import Adapted, Fixed
from crossover_training.users.model import GENERIC


@dataclass(frozen=True)
class Contender:
    """One model. `personal` gives each participant their own row, and strangers the generic one."""

    name: str
    adapter: str | None
    bundle: Bundle | None = None
    personal: bool = False

    def model(self, adapted: Adapted) -> Fixed:
        return adapted.fixed(self.adapter)

    def prefix(self, key: str | None) -> Tensor | None:
        if self.bundle is None or self.bundle.users is None:
            return None
        row = self.bundle.row_of(key) if self.personal else GENERIC
        with torch.no_grad():
            prefix: Tensor = self.bundle.users(torch.tensor([row]))[0]
        return prefix


def contenders(individual: Bundle | None, pooled: Bundle | None) -> list[Contender]:
    found = [Contender("base", None)]
    if pooled is not None:
        found.append(Contender("pooled", "pooled", pooled))
    if individual is not None:
        found.append(Contender("generic", "individual", individual))
        found.append(Contender("individual", "individual", individual, personal=True))
    return found


def adapters_of(individual: Bundle | None, pooled: Bundle | None) -> dict[str, Any]:
    named = {"pooled": pooled, "individual": individual}
    return {name: bundle.adapter for name, bundle in named.items() if bundle is not None}
