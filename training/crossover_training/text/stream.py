"""Text out of tokens, as they are generated."""

from collections.abc import Sequence
from typing import Any

UNFINISHED = "\ufffd"


class TextStream:
    """Gives the text that each token adds. A character of several tokens is held back until it is whole.

    A text that may be the beginning of a stop text is held back too.
    """

    def __init__(self, tokenizer: Any, stops: Sequence[str] = ()) -> None:
        self._tokenizer = tokenizer
        self._stops = tuple(stops)
        self._ids: list[int] = []
        # Decoding from a little before keeps the spaces that tokenizers put between words.
        self._decoded_from = 0
        self._decoded_to = 0
        self._held = ""
        self.stopped = False

    def add(self, token: int) -> str:
        self._ids.append(token)
        before = self._decode(self._decoded_from, self._decoded_to)
        now = self._decode(self._decoded_from, len(self._ids))
        if now.endswith(UNFINISHED):
            return ""
        self._decoded_from, self._decoded_to = self._decoded_to, len(self._ids)
        return self._released(now[len(before) :])

    def end(self) -> str:
        """What was held back, once nothing follows."""
        if self.stopped:
            return ""
        before = self._decode(self._decoded_from, self._decoded_to)
        rest = self._decode(self._decoded_from, len(self._ids))[len(before) :]
        held, self._held = self._held, ""
        return self._cut(held + rest)

    def _decode(self, start: int, end: int) -> str:
        return self._tokenizer.decode(self._ids[start:end], skip_special_tokens=True)

    def _released(self, text: str) -> str:
        text = self._cut(self._held + text)
        keep = 0 if self.stopped else self._undecided(text)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep]

    def _cut(self, text: str) -> str:
        found = [at for stop in self._stops if (at := text.find(stop)) >= 0]
        if not found:
            return text
        self.stopped = True
        return text[: min(found)]

    def _undecided(self, text: str) -> int:
        """How many characters at the end may begin a stop text."""
        longest = 0
        for stop in self._stops:
            for length in range(min(len(stop) - 1, len(text)), longest, -1):
                if text.endswith(stop[:length]):
                    longest = length
                    break
        return longest
