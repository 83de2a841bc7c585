"""A preference data set, whatever files it was read from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypedDict

Role = Literal["system", "user", "assistant"]
HeldOut = Literal["participant", "conversation"]


class Message(TypedDict):
    role: Role
    content: str


@dataclass(frozen=True)
class Pair:
    """One participant's preference between two replies to the same prompt."""

    participant: str
    conversation: str
    prompt: tuple[Message, ...]
    chosen: str
    rejected: str
    held_out: HeldOut | None
    """Why the pair is kept from training; None for a pair to train on."""


@dataclass(frozen=True)
class Preferences:
    pairs: tuple[Pair, ...]
    source: str
    """`platform`, `prism` or `p-dpo`."""
    hash: str
    """Of the bytes of the files and the options they were read with."""
    counts: Mapping[str, int]
    """What was read; what was left out, and why."""
    about: Mapping[str, str] = field(default_factory=dict)
    """By participant: what they said of themselves, as one line for the prompt."""
    erased: frozenset[str] = frozenset()
    """SHA-256 of the participants who asked for erasure."""

    @property
    def train(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.held_out is None]

    @property
    def held_out(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.held_out is not None]


def pairs_by_participant(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """In the order of participants' ids."""
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.participant, []).append(pair)
    return dict(sorted(found.items()))


@dataclass
class Thread:
    """A conversation up to now, as its participant continued it."""

    messages: list[Message] = field(default_factory=list)

    def ask(self, text: str) -> tuple[Message, ...]:
        self.messages.append({"role": "user", "content": text})
        return tuple(self.messages)

    def reply(self, text: str) -> None:
        self.messages.append({"role": "assistant", "content": text})


EMPTY_STRING = "EMPTY STRING"
"""What PRISM writes for a reply without text."""


def usable(chosen: str, rejected: str, counts: Counter[str]) -> bool:
    """Counts a pair that says nothing."""
    if any(text.strip() in ("", EMPTY_STRING) for text in (chosen, rejected)):
        counts["skipped_empty"] += 1
        return False
    if chosen == rejected:
        counts["skipped_identical"] += 1
        return False
    return True


def with_totals(pairs: Sequence[Pair], counts: Counter[str]) -> dict[str, int]:
    totals = Counter(counts)
    for pair in pairs:
        totals["pairs_train" if pair.held_out is None else f"pairs_held_out_{pair.held_out}"] += 1
    totals["participants"] = len({pair.participant for pair in pairs})
    totals["participants_train"] = len({pair.participant for pair in pairs if pair.held_out is None})
    return dict(sorted(totals.items()))
