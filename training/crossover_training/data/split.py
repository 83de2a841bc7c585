"""The held-out split, the same as the platform's `src/export/training/split.ts`."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from crossover_training.data.pairs import HeldOut


@dataclass(frozen=True)
class Split:
    seed: str = "1"
    test_participants: float = 0.1
    test_conversations: float = 0.1

    def places(self, participant: str, conversations: Sequence[str]) -> dict[str, HeldOut | None]:
        """By hash, so that neither new nor erased participants move anybody else.

        A participant who is not held out keeps the conversation with the highest hash to train on.
        """
        if _fraction(self.seed, "participant", participant) < self.test_participants:
            return dict.fromkeys(conversations, "participant")
        drawn = sorted((_fraction(self.seed, "conversation", id_), id_) for id_ in conversations)
        held = {id_ for at, id_ in drawn[:-1] if at < self.test_conversations}
        return {id_: "conversation" if id_ in held else None for id_ in conversations}


def _fraction(*parts: str) -> float:
    """From 0 to below 1: the first 48 bits of SHA-256 over a JSON array."""
    text = json.dumps(parts, separators=(",", ":"), ensure_ascii=False)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]) / 2**48
