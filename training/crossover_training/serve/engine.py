"""What a server asks of an engine, whichever library runs the model."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from torch import Tensor

from crossover_training.serve.sampling import Sampling

Finish = Literal["stop", "length"]


@dataclass(frozen=True)
class EngineRequest:
    id: str
    prompt: Sequence[int]
    adapter: str | None
    prefix: Tensor | None
    """Soft tokens, shape (T, H)."""
    position: int
    """Where they stand in the prompt."""
    sampling: Sampling
    most_tokens: int
    stops: Sequence[str]


@dataclass(frozen=True)
class Piece:
    """A part of a reply. The last one has `finish`."""

    text: str
    tokens: int
    """Of the whole reply, up to and with this part."""
    finish: Finish | None


class EngineFailure(Exception):  # noqa: N818 - reads as what it is
    """The engine could not go on with a reply. Says nothing of its text."""


class Engine(Protocol):
    """Batches different people together: replies are independent of who else is answered."""

    @property
    def context_length(self) -> int:
        """Most tokens of prompt, soft tokens and reply together."""

    async def start(self) -> None:
        """Loads the model and answers once with each adapter, so that nobody waits for that later."""

    def generate(self, request: EngineRequest) -> AsyncGenerator[Piece, None]:
        """Leaving the iterator ends the work on the reply."""

    async def close(self) -> None: ...
