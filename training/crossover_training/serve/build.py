"""A server from base model and bundles."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import torch

from crossover_training.bundle.load import check_base_of, open_bundle
from crossover_training.policy.base import base_folder, fingerprint, load_tokenizer
from crossover_training.serve.app import Server
from crossover_training.serve.catalogue import Catalogue
from crossover_training.serve.engine import Engine
from crossover_training.serve.limits import Limits
from crossover_training.serve.transformers_engine import TransformersEngine
from crossover_training.serve.vllm_engine import VllmEngine
from crossover_training.text.chat import ChatEncoder

EngineKind = Literal["auto", "transformers", "vllm"]


def build_server(
    base: str,
    base_name: str,
    folders: Sequence[Path],
    *,
    engine: EngineKind,
    device: torch.device,
    limits: Limits,
    key: str | None,
) -> Server:
    folder = base_folder(base)
    tokenizer = load_tokenizer(folder)
    bundles = [open_bundle(path) for path in folders]
    found = fingerprint(folder, tokenizer)
    for bundle in bundles:
        check_base_of(bundle, found)
    catalogue = Catalogue(base_name, bundles)
    on_gpu = torch.cuda.is_available()
    kind = engine if engine != "auto" else ("vllm" if on_gpu else "transformers")
    chosen: Engine
    if kind == "vllm":
        chosen = VllmEngine(folder, catalogue.adapters(), tokenizer, limits.sequences)
    else:
        chosen = TransformersEngine(folder, catalogue.adapters(), tokenizer, device, limits.sequences)
    return Server(chosen, catalogue, ChatEncoder(tokenizer), limits, key)
