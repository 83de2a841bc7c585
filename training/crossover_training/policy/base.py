"""The base model: where its files are, what it is recognised by, and how it is loaded."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import Tensor
from transformers import AutoModelForCausalLM, AutoTokenizer

from crossover_training.errors import TrainingError
from crossover_training.files import canonical_json, sha256_text

EMBEDDING_NAMES = ("embed_tokens.weight", "wte.weight", "embed_in.weight", "word_embeddings.weight")
SAMPLED_ROWS = 64
CONFIG_FIELDS = ("model_type", "hidden_size", "num_hidden_layers", "num_attention_heads", "vocab_size")
DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


@dataclass(frozen=True)
class BaseFingerprint:
    """Tells two base models apart without reading all their weights."""

    config: dict[str, Any]
    embeddings: str
    """Hash of evenly spread rows of the input embeddings, as the files hold them."""
    tokenizer: str

    def as_dict(self) -> dict[str, Any]:
        return {"config": self.config, "embeddings": self.embeddings, "tokenizer": self.tokenizer}


def base_folder(name: str) -> Path:
    """A folder as it is; the name of a model on the hub is downloaded, or found in the cache."""
    folder = Path(name)
    if folder.is_dir():
        if not (folder / "config.json").is_file():
            raise TrainingError(f"{folder} has no config.json: name the folder of a base model.")
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=["*.safetensors", "*.json", "*.model", "*.jinja"]))
    except (HFValidationError, HfHubHTTPError, LocalEntryNotFoundError, OSError) as error:
        raise TrainingError(
            f"{name} is neither a folder nor a model that can be downloaded ({type(error).__name__})."
        ) from error


def load_tokenizer(folder: Path) -> Any:
    tokenizer = AutoTokenizer.from_pretrained(folder)
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def load_base(folder: Path, *, dtype: str, device: torch.device) -> Any:
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=DTYPES[dtype])
    model.requires_grad_(False)
    return model.to(device).eval()


def default_dtype(device: torch.device) -> str:
    return "bfloat16" if device.type == "cuda" else "float32"


def default_device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def tokenizer_fingerprint(tokenizer: Any) -> str:
    parts = [sorted(tokenizer.get_vocab().items()), tokenizer.chat_template, tokenizer.bos_token_id]
    return sha256_text(canonical_json([*parts, tokenizer.eos_token_id]))


def fingerprint(folder: Path, tokenizer: Any) -> BaseFingerprint:
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    path, name = _embedding_file(folder)
    with safe_open(path, framework="pt") as file:
        rows = file.get_slice(name)
        count = rows.get_shape()[0]
        step = max(1, count // SAMPLED_ROWS)
        sampled = torch.cat([rows[at : at + 1] for at in range(0, count, step)][:SAMPLED_ROWS])
    return BaseFingerprint(
        config={name: config.get(name) for name in CONFIG_FIELDS},
        embeddings=sha256_text(sampled.float().numpy().tobytes().hex()),
        tokenizer=tokenizer_fingerprint(tokenizer),
    )


def check_base(found: BaseFingerprint, expected: dict[str, Any], what: str) -> None:
    """Refuses a base model or a tokenizer that is not the one a bundle was trained on."""
    if found.tokenizer != expected["tokenizer"]:
        raise TrainingError(
            f"{what} was trained with another tokenizer (its vocabulary, chat template or special tokens differ). "
            "Use the base model that its card names."
        )
    if found.config != expected["config"] or found.embeddings != expected["embeddings"]:
        raise TrainingError(
            f"{what} was trained on another base model ({expected['config']}); this one is {found.config}. "
            "Use the base model that its card names."
        )


def load_input_embeddings(folder: Path) -> Tensor:
    """The input embeddings alone, of shape (vocabulary, width), without loading the model."""
    path, name = _embedding_file(folder)
    with safe_open(path, framework="pt") as file:
        return file.get_tensor(name)


def _embedding_file(folder: Path) -> tuple[Path, str]:
    for path in sorted(folder.glob("*.safetensors")):
        with safe_open(path, framework="pt") as file:
            for name in file.keys():  # noqa: SIM118 - not a dict
                if name.endswith(EMBEDDING_NAMES):
                    return path, name
    raise TrainingError(f"{folder} has no safetensors file with input embeddings.")
