"""`evaluate`: compares the base model, a pooled bundle and an individual bundle on held-out data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from crossover_training.bundle import layout
from crossover_training.bundle.load import Bundle, check_base_of
from crossover_training.data.lines import json_lines
from crossover_training.data.pairs import Pair, Preferences, pairs_by_participant
from crossover_training.errors import TrainingError
from crossover_training.evaluate.apart import Distance, distances
from crossover_training.evaluate.contenders import Contender, adapters_of, contenders
from crossover_training.evaluate.measure import TestPair, log_probabilities
from crossover_training.evaluate.page import page
from crossover_training.evaluate.replies import Generation, Writer, Written, chosen_prompts
from crossover_training.evaluate.statistics import Estimate, mean_by_participant
from crossover_training.files import new_folder, write_json, write_text
from crossover_training.policy.adapters import Adapted, with_adapters
from crossover_training.policy.base import (
    base_folder,
    default_dtype,
    fingerprint,
    load_base,
    load_tokenizer,
)
from crossover_training.serve.generate import end_tokens
from crossover_training.text.chat import ChatEncoder, encode_pair

AMOUNTS = ((0, 0), (1, 4), (5, 9), (10, 19), (20, 49), (50, 10**9))
"""Groups of participants by how many pairs of theirs were trained on."""
CONTRASTS = (("individual", "pooled"), ("individual", "generic"), ("pooled", "base"), ("generic", "base"))


@dataclass(frozen=True)
class Plan:
    base: str
    data: Preferences
    device: torch.device
    individual: Bundle | None
    pooled: Bundle | None
    generation: Generation | None
    seed: int = 1


def evaluate(plan: Plan) -> dict[str, Any]:
    """The report as JSON. It names no participant and quotes no text."""
    bundles = [bundle for bundle in (plan.individual, plan.pooled) if bundle is not None]
    folder = base_folder(plan.base)
    tokenizer = load_tokenizer(folder)
    found = fingerprint(folder, tokenizer)
    for bundle in bundles:
        if bundle.adapter is None:
            raise TrainingError(
                f"{bundle.folder} has one adapter for each participant: evaluate pooled or P-DPO bundles."
            )
        check_base_of(bundle, found)
    encoder = ChatEncoder(tokenizer)
    pairs = _test_pairs(plan, encoder, bundles[0])
    base = load_base(folder, dtype=default_dtype(plan.device), device=plan.device)
    ends = end_tokens(base, tokenizer)
    adapted = Adapted(with_adapters(base, adapters_of(plan.individual, plan.pooled)))
    models = contenders(plan.individual, plan.pooled)
    scored = {model.name: log_probabilities(adapted, model, pairs, encoder) for model in models}
    written = None
    if plan.generation is not None:
        prompts = chosen_prompts(pairs, plan.generation)
        writer = Writer(adapted, encoder, plan.generation, ends)
        written = {model.name: writer.replies_of(model, prompts) for model in models}
    apart = None if plan.individual is None else distances(adapted.fixed("individual"), plan.individual, pairs, encoder)
    return _Report(plan, models, pairs, scored, written, apart).as_dict()


def _test_pairs(plan: Plan, encoder: ChatEncoder, bundle: Bundle) -> list[TestPair]:
    keys = _keys(plan.individual) if plan.individual else {}
    trained = {name: len(pairs) for name, pairs in pairs_by_participant(plan.data.train).items()}
    recipe = bundle.card["recipe"]
    found = []
    for pair in plan.data.held_out:
        encoded = encode_pair(
            encoder,
            _with_system(pair, recipe["system_prompt"]),
            (pair.chosen, pair.rejected),
            about=plan.data.about.get(pair.participant, "") if recipe["textual_information"] else "",
            most_prompt_tokens=recipe["max_prompt_tokens"],
            most_tokens=recipe["max_tokens"],
        )
        if encoded is not None:
            count = 0 if pair.held_out == "participant" else trained.get(pair.participant, 0)
            found.append(TestPair(pair, encoded, keys.get(pair.participant), count))
    if not found:
        raise TrainingError("The data have no held-out pair: export them with a split, or raise --test-conversations.")
    return found


def _with_system(pair: Pair, system: str | None) -> list[Any]:
    return [*([{"role": "system", "content": system}] if system else []), *pair.prompt]


def _keys(bundle: Bundle) -> dict[str, str]:
    path = bundle.folder / layout.PEOPLE
    if not path.is_file():
        raise TrainingError(f"{bundle.folder} has no {layout.PEOPLE}: evaluate the folder that the training wrote.")
    return {row.text("participant"): row.text("key") for row in json_lines(path)}


@dataclass(frozen=True)
class _Report:
    plan: Plan
    models: Sequence[Contender]
    pairs: Sequence[TestPair]
    scored: Mapping[str, Tensor]
    written: Mapping[str, Written] | None
    apart: Sequence[Distance] | None

    def as_dict(self) -> dict[str, Any]:
        bundles = {"individual": self.plan.individual, "pooled": self.plan.pooled}
        return {
            "format": "crossover-evaluation/1",
            "bundles": {
                name: {key: bundle.card[key] for key in ("name", "method", "hash", "data", "training")}
                for name, bundle in bundles.items()
                if bundle is not None
            },
            "data": self.plan.data.hash,
            "pairs": len(self.pairs),
            "preferences": {
                "all": self._group(lambda _: True),
                "held_out_conversations": self._group(lambda pair: pair.held_out == "conversation"),
                "held_out_participants": self._group(lambda pair: pair.held_out == "participant"),
            },
            "by_amount": [
                {"from": low, "to": high, **self._group(_has(low, high))}
                for low, high in AMOUNTS
                if any(map(_has(low, high), self.pairs))
            ],
            "lengths": self._lengths(),
            "replies": self._replies(),
            "between_participants": self._between_participants(),
        }

    def _group(self, belongs: Callable[[TestPair], bool]) -> dict[str, Any]:
        places = [at for at, pair in enumerate(self.pairs) if belongs(pair)]
        correct = {model.name: self._correct(model)[places] for model in self.models}
        return {
            "pairs": len(places),
            "models": {
                model.name: {
                    "accuracy": self._mean(correct[model.name], places),
                    "margin": self._mean(self._margins(model)[places], places),
                    "likelihood_accuracy": self._mean(self._likelier(model)[places], places),
                }
                for model in self.models
            },
            "contrasts": {
                f"{one} - {other}": self._mean(correct[one] - correct[other], places)
                for one, other in CONTRASTS
                if one in correct and other in correct
            },
        }

    def _mean(self, values: Tensor, places: Sequence[int]) -> dict[str, Any] | None:
        participants = [self.pairs[at].pair.participant for at in places]
        return _dict(mean_by_participant(values.tolist(), participants, self.plan.seed))

    def _margins(self, model: Contender) -> Tensor:
        """Implicit reward of the chosen reply less that of the rejected one; 0 for the base model."""
        beta = float(model.bundle.card["recipe"]["beta"]) if model.bundle else 0.0
        ratios = self.scored[model.name] - self.scored["base"]
        return beta * (ratios[:, 0] - ratios[:, 1])

    def _correct(self, model: Contender) -> Tensor:
        """By implicit reward. A tie counts half, so the base model has one half by definition."""
        margins = self._margins(model)
        return (margins > 0).float() + 0.5 * (margins == 0).float()

    def _likelier(self, model: Contender) -> Tensor:
        """Is the chosen reply the likelier one, without a reference? Long replies lose this."""
        scored = self.scored[model.name]
        return (scored[:, 0] > scored[:, 1]).float()

    def _lengths(self) -> dict[str, Any]:
        participants = [pair.pair.participant for pair in self.pairs]
        chosen = [float(len(pair.pair.chosen)) for pair in self.pairs]
        rejected = [float(len(pair.pair.rejected)) for pair in self.pairs]
        seed = self.plan.seed
        return {
            "chosen": _dict(mean_by_participant(chosen, participants, seed)),
            "rejected": _dict(mean_by_participant(rejected, participants, seed)),
        }

    def _between_participants(self) -> dict[str, Any] | None:
        if not self.apart:
            return None
        values = [distance.total_variation for distance in self.apart]
        participants = [distance.participant for distance in self.apart]
        return {"total_variation": _dict(mean_by_participant(values, participants, self.plan.seed))}

    def _replies(self) -> dict[str, Any] | None:
        if self.written is None:
            return None
        return {name: self._reply_summary(written) for name, written in self.written.items()}

    def _reply_summary(self, written: Written) -> dict[str, Any]:
        def mean(values: Sequence[float]) -> dict[str, Any] | None:
            return _dict(mean_by_participant(values, written.participants, self.plan.seed))

        return {
            "characters": mean([float(count) for count in written.characters]),
            "tokens": mean([float(count) for count in written.tokens]),
            "divergence": mean(written.divergence),
        }


def _has(low: int, high: int) -> Callable[[TestPair], bool]:
    return lambda pair: low <= pair.trained_pairs <= high


def _dict(estimate: Estimate | None) -> dict[str, Any] | None:
    return None if estimate is None else estimate.as_dict()


def write_report(report: Mapping[str, Any], folder: Path) -> None:
    with new_folder(folder) as temporary:
        write_json(temporary / "evaluation.json", report)
        write_text(temporary / "evaluation.html", page(report))
