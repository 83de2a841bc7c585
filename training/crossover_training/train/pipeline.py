"""`train`: reads data, trains, writes a bundle."""

import secrets
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from crossover_training.bundle.write import Base, Losses, Source, save_adapter, write_bundle
from crossover_training.data.pairs import Pair, Preferences, pairs_by_participant
from crossover_training.errors import TrainingError
from crossover_training.files import canonical_json, read_json, sha256_text, write_json
from crossover_training.policy.base import (
    base_folder,
    default_dtype,
    fingerprint,
    load_base,
    load_tokenizer,
)
from crossover_training.text.chat import ChatEncoder
from crossover_training.train.batches import Row, encode_pairs
from crossover_training.train.recipe import Recipe
from crossover_training.train.run import fit


@dataclass(frozen=True)
class Job:
    base: str
    base_name: str
    data: Preferences
    recipe: Recipe
    target: Path
    name: str
    device: torch.device
    resume: bool = False
    stop_after: int | None = None
    """Ends the run after so many steps, as an interrupt would."""

    @property
    def run_folder(self) -> Path:
        """Checkpoints, until the bundle is there."""
        return self.target.with_name(f"{self.target.name}.run")


def train(job: Job) -> None:
    if job.target.exists():
        raise TrainingError(f"{job.target} exists already: choose another name, or remove it first.")
    folder = base_folder(job.base)
    tokenizer = load_tokenizer(folder)
    base = Base(job.base_name, fingerprint(folder, tokenizer))
    rows = rows_of(job.data, job.recipe)
    if job.recipe.method != "pooled" and not rows:
        raise TrainingError(
            f"No participant has {job.recipe.min_pairs} pair(s) to train on: lower min_pairs, or train method pooled."
        )
    run = _open_run(job, base)
    encoder = ChatEncoder(tokenizer)
    model = load_base(folder, dtype=default_dtype(job.device), device=job.device)
    source = Source(
        name=job.name,
        recipe=job.recipe,
        data=job.data,
        base=base,
        rows=rows,
        salt=bytes.fromhex(run["salt"]),
        counts=job.data.counts,
        created=datetime.now(UTC),
    )
    work = _Work(job, tokenizer, encoder, model, source)
    if job.recipe.method == "lora-per-participant":
        work.train_each()
    else:
        work.train_all()
    shutil.rmtree(job.run_folder)


def rows_of(data: Preferences, recipe: Recipe) -> dict[str, int]:
    """A row for each participant with enough pairs, in the order of their ids."""
    if recipe.method == "pooled":
        return {}
    enough = [name for name, pairs in pairs_by_participant(data.train).items() if len(pairs) >= recipe.min_pairs]
    return {name: row for row, name in enumerate(enough)}


def _open_run(job: Job, base: Base) -> Mapping[str, Any]:
    """What a resumed run has to have in common with its beginning."""
    path = job.run_folder / "run.json"
    same = {
        "recipe": job.recipe.as_dict(),
        "data": job.data.hash,
        "base": sha256_text(canonical_json(base.fingerprint.as_dict())),
    }
    if job.resume:
        if not path.is_file():
            raise TrainingError(f"{job.run_folder} has no run to resume: leave --resume out.")
        run = read_json(path)
        different = [name for name, value in same.items() if run[name] != value]
        if different:
            raise TrainingError(
                f"The run in {job.run_folder} was begun with another {' and '.join(different)}: resume it with the "
                "same, or remove the folder."
            )
        return run
    if job.run_folder.exists():
        raise TrainingError(f"{job.run_folder} has a run that did not end: go on with --resume, or remove the folder.")
    run = {**same, "salt": secrets.token_hex(32)}
    write_json(path, run)
    # The salt ties keys to pseudonyms.
    path.chmod(0o600)
    return run


@dataclass
class _Work:
    job: Job
    tokenizer: Any
    encoder: ChatEncoder
    model: Any
    source: Source

    def train_all(self) -> None:
        job, data = self.job, self.job.data
        train_rows, left_out = self._encode(data.train, "Tokenising pairs to train on")
        held_out, more = self._encode(data.held_out, "Tokenising held-out pairs")
        trained = fit(
            self.model,
            self.tokenizer,
            job.recipe,
            train_rows,
            held_out,
            users=len(self.source.rows),
            folder=job.run_folder / "checkpoints",
            resume=job.resume and _has_checkpoint(job.run_folder / "checkpoints"),
            stop_after=job.stop_after,
        )
        self._write(left_out + more, Losses(trained.steps, trained.losses), model=trained.model)

    def train_each(self) -> None:
        job = self.job
        finished = job.run_folder / "adapters"
        by_participant = pairs_by_participant(job.data.train)
        steps, losses, left_out = 0, [], 0
        for participant in tqdm(self.source.rows, desc="Participants", unit=" adapters"):
            target = finished / self.source.key_of(participant)
            if target.is_dir():
                continue
            shutil.rmtree(job.run_folder / "checkpoints", ignore_errors=True)
            rows, missing = self._encode(by_participant[participant], "Tokenising")
            left_out += missing
            trained = fit(
                self.model,
                self.tokenizer,
                job.recipe,
                rows,
                [],
                users=0,
                folder=job.run_folder / "checkpoints",
                stop_after=job.stop_after,
            )
            steps += trained.steps
            losses += [entry["loss"] for entry in trained.losses[-1:]]
            partial = job.run_folder / "unfinished"
            shutil.rmtree(partial, ignore_errors=True)
            save_adapter(trained.model, partial, self.source.base.name)
            finished.mkdir(exist_ok=True)
            partial.rename(target)
            self._restore_base(trained.model)
        mean = [{"loss": sum(losses) / len(losses)}] if losses else []
        self._write(left_out, Losses(steps, mean), adapters=finished)

    def _encode(self, pairs: Sequence[Pair], title: str) -> tuple[list[Row], int]:
        return encode_pairs(
            pairs,
            self.encoder,
            self.job.recipe,
            rows=self.source.rows,
            about=self.job.data.about,
            title=title,
        )

    def _restore_base(self, model: Any) -> None:
        self.model = model.unload()
        # TRL wraps `forward` once for each trainer: without this the wrappers would pile up.
        self.model.__dict__.pop("forward", None)

    def _write(self, left_out: int, losses: Losses, **weights: Any) -> None:
        counts = {**self.source.counts, **({"skipped_prompt_too_long": left_out} if left_out else {})}
        write_bundle(
            self.job.target,
            replace(self.source, counts=dict(sorted(counts.items()))),
            **{"model": None, "adapters": None, **weights},
            tokenizer=self.tokenizer,
            losses=losses,
        )


def _has_checkpoint(folder: Path) -> bool:
    return any(folder.glob("checkpoint-*"))
