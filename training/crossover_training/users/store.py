"""A user model in files: `table.safetensors`, and `keys.json` with the row of each participant key."""

import hashlib
import hmac
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from crossover_training.errors import TrainingError
from crossover_training.files import read_json, write_json
from crossover_training.users.model import (
    ClusteredUserModel,
    IndividualUserModel,
    UserModelShape,
    new_user_model,
)

TABLE = "table.safetensors"
KEYS = "keys.json"


def participant_key(salt: bytes, participant: str) -> str:
    """What a server knows a participant by: it says nothing of the pseudonym without the salt."""
    digest = hmac.new(salt, participant.encode(), hashlib.sha256).hexdigest()
    return f"u_{digest[:32]}"


def save_user_model(
    folder: Path, model: IndividualUserModel | ClusteredUserModel, users: dict[str, dict[str, Any]]
) -> None:
    """`users` has, by participant key, the `row` of the table and what stands in the prompt (`about`)."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in model.state_dict().items()}
    save_file(tensors, folder / TABLE)
    write_json(folder / KEYS, {"shape": model.shape.as_dict(), "users": users})


def load_user_model(
    folder: Path,
) -> tuple[IndividualUserModel | ClusteredUserModel, dict[str, dict[str, Any]]]:
    described = read_json(folder / KEYS)
    shape = UserModelShape(**described["shape"])
    users: dict[str, dict[str, Any]] = described["users"]
    model = new_user_model(shape)
    path = folder / TABLE
    if not path.is_file():
        raise TrainingError(f"{path} is missing.")
    tensors = load_file(path)
    expected = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items()}
    found = {name: tuple(tensor.shape) for name, tensor in tensors.items()}
    if found != expected or len(users) != shape.users:
        raise TrainingError(
            f"{path} does not fit {KEYS}: {len(users)} participants of {shape.users}, tensors {found} in place of "
            f"{expected}. Restore both files from the same bundle."
        )
    check_rows(users, shape.users)
    model.load_state_dict(tensors)
    return model.eval(), users


def check_rows(users: dict[str, dict[str, Any]], count: int) -> None:
    rows: Iterable[int] = (user["row"] for user in users.values())
    if sorted(rows) != list(range(count)):
        raise TrainingError(f"{KEYS} does not give each of {count} participants a row of their own.")
