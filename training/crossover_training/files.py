"""Writing files and folders whole or not at all, and hashing them."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossover_training.errors import TrainingError


def sha256_text(text: str) -> str:
    """`sha256:` and 64 hexadecimal digits, as the platform's manifests write it."""
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def sha256_file(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces: equal values have equal texts."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TrainingError(f"{path} is missing.") from None
    except ValueError as error:
        raise TrainingError(f"{path} is not valid JSON: {error}.") from None


def write_json(path: Path, value: Any) -> None:
    write_text(path, json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def write_json_lines(path: Path, rows: Iterable[Any]) -> None:
    write_text(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def write_text(path: Path, text: str) -> None:
    """Replaces the file in one step: a reader sees the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Fills a temporary folder that becomes `target` at the end. After an error nothing is left."""
    if target.exists():
        raise TrainingError(f"{target} exists already: choose another name, or remove it first.")
    with _temporary_sibling(target) as folder:
        yield folder
        folder.rename(target)


@contextmanager
def replaced_folder(target: Path) -> Iterator[Path]:
    """Changes a copy of a folder that takes its place at the end. After an error the old one is untouched."""
    with _temporary_sibling(target) as folder:
        shutil.copytree(target, folder, dirs_exist_ok=True)
        yield folder
        retired = target.with_name(f".{target.name}.retired-{os.getpid()}")
        target.rename(retired)
        folder.rename(target)
        shutil.rmtree(retired)


@contextmanager
def _temporary_sibling(target: Path) -> Iterator[Path]:
    """On the same file system, so that renaming it is one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
