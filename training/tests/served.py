"""A server over real HTTP, in a thread of its own."""

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from crossover_training.serve.app import Server

DEADLINE_S = 120


@contextmanager
def running(server: Server, port: int = 0) -> Iterator[str]:
    """Its address, before it is warm."""
    config = uvicorn.Config(server.app(), host="127.0.0.1", port=port, access_log=False, log_level="warning")
    worker = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(worker.serve()), daemon=True)
    thread.start()
    wait_until(lambda: worker.started)
    try:
        yield f"http://127.0.0.1:{worker.servers[0].sockets[0].getsockname()[1]}"
    finally:
        worker.should_exit = True
        thread.join(DEADLINE_S)


def wait_until(condition) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.01)


def wait_until_warm(url: str) -> None:
    wait_until(lambda: httpx.get(f"{url}/health").status_code == 200)


def events(text: str) -> list[dict]:
    """The JSON values of a stream, which has to end as OpenAI's do."""
    lines = [line.removeprefix("data: ") for line in text.split("\n\n") if line]
    assert lines[-1] == "[DONE]"
    return [json.loads(line) for line in lines[:-1]]
