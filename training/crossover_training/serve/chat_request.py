"""The body of a request for a chat completion."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crossover_training.data.pairs import Message
from crossover_training.serve.errors import ApiError
from crossover_training.serve.sampling import Sampling


class _Strict(BaseModel):
    """Refuses what would be ignored: a study's settings take effect, or its owner is told."""

    model_config = ConfigDict(extra="forbid")


class TextPart(_Strict):
    type: Literal["text"]
    text: str


class ChatMessage(_Strict):
    role: Literal["system", "user", "assistant"]
    content: str | list[TextPart]

    def plain(self) -> Message:
        if isinstance(self.content, str):
            return {"role": self.role, "content": self.content}
        return {"role": self.role, "content": "".join(part.text for part in self.content)}


class StreamOptions(_Strict):
    include_usage: bool = False


class TextFormat(_Strict):
    type: Literal["text"]


Zero = Annotated[float, Field(ge=0, le=0)]
StopText = Annotated[str, Field(min_length=1, max_length=100)]


class ChatRequest(_Strict):
    model: str = Field(min_length=1, max_length=400)
    messages: list[ChatMessage] = Field(min_length=1)
    user: str | None = Field(default=None, max_length=400)
    stream: bool = False
    stream_options: StreamOptions | None = None
    max_tokens: int | None = Field(default=None, ge=1)
    max_completion_tokens: int | None = Field(default=None, ge=1)
    temperature: float = Field(default=1.0, ge=0, le=2)
    top_p: float = Field(default=1.0, gt=0, le=1)
    top_k: int = Field(default=0, ge=-1)
    repetition_penalty: float = Field(default=1.0, gt=0, le=10)
    seed: int | None = Field(default=None, ge=-(2**63), lt=2**63)
    stop: StopText | list[StopText] | None = None
    n: Literal[1] = 1
    response_format: TextFormat | None = None
    presence_penalty: Zero = 0
    frequency_penalty: Zero = 0

    @property
    def wanted_tokens(self) -> int | None:
        return self.max_completion_tokens or self.max_tokens

    @property
    def stops(self) -> list[str]:
        return [self.stop] if isinstance(self.stop, str) else (self.stop or [])

    @property
    def includes_usage(self) -> bool:
        return self.stream_options is not None and self.stream_options.include_usage

    def sampling(self) -> Sampling:
        return Sampling(self.temperature, self.top_p, max(0, self.top_k), self.repetition_penalty, self.seed)

    def plain_messages(self) -> list[Message]:
        return [message.plain() for message in self.messages]


def parse_request(body: bytes) -> ChatRequest:
    """Names the first field at fault, and never quotes its value."""
    try:
        return ChatRequest.model_validate_json(body)
    except ValidationError as error:
        fault = error.errors(include_input=False, include_url=False, include_context=False)[0]
        raise ApiError(400, "invalid_request", _words(fault), parameter=_pointer(fault)) from None


def _pointer(fault: Any) -> str | None:
    return ".".join(str(part) for part in fault["loc"]) or None


def _words(fault: Any) -> str:
    place = _pointer(fault)
    if fault["type"] == "extra_forbidden":
        return f"{place} is not supported by this server."
    return f"{place}: {fault['msg']}." if place else f"The body is not valid: {fault['type']}."
