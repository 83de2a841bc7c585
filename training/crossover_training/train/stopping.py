"""Stops a run at the end of a step, with a checkpoint, when the user interrupts it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from transformers import TrainerCallback, TrainerControl


class Stopper(TrainerCallback):
    """A second interrupt ends the process at once, as usual."""

    def __init__(self, after_steps: int | None = None) -> None:
        self.requested = False
        self._after_steps = after_steps

    def request(self, number: int, _frame: FrameType | None) -> None:
        self.requested = True
        signal.signal(number, signal.SIG_DFL)

    def on_step_end(self, _arguments: Any, state: Any, control: TrainerControl, **_: Any) -> TrainerControl:
        if self._after_steps is not None and state.global_step >= self._after_steps:
            self.requested = True
        if self.requested and state.global_step < state.max_steps:
            control.should_save = True
            control.should_training_stop = True
        return control


@contextmanager
def interruptible(stopper: Stopper) -> Iterator[None]:
    numbers = (signal.SIGINT, signal.SIGTERM)
    try:
        before = {number: signal.signal(number, stopper.request) for number in numbers}
    except ValueError:
        # Signals belong to the main thread.
        yield
        return
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
