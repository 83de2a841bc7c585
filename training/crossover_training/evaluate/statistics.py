"""Means with intervals. Participants are drawn anew, because the pairs of one person are alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
DRAWS = 2000
LEVEL = 0.95


@dataclass(frozen=True)
class Estimate:
    """Interval: percentiles of a bootstrap over participants. None with fewer than two of them."""

    value: float
    low: float | None
    high: float | None
    pairs: int
    participants: int

    def as_dict(self) -> dict[str, float | int | None]:
        return dict(self.__dict__)


def mean_by_participant(values: Sequence[float], participants: Sequence[str], seed: int) -> Estimate | None:
    """Mean over pairs; whole participants are drawn with replacement. None without pairs."""
    if len(values) == 0:
        return None
    sums: dict[str, tuple[float, int]] = {}
    for value, participant in zip(values, participants, strict=True):
        total, count = sums.get(participant, (0.0, 0))
        sums[participant] = (total + value, count + 1)
    totals = np.array([total for total, _ in sums.values()])
    counts = np.array([count for _, count in sums.values()], dtype=np.float64)
    low, high = _interval(totals, counts, seed) if len(sums) > 1 else (None, None)
    return Estimate(float(totals.sum() / counts.sum()), low, high, len(values), len(sums))


def _interval(totals: Values, counts: Values, seed: int) -> tuple[float, float]:
    rng = np.random.default_rng(seed)
    drawn = rng.integers(len(totals), size=(DRAWS, len(totals)))
    means = totals[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def over_seeds(values: Sequence[float]) -> Estimate:
    """Mean over runs with a t interval: runs are independent."""
    count = len(values)
    mean = float(np.mean(values))
    if count < 2:
        return Estimate(mean, None, None, count, count)
    half = T_975[count - 1] * float(np.std(values, ddof=1)) / count**0.5
    return Estimate(mean, mean - half, mean + half, count, count)


T_975: Mapping[int, float] = {
    1: 12.706,
    2: 4.303,
    3: 3.182,
    4: 2.776,
    5: 2.571,
    6: 2.447,
    7: 2.365,
    8: 2.306,
    9: 2.262,
}
"""Student's t, 97.5 %, by degrees of freedom."""
