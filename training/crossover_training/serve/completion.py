"""The bodies of answers, in the form of OpenAI's API."""

from dataclasses import dataclass
from typing import Any

from crossover_training.serve.catalogue import UserEmbedding
from crossover_training.serve.engine import Finish


@dataclass(frozen=True)
class Answer:
    """What is the same in all parts of one answer."""

    id: str
    created: int
    model: str
    """As the request named it."""
    prompt_tokens: int
    """With the soft tokens."""
    user_embedding: UserEmbedding
    """`generic`: the participant is unknown here, and the generic user stood in."""

    def whole(self, text: str, finish: Finish, tokens: int) -> dict[str, Any]:
        message = {"role": "assistant", "content": text}
        choice = {"index": 0, "message": message, "finish_reason": finish}
        return {**self._head("chat.completion"), "choices": [choice], "usage": self.usage(tokens)}

    def chunk(self, delta: dict[str, str], finish: Finish | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return {**self._head("chat.completion.chunk"), "choices": [choice]}

    def usage_chunk(self, tokens: int) -> dict[str, Any]:
        return {**self._head("chat.completion.chunk"), "choices": [], "usage": self.usage(tokens)}

    def usage(self, tokens: int) -> dict[str, int]:
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": tokens,
            "total_tokens": self.prompt_tokens + tokens,
        }

    def _head(self, kind: str) -> dict[str, Any]:
        return {
            "id": self.id,
            "object": kind,
            "created": self.created,
            "model": self.model,
            "user_embedding": self.user_embedding,
        }
