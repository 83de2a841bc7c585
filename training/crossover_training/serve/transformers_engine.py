"""The engine of transformers: continuous batching in one thread, on a CPU or a GPU."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from crossover_training.policy.adapters import Adapted, with_adapters
from crossover_training.policy.base import default_dtype, load_base
from crossover_training.serve.engine import EngineFailure, EngineRequest, Piece
from crossover_training.serve.generate import end_tokens
from crossover_training.serve.running import Asked, Generated, RunningBatch
from crossover_training.serve.sampling import Sampling
from crossover_training.text.stream import TextStream

ADMITTED_AT_ONCE = 8
"""Prompts that are read between two tokens: more would let those who are being answered wait."""


@dataclass
class _Job:
    request: EngineRequest
    text: TextStream
    pieces: "asyncio.Queue[Piece | EngineFailure]"
    loop: asyncio.AbstractEventLoop
    is_left: bool = False
    sequence: Generated | None = None

    def give(self, piece: Piece | EngineFailure) -> None:
        self.loop.call_soon_threadsafe(self.pieces.put_nowait, piece)


@dataclass
class TransformersEngine:
    base: Path
    adapters: Mapping[str, Path]
    tokenizer: Any
    device: torch.device
    most_sequences: int = 32
    _waiting: deque[_Job] = field(default_factory=deque, init=False)
    _running: list[_Job] = field(default_factory=list, init=False)
    _changed: threading.Condition = field(default_factory=threading.Condition, init=False)
    _is_closed: bool = field(default=False, init=False)
    _thread: threading.Thread | None = field(default=None, init=False)

    async def start(self) -> None:
        await asyncio.to_thread(self._load)
        self._thread = threading.Thread(target=self._work, name="engine", daemon=True)
        self._thread.start()
        prompt = self.tokenizer.encode("Hello", add_special_tokens=False)
        for name in (None, *self.adapters):
            request = EngineRequest("warm-up", prompt, name, None, 0, Sampling(temperature=0), 2, ())
            async for _ in self.generate(request):
                pass

    def _load(self) -> None:
        model = load_base(self.base, dtype=default_dtype(self.device), device=self.device)
        self._ends = end_tokens(model, self.tokenizer)
        self._context_length = int(model.config.max_position_embeddings)
        self._batch = RunningBatch(Adapted(with_adapters(model, self.adapters)))

    @property
    def context_length(self) -> int:
        return self._context_length

    async def generate(self, request: EngineRequest) -> AsyncGenerator[Piece, None]:
        text = TextStream(self.tokenizer, request.stops)
        job = _Job(request, text, asyncio.Queue(), asyncio.get_running_loop())
        with self._changed:
            self._waiting.append(job)
            self._changed.notify()
        try:
            while True:
                piece = await job.pieces.get()
                if isinstance(piece, EngineFailure):
                    raise piece
                yield piece
                if piece.finish is not None:
                    return
        finally:
            job.is_left = True

    async def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join)

    def _work(self) -> None:
        while self._wait():
            try:
                self._turn()
            except Exception as failure:
                self._fail(type(failure).__name__)
        self._fail("closed")

    def _wait(self) -> bool:
        with self._changed:
            while not self._is_closed and not self._waiting and not self._running:
                self._changed.wait()
            return not self._is_closed

    def _turn(self) -> None:
        """Lets new sequences in, then gives each running one its next token."""
        if self._running:
            self._batch.step()
            self._deliver(self._running)
        admitted = self._next_jobs()
        if admitted:
            # In the list first: a failure must reach them too.
            self._running += admitted
            sequences = self._batch.admit([_asked(job.request) for job in admitted])
            for job, sequence in zip(admitted, sequences, strict=True):
                job.sequence = sequence
            self._deliver(admitted)
        self._drop_finished()

    def _next_jobs(self) -> list[_Job]:
        with self._changed:
            room = min(ADMITTED_AT_ONCE, self.most_sequences - len(self._running))
            found: list[_Job] = []
            while self._waiting and len(found) < room:
                job = self._waiting.popleft()
                if not job.is_left:
                    found.append(job)
            return found

    def _deliver(self, jobs: list[_Job]) -> None:
        for job in jobs:
            if job.sequence is not None and not job.is_left:
                self._deliver_newest(job, job.sequence)

    def _deliver_newest(self, job: _Job, sequence: Generated) -> None:
        count = len(sequence.tokens)
        if sequence.tokens[-1] in self._ends:
            job.give(Piece(job.text.end(), count, "stop"))
            job.is_left = True
            return
        text = job.text.add(sequence.tokens[-1])
        if job.text.stopped:
            job.give(Piece(text, count, "stop"))
            job.is_left = True
        elif count >= job.request.most_tokens:
            job.give(Piece(text + job.text.end(), count, "length"))
            job.is_left = True
        elif text:
            job.give(Piece(text, count, None))

    def _drop_finished(self) -> None:
        self._running = [job for job in self._running if not job.is_left]
        self._batch.keep([job.sequence for job in self._running if job.sequence is not None])

    def _fail(self, reason: str) -> None:
        with self._changed:
            jobs = [*self._running, *(self._waiting if self._is_closed else ())]
        for job in jobs:
            job.give(EngineFailure(reason))
        self._running = []
        self._batch.keep([])


def _asked(request: EngineRequest) -> Asked:
    return Asked(request.prompt, request.adapter, request.prefix, request.position, request.sampling)
