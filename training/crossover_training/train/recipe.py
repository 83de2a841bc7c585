"""What a run is trained with. The defaults are the published recipe for PRISM."""

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from crossover_training.errors import TrainingError

Method = Literal["pooled", "individual", "clustered", "lora-per-participant"]
METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True)
class Recipe:
    """P-DPO's scripts for PRISM (github HumainLab/Personalized_RLHF, scripts/prism), where they say something.

    There a step has 32 rows: 16 pairs, each once for its user and once for the generic user.
    """

    method: Method = "individual"
    alpha: float = 0.5
    """Weight of the user's loss; 1 - alpha is that of the generic user's."""
    beta: float = 0.5
    user_tokens: int = 10
    clusters: int = 10
    learning_rate: float = 5e-5
    user_learning_rate: float | None = None
    """Of the user model. None: that of the adapter."""
    warmup_steps: int = 150
    """At most a tenth of all steps, so that a small data set reaches its learning rate."""
    epochs: float = 1
    pairs_per_step: int = 16
    pairs_per_forward: int = 1
    max_prompt_tokens: int = 470
    max_tokens: int = 770
    textual_information: bool = True
    lora_rank: int = 8
    lora_alpha: int = 16
    lora_dropout: float = 0.05
    lora_targets: tuple[str, ...] = ("q_proj", "k_proj", "v_proj")
    seed: int = 123
    system_prompt: str | None = None
    """Before every prompt. Give the study's, if all arms share one."""
    min_pairs: int = 1
    """Participants with fewer pairs to train on count as unseen."""
    evaluate_every: int = 0
    """Steps between two points of the learning curve. 0: ten points a run."""
    save_every: int = 0
    """Steps between two checkpoints. 0: ten a run."""
    evaluated_pairs: int = 400
    """Most held-out pairs for a point of the learning curve."""

    def __post_init__(self) -> None:
        for name, low, high in LIMITS:
            value = getattr(self, name)
            if not low <= value <= high:
                raise TrainingError(f"The recipe's {name} is {value}: choose a value from {low} to {high}.")
        if self.method not in METHODS:
            raise TrainingError(f"The method {self.method} is not one of {', '.join(METHODS)}.")
        if self.max_prompt_tokens >= self.max_tokens:
            raise TrainingError("The recipe's max_prompt_tokens leave no room for replies below max_tokens.")

    @property
    def has_users(self) -> bool:
        return self.method in ("individual", "clustered")

    def as_dict(self) -> dict[str, Any]:
        return {**dataclasses.asdict(self), "lora_targets": list(self.lora_targets)}


MANY = 10**9
LIMITS: tuple[tuple[str, float, float], ...] = (
    ("alpha", 0, 1),
    ("beta", 1e-6, 1000),
    ("user_tokens", 1, 1000),
    ("clusters", 1, 10_000),
    ("learning_rate", 1e-9, 10),
    ("warmup_steps", 0, MANY),
    ("epochs", 1e-6, 10_000),
    ("pairs_per_step", 1, MANY),
    ("pairs_per_forward", 1, MANY),
    ("max_prompt_tokens", 1, MANY),
    ("max_tokens", 2, MANY),
    ("lora_rank", 1, 1024),
    ("lora_alpha", 1, 4096),
    ("lora_dropout", 0, 0.9),
    ("min_pairs", 1, MANY),
)


def read_recipe(file: Path | None, settings: dict[str, str], method: str | None) -> Recipe:
    """From a TOML file, then `name=value` settings, then the method."""
    values: dict[str, Any] = {}
    if file is not None:
        try:
            values.update(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise TrainingError(f"The recipe {file} cannot be read: {error}.") from None
    values.update({name: _parsed(text) for name, text in settings.items()})
    if method is not None:
        values["method"] = method
    return recipe_from(values)


def recipe_from(values: dict[str, Any]) -> Recipe:
    known = {field.name for field in dataclasses.fields(Recipe)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise TrainingError(f"A recipe has no {', '.join(unknown)}. It has: {', '.join(sorted(known))}.")
    for name, value in values.items():
        _check_type(name, value)
    if "lora_targets" in values:
        values = {**values, "lora_targets": tuple(values["lora_targets"])}
    return Recipe(**values)


def _check_type(name: str, value: Any) -> None:
    default = getattr(Recipe(), name)
    optional = {"user_learning_rate": float, "system_prompt": str}
    expected = optional.get(name) or type(default)
    accepted: tuple[type, ...] = (expected,)
    if expected is float:
        accepted = (int, float)
    if expected is tuple:
        accepted = (list, tuple)
    if (value is None and name in optional) or (isinstance(value, accepted) and type(value) in accepted):
        return
    raise TrainingError(f"The recipe's {name} is {value!r}: that is not a {expected.__name__}.")


def _parsed(text: str) -> Any:
    """A setting as TOML reads it; a bare word is a text."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text
