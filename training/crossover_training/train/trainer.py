"""TRL's DPO trainer with a user model before the prompt."""

from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from safetensors.torch import load_file, save_file
from torch import Tensor
from trl import DPOTrainer

from crossover_training.train.batches import IGNORED, Batch, insert
from crossover_training.train.loss import dpo_margins, personal_loss
from crossover_training.users.model import GENERIC, UserModel
from crossover_training.users.store import TABLE


class PersonalDPOTrainer(DPOTrainer):
    """The reference is the base model without adapter and without user.

    With a user model each pair is scored twice, for its user and for the generic one. Both count in one step, so the
    weights of the two losses do not depend on how a data set was shuffled.
    """

    def __init__(
        self,
        *,
        user_model: UserModel | None,
        alpha: float,
        user_learning_rate: float | None,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        self._alpha = alpha
        self._user_learning_rate = user_learning_rate
        if user_model is not None:
            # After PEFT has wrapped the model: its adapter stays a plain LoRA that any server can load.
            self.model.user_model = user_model.to(self.args.device)

    def _prepare_dataset(self, dataset: Dataset, *_: Any) -> Dataset:
        """Pairs are tokenised already."""
        return dataset

    def _set_signature_columns_if_needed(self) -> None:
        self._signature_columns = ["prompt_ids", "chosen_ids", "rejected_ids", "user", "position"]

    def _send_telemetry(self) -> None:
        """Nothing about a study leaves the machine."""

    def create_model_card(self, *_: Any, **__: Any) -> None:
        """The bundle has a card of its own."""

    def create_optimizer(self, model: Any = None) -> torch.optim.Optimizer:
        optimizer: torch.optim.Optimizer = super().create_optimizer(model)
        rate = self._user_learning_rate
        table = getattr(self.model, "user_model", None)
        if rate is None or table is None or "initial_lr" in optimizer.param_groups[-1]:
            return optimizer
        own = {id(parameter) for parameter in table.parameters()}
        for group in optimizer.param_groups:
            group["params"] = [parameter for parameter in group["params"] if id(parameter) not in own]
        optimizer.add_param_group({"params": list(table.parameters()), "lr": rate, "weight_decay": 0.0})
        return optimizer

    def _compute_loss(self, model: Any, inputs: Batch, return_outputs: bool = False) -> Tensor:  # noqa: ARG002
        reference = self._reference_log_probabilities(model, inputs)
        user, generic = self._policy_log_probabilities(model, inputs)
        generic_margins = dpo_margins(generic, reference, self.beta)
        known = inputs["users"] != GENERIC
        user_margins = None
        if user is not None:
            user_margins = dpo_margins(user, reference[:, known], self.beta)
        self._note("generic", generic_margins)
        self._note("user", user_margins)
        return personal_loss(user_margins, generic_margins, self._alpha)

    def _reference_log_probabilities(self, model: Any, inputs: Batch) -> Tensor:
        """Shape (2, pairs)."""
        with torch.no_grad(), self.accelerator.unwrap_model(model).disable_adapter():
            scored = model(
                input_ids=inputs["input_ids"],
                attention_mask=inputs["attention_mask"],
                labels=inputs["labels"],
                fused_lm_head=True,
            )
        return scored.log_probs.sum(dim=1).reshape(2, -1)

    def _policy_log_probabilities(self, model: Any, inputs: Batch) -> tuple[Tensor | None, Tensor]:
        """Of the known users' pairs (2, known), and of all pairs for the generic user (2, pairs)."""
        unwrapped = self.accelerator.unwrap_model(model)
        table = getattr(unwrapped, "user_model", None)
        embedded = unwrapped.get_input_embeddings()(inputs["input_ids"])
        mask, labels, users = inputs["attention_mask"], inputs["labels"], inputs["users"].repeat(2)
        if table is None:
            return None, self._scored(model, embedded, mask, labels).reshape(2, -1)
        known = users != GENERIC if self._alpha > 0 else torch.zeros_like(users, dtype=torch.bool)
        # Users' sequences first, then all sequences again for the generic user.
        copies = torch.cat([known.nonzero()[:, 0], torch.arange(len(users), device=users.device)])
        prefix = table(torch.cat([users[known], torch.full_like(users, GENERIC)])).to(embedded.dtype)
        positions = inputs["positions"].repeat(2)[copies]
        tokens = prefix.shape[1]
        extra = labels.new_full((len(copies), tokens), IGNORED)
        scored = self._scored(
            model,
            insert(embedded[copies], prefix, positions),
            torch.cat([mask.new_ones(len(copies), tokens), mask[copies]], dim=1),
            insert(labels[copies], extra, positions),
        )
        count = int(known.sum())
        user = scored[:count].reshape(2, -1) if count > 0 else None
        return user, scored[count:].reshape(2, -1)

    def _scored(self, model: Any, embedded: Tensor, mask: Tensor, labels: Tensor) -> Tensor:
        scored = model(inputs_embeds=embedded, attention_mask=mask, labels=labels, fused_lm_head=True)
        return scored.log_probs.sum(dim=1)

    def _note(self, who: str, margins: Tensor | None) -> None:
        if margins is None:
            return
        metrics = self._metrics["train" if self.model.training else "eval"]
        gathered = self.accelerator.gather(margins.detach())
        metrics[f"accuracy/{who}"].append((gathered > 0).float().mean().item())
        metrics[f"margin/{who}"].append(gathered.mean().item())

    def _save(self, output_dir: str | None = None, state_dict: dict[str, Tensor] | None = None) -> None:
        super()._save(output_dir, state_dict)
        table = getattr(self.model, "user_model", None)
        if table is not None and self.args.should_save:
            folder = Path(output_dir or self.args.output_dir)
            save_file({name: tensor.contiguous() for name, tensor in table.state_dict().items()}, folder / TABLE)

    def _load_from_checkpoint(self, resume_from_checkpoint: str, model: Any = None) -> None:
        super()._load_from_checkpoint(resume_from_checkpoint, model)
        table = getattr(self.model, "user_model", None)
        if table is not None:
            table.load_state_dict(load_file(Path(resume_from_checkpoint) / TABLE))
