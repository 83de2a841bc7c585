"""`crossover-training serve`."""

import argparse
import logging
import os
from pathlib import Path

from crossover_training.commands.common import add_base, base_name, device_of
from crossover_training.errors import TrainingError
from crossover_training.serve.limits import Limits

KEY = "CROSSOVER_SERVE_KEY"
LOCAL = ("127.0.0.1", "localhost", "::1")


def register(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "serve",
        help="serve bundles",
        description=f"An OpenAI-compatible server. Its key is read from the environment: {KEY}.",
    )
    add_base(parser)
    parser.add_argument("--bundle", type=Path, action="append", default=[], help="repeat for several")
    parser.add_argument("--engine", choices=("auto", "transformers", "vllm"), default="auto")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    limits = Limits()
    parser.add_argument("--sequences", type=int, default=limits.sequences, help="answered at once")
    parser.add_argument("--waiting", type=int, default=limits.waiting, help="further requests are refused")
    parser.add_argument("--reply-tokens", type=int, default=limits.reply_tokens, help="most tokens of a reply")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    import uvicorn

    from crossover_training.serve.build import build_server

    key = os.environ.get(KEY) or None
    if key is None and options.host not in LOCAL:
        raise TrainingError(f"A server that others reach needs a key: set {KEY}.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    server = build_server(
        options.base,
        base_name(options),
        options.bundle,
        engine=options.engine,
        device=device_of(options),
        limits=Limits(options.sequences, options.waiting, options.reply_tokens),
        key=key,
    )
    # Access logs would have what a client puts into an address.
    uvicorn.run(server.app(), host=options.host, port=options.port, access_log=False, log_level="warning")
    return 0
