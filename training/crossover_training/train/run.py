"""One training run: from preferences to the weights of an adapter and of a user model."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from peft import LoraConfig
from torch import Tensor
from trl import DPOConfig

from crossover_training.errors import TrainingError
from crossover_training.train.batches import PairCollator, Row
from crossover_training.train.recipe import Recipe
from crossover_training.train.stopping import Stopper, interruptible
from crossover_training.train.trainer import PersonalDPOTrainer
from crossover_training.users.model import (
    ClusteredUserModel,
    IndividualUserModel,
    Kind,
    UserModelShape,
    new_user_model,
)

POINTS = 10
"""Of the learning curve, and checkpoints, in a run that does not say how many."""


@dataclass(frozen=True)
class Trained:
    model: Any
    """A PEFT model; its `user_model` where the method has one."""
    losses: list[dict[str, float]] = field(default_factory=list)
    """The learning curve: what was logged, by step."""
    steps: int = 0


class StoppedEarly(Exception):  # noqa: N818 - not an error
    """The run was interrupted and can be resumed."""

    def __init__(self, step: int, steps: int) -> None:
        super().__init__(f"Stopped after step {step} of {steps}.")


def fit(
    model: Any,
    tokenizer: Any,
    recipe: Recipe,
    train: Sequence[Row],
    held_out: Sequence[Row],
    *,
    users: int,
    folder: Path,
    resume: bool = False,
    stop_after: int | None = None,
) -> Trained:
    """Trains `model`, which is the base model without adapters."""
    if not train:
        raise TrainingError("No pair is left to train on: raise max_prompt_tokens and max_tokens.")
    stopper = Stopper(stop_after)
    torch.manual_seed(recipe.seed)
    trainer = PersonalDPOTrainer(
        model=model,
        args=_arguments(recipe, len(train), len(held_out) > 0, folder, model),
        train_dataset=Dataset.from_list(list(train)),
        eval_dataset=Dataset.from_list(list(held_out[: recipe.evaluated_pairs])) if held_out else None,
        processing_class=tokenizer,
        data_collator=PairCollator(tokenizer.pad_token_id),
        peft_config=lora_config(recipe),
        callbacks=[stopper],
        user_model=initial_user_model(recipe, users, model.get_input_embeddings().weight),
        alpha=recipe.alpha if recipe.has_users else 0.0,
        user_learning_rate=recipe.user_learning_rate,
    )
    with interruptible(stopper):
        trainer.train(resume_from_checkpoint=resume)
    state = trainer.state
    if state.global_step < state.max_steps:
        raise StoppedEarly(state.global_step, state.max_steps)
    return Trained(trainer.accelerator.unwrap_model(trainer.model), _curve(state.log_history), state.max_steps)


def lora_config(recipe: Recipe) -> LoraConfig:
    return LoraConfig(
        r=recipe.lora_rank,
        lora_alpha=recipe.lora_alpha,
        lora_dropout=recipe.lora_dropout,
        target_modules=list(recipe.lora_targets),
        task_type="CAUSAL_LM",
    )


def initial_user_model(
    recipe: Recipe, users: int, vocabulary: Tensor
) -> IndividualUserModel | ClusteredUserModel | None:
    if not recipe.has_users:
        return None
    kind: Kind = "individual" if recipe.method == "individual" else "clustered"
    clusters = recipe.clusters if kind == "clustered" else 0
    shape = UserModelShape(kind, users, recipe.user_tokens, vocabulary.shape[1], clusters)
    table = new_user_model(shape)
    table.initialise(vocabulary, torch.Generator().manual_seed(recipe.seed))
    return table


def _arguments(recipe: Recipe, pairs: int, has_held_out: bool, folder: Path, model: Any) -> DPOConfig:
    per_forward = min(recipe.pairs_per_forward, recipe.pairs_per_step)
    accumulated = max(1, recipe.pairs_per_step // per_forward)
    steps = steps_of(recipe, pairs)
    on_gpu = model.device.type == "cuda"
    return DPOConfig(
        output_dir=str(folder),
        beta=recipe.beta,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=warmup_of(recipe, steps),
        num_train_epochs=recipe.epochs,
        per_device_train_batch_size=per_forward,
        per_device_eval_batch_size=max(per_forward, 4),
        gradient_accumulation_steps=accumulated,
        # LoRA's dropout is part of the recipe; the base model has none that acts in training.
        disable_dropout=False,
        gradient_checkpointing=on_gpu,
        bf16=on_gpu,
        use_cpu=not on_gpu,
        seed=recipe.seed,
        max_length=None,
        logging_steps=max(1, steps // (POINTS * 2)),
        eval_strategy="steps" if has_held_out else "no",
        eval_steps=recipe.evaluate_every or max(1, steps // POINTS),
        save_steps=recipe.save_every or max(1, steps // POINTS),
        save_total_limit=2,
        report_to="none",
        remove_unused_columns=True,
        dataloader_pin_memory=on_gpu,
    )


def steps_of(recipe: Recipe, pairs: int) -> int:
    return max(1, math.ceil(pairs / recipe.pairs_per_step * recipe.epochs))


def warmup_of(recipe: Recipe, steps: int) -> int:
    return min(recipe.warmup_steps, math.ceil(steps / 10))


def _curve(history: Sequence[dict[str, float]]) -> list[dict[str, float]]:
    names = ("step", "epoch", "loss", "eval_loss", "learning_rate")
    kept = ("accuracy/", "margin/", "eval_accuracy/", "eval_margin/")
    return [
        {name: value for name, value in entry.items() if name in names or name.startswith(kept)}
        for entry in history
        if "loss" in entry or "eval_loss" in entry
    ]
