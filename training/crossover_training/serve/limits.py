"""What one server takes on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    sequences: int = 32
    """Answered at once."""
    waiting: int = 64
    """More requests than `sequences` and these are refused with 429."""
    reply_tokens: int = 1024
    """Most tokens of a reply, whatever a request asks for."""
    body_bytes: int = 1_000_000
    seconds: float = 300
    """Longest time for one reply."""

    @property
    def requests(self) -> int:
        return self.sequences + self.waiting
