"""A base model with the adapters of several bundles, any mixture of which can be in one batch."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peft import PeftModel

from crossover_training.errors import TrainingError

BASE = "__base__"
"""PEFT's own name for no adapter, in a batch of several."""


def with_adapters(model: Any, adapters: Mapping[str, Path]) -> Any:
    """A PEFT model with these adapters by name; the model as it is where there are none."""
    for index, (name, folder) in enumerate(adapters.items()):
        try:
            if index == 0:
                model = PeftModel.from_pretrained(model, folder, adapter_name=name)
            else:
                model.load_adapter(folder, adapter_name=name)
        except (RuntimeError, ValueError, OSError) as error:
            raise TrainingError(
                f"The adapter in {folder} does not fit this base model ({type(error).__name__}). "
                "Use the base model that its card names."
            ) from error
    return model.eval()


class Adapted:
    """Calls the model with one adapter for each sequence of a batch."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self._is_adapted = isinstance(model, PeftModel)

    def __call__(self, adapters: list[str | None], **inputs: Any) -> Any:
        if not self._is_adapted:
            return self.model(**inputs)
        if all(name is None for name in adapters):
            with self.model.disable_adapter():
                return self.model(**inputs)
        return self.model(**inputs, adapter_names=[name or BASE for name in adapters])

    def fixed(self, adapter: str | None) -> "Fixed":
        return Fixed(self, adapter)

    @property
    def device(self) -> Any:
        return self.model.device

    def get_input_embeddings(self) -> Any:
        return self.model.get_input_embeddings()


class Fixed:
    """The same, with one adapter for all."""

    def __init__(self, adapted: Adapted, adapter: str | None) -> None:
        self._adapted = adapted
        self._adapter = adapter

    def __call__(self, **inputs: Any) -> Any:
        count = len(inputs["inputs_embeds"] if "inputs_embeds" in inputs else inputs["input_ids"])
        return self._adapted([self._adapter] * count, **inputs)

    def get_input_embeddings(self) -> Any:
        return self._adapted.get_input_embeddings()
