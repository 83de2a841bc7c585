"""Conversations as tokens, by the tokenizer's own chat template."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from crossover_training.data.pairs import Message
from crossover_training.errors import TrainingError


@dataclass(frozen=True)
class EncodedPair:
    prompt: list[int]
    chosen: list[int]
    rejected: list[int]


class ChatEncoder:
    """Token ids of prompts and replies. Every prompt ends where the assistant's words begin."""

    def __init__(self, tokenizer: Any) -> None:
        if tokenizer.chat_template is None:
            raise TrainingError(
                "The tokenizer has no chat template. Take an instruction-tuned model, or set one with "
                "tokenizer.chat_template and save the tokenizer."
            )
        self.tokenizer = tokenizer

    def prefix_position(self, ids: Sequence[int]) -> int:
        """Where soft tokens stand: after the token that begins every sequence, if there is one."""
        bos = self.tokenizer.bos_token_id
        return 1 if bos is not None and len(ids) > 0 and ids[0] == bos else 0

    def prompt(self, messages: Sequence[Message], about: str = "") -> list[int]:
        ids = self._template(messages, for_reply=True)
        if about == "":
            return ids
        position = self.prefix_position(ids)
        inserted = self.tokenizer.encode(f"{about}\n", add_special_tokens=False)
        return [*ids[:position], *inserted, *ids[position:]]

    def reply(self, messages: Sequence[Message], text: str) -> list[int]:
        """The tokens of a reply to these messages, with those that end it."""
        prompt = self._template(messages, for_reply=True)
        whole = self._template([*messages, {"role": "assistant", "content": text}], for_reply=False)
        if whole[: len(prompt)] != prompt:
            raise TrainingError(
                "The chat template renders a prompt in another way once a reply follows it, so replies cannot be "
                "scored. Use a template that only appends."
            )
        return whole[len(prompt) :]

    def _template(self, messages: Sequence[Message], *, for_reply: bool) -> list[int]:
        rendered = self.tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=for_reply, tokenize=True, return_dict=True
        )
        return list(rendered["input_ids"])

    def shortened(self, messages: Sequence[Message], about: str, most_tokens: int) -> list[Message] | None:
        """Leaves out the oldest exchanges until the prompt fits. None where the last message alone is too long.

        Whole messages go: the public loader cuts in the middle of one.
        """
        system = [message for message in messages[:1] if message["role"] == "system"]
        rest = list(messages[len(system) :])
        while rest:
            kept = [*system, *rest]
            if len(self.prompt(kept, about)) <= most_tokens:
                return kept
            rest = rest[1:]
            while rest and rest[0]["role"] != "user":
                rest = rest[1:]
        return None


def encode_pair(
    encoder: ChatEncoder,
    prompt: Sequence[Message],
    replies: tuple[str, str],
    *,
    about: str,
    most_prompt_tokens: int,
    most_tokens: int,
) -> EncodedPair | None:
    """None where the prompt is too long for any shortening. Replies that are too long are cut at their end."""
    kept = encoder.shortened(prompt, about, most_prompt_tokens)
    if kept is None:
        return None
    ids = encoder.prompt(kept, about)
    room = most_tokens - len(ids)
    chosen, rejected = (encoder.reply(kept, text)[:room] for text in replies)
    return EncodedPair(ids, chosen, rejected)
