"""Reading JSON lines, with errors that name the file and the line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossover_training.errors import TrainingError


@dataclass(frozen=True)
class Record:
    """One JSON object and where it was read."""

    fields: dict[str, Any]
    place: str

    def text(self, name: str) -> str:
        value = self.fields.get(name)
        if not isinstance(value, str):
            raise self.error(f"`{name}` is not a text")
        return value

    def items(self, name: str) -> list["Record"]:
        value = self.fields.get(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"`{name}` is not a list of objects")
        return [Record(item, f"{self.place}, {name}[{index}]") for index, item in enumerate(value)]

    def texts(self, name: str) -> list[str]:
        value = self.fields.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"`{name}` is not a list of texts")
        return value

    def error(self, what: str) -> TrainingError:
        return TrainingError(f"{self.place}: {what}.")


def json_lines(path: Path) -> Iterator[Record]:
    """Accepts a bare `NaN` for null, which pandas writes."""
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if line.strip() == "":
                continue
            place = f"{path.name}, line {number}"
            try:
                value = json.loads(line, parse_constant=lambda _: None)
            except ValueError:
                raise TrainingError(f"{place}: this is not JSON.") from None
            yield as_record(value, place)


def json_document(path: Path) -> Record:
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise TrainingError(f"{path.name}: this is not JSON ({error}).") from None
    return as_record(value, path.name)


def as_record(value: Any, place: str) -> Record:
    if not isinstance(value, dict):
        raise TrainingError(f"{place}: this is not a JSON object.")
    return Record(value, place)
