"""The command line. Bad inputs end in one clear line and leave nothing behind; a run ends by Ctrl-C and is resumed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossover_training.bundle.load import open_bundle
from crossover_training.bundle.write import write_card
from crossover_training.commands.main import main
from crossover_training.policy.base import load_base, load_tokenizer
from crossover_training.users.model import UserModelShape, new_user_model
from crossover_training.users.store import save_user_model
from tests.conftest import CPU
from tests.people import SHARED, preferences
from tests.test_bundle import snapshot
from tests.test_data import manifest_of, trl_row, write_lines
from tests.tiny import make_base

ROOT = Path(__file__).parent.parent
FEW = {name: SHARED[name] for name in ("old-0", "old-1")}


def lines_of(data):
    """The pairs as the platform exports them."""
    message = {"chosen": "assistant", "rejected": "assistant"}
    for pair in data.pairs:
        replies = {name: [{"role": role, "content": getattr(pair, name)}] for name, role in message.items()}
        yield trl_row(
            prompt=list(pair.prompt),
            participant=pair.participant,
            conversation_id=pair.conversation,
            held_out=pair.held_out,
            **replies,
        )


@pytest.fixture(autouse=True)
def _data_folder(tmp_path):
    (tmp_path / "data").mkdir()


@pytest.fixture
def export(tmp_path):
    return write_lines(
        tmp_path / "data" / "preferences.jsonl", *lines_of(preferences(FEW, seed=1, train=8, held_out=2))
    )


@pytest.fixture
def copy(individual, tmp_path):
    return shutil.copytree(individual.folder, tmp_path / "bundle")


def another_base(base, copy, folder):
    return make_base(folder, seed=9), copy


def another_tokenizer(base, copy, folder):
    shutil.copytree(base, folder)
    tokenizer = load_tokenizer(base)
    tokenizer.chat_template = tokenizer.chat_template.replace("assistant", "model")
    tokenizer.save_pretrained(folder)
    return folder, copy


def a_table_of_another_size(base, copy, folder):
    """Its files agree with each other, and not with the card."""
    users = {f"u_{row}": {"row": row, "about": ""} for row in range(3)}
    save_user_model(copy / "users", new_user_model(UserModelShape("individual", users=3, tokens=4, width=64)), users)
    write_card(copy, json.loads((copy / "card.json").read_text()))
    return base, copy


def a_table_of_another_width(base, copy, folder):
    users = json.loads((copy / "users" / "keys.json").read_text())["users"]
    shape = UserModelShape("individual", users=8, tokens=4, width=32)
    save_user_model(copy / "users", new_user_model(shape), users)
    write_card(copy, json.loads((copy / "card.json").read_text()))
    return base, copy


class TestBadInput:
    @pytest.mark.parametrize("command", ["serve", "evaluate"])
    @pytest.mark.parametrize(
        ("spoil", "message"),
        [
            (another_base, "was trained on another base model"),
            (another_tokenizer, "was trained with another tokenizer"),
            (a_table_of_another_size, "the user model has 3 participants of 4 tokens, and the card says 8 of 4"),
            (a_table_of_another_width, "the user model is 32 wide, and the base model 64"),
        ],
    )
    def test_of_a_bundle_is_refused(self, base, copy, export, tmp_path, capsys, command, spoil, message):
        chosen_base, bundle = spoil(base, copy, tmp_path / "base")
        more = {
            "serve": ["--bundle", str(bundle)],
            "evaluate": ["--individual", str(bundle), "--data", str(export), "--out", str(tmp_path / "report")],
        }
        assert main([command, "--base", str(chosen_base), *more[command]]) == 1
        assert message in capsys.readouterr().err
        assert not (tmp_path / "report").exists()

    def test_of_a_user_table_changes_nothing_when_somebody_is_erased(self, base, copy, tmp_path, capsys):
        a_table_of_another_size(base, copy, tmp_path)
        before = snapshot(copy)
        assert main(["erase", str(copy), "--participant", "old-1"]) == 1
        assert "the card says 8 of 4" in capsys.readouterr().err
        assert snapshot(copy) == before

    @pytest.mark.parametrize(
        ("rows", "erased", "message"),
        [
            ([], [], "There is no pair in"),
            ([trl_row(chosen=[{"role": "assistant", "content": ""}])], [], "left out: skipped_empty 1"),
            ([trl_row()], ["pt_1"], "The data have 1 participant(s) who asked for erasure"),
        ],
        ids=["an empty export", "an export without a usable pair", "an erased participant"],
    )
    @pytest.mark.parametrize("method", ["pooled", "individual", "lora-per-participant"])
    def test_of_an_export_is_refused(self, base, tmp_path, capsys, rows, erased, message, method):
        data = write_lines(tmp_path / "data" / "preferences.jsonl", *rows)
        manifest_of(data, participants=erased)
        before = snapshot(tmp_path)
        out = str(tmp_path / "bundles" / "one")
        assert main(["train", "--base", str(base), "--data", str(data.parent), "--method", method, "--out", out]) == 1
        assert message in capsys.readouterr().err
        assert snapshot(tmp_path) == before
        assert not (tmp_path / "bundles").exists()

    def test_of_a_base_model_is_refused(self, export, tmp_path, capsys):
        command = ["train", "--data", str(export), "--out", str(tmp_path / "one")]
        assert main([*command, "--base", str(tmp_path / "data")]) == 1
        assert "has no config.json" in capsys.readouterr().err
        assert main([*command, "--base", "no/such/model/anywhere"]) == 1
        assert "neither a folder nor a model that can be downloaded" in capsys.readouterr().err
        assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


class TestTinyBase:
    def test_is_made_from_the_texts_of_an_export(self, export, tmp_path):
        out = tmp_path / "models" / "tiny"
        command = ["tiny-base", "--data", str(export), "--out", str(out), "--width", "16", "--context", "256"]
        assert main(command) == 0
        model = load_base(out, dtype="float32", device=CPU)
        assert (model.config.hidden_size, model.config.max_position_embeddings) == (16, 256)
        # Words of the texts are tokens of their own.
        assert len(load_tokenizer(out).encode(" people", add_special_tokens=False)) == 1

    def test_is_never_written_over_anything(self, export, tmp_path, capsys):
        assert main(["tiny-base", "--data", str(export), "--out", str(tmp_path / "data")]) == 1
        assert "exists already" in capsys.readouterr().err
        assert main(["tiny-base", "--data", str(export), "--out", str(tmp_path / "one"), "--width", "12"]) == 1
        assert "take a multiple of 8" in capsys.readouterr().err


DEADLINE_S = 600
"""A busy machine takes minutes to import what a fresh process needs."""
SETTINGS = ["epochs=400", "learning_rate=1e-3", "pairs_per_step=4", "pairs_per_forward=4", "user_tokens=2"]


def test_ctrl_c_ends_a_run_with_its_progress_shown_and_resume_goes_on_with_it(base, export, tmp_path):
    out = tmp_path / "one"
    arguments = ["train", "--base", str(base), "--data", str(export), "--out", str(out)]
    arguments += [part for setting in SETTINGS for part in ("--set", setting)]
    environment = {name: value for name, value in os.environ.items() if name != "TQDM_DISABLE"}
    log = tmp_path / "log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "crossover_training", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until(lambda: b"/1600 [" in log.read_bytes(), process)
            process.send_signal(signal.SIGINT)
            status = process.wait(DEADLINE_S)
        finally:
            process.kill()
    text = log.read_text(errors="replace")
    assert status == 130, text
    assert "Go on with the same command and --resume." in text
    assert "Tokenising pairs to train on: 100%" in text
    assert "Traceback" not in text
    assert not out.exists()
    step = int(text.split("Stopped after step ")[1].split(" ")[0])
    assert 0 < step < 1600
    # The rest is not the subject: the run is resumed, and stopped after one more step.
    assert main([*arguments, "--resume", "--stop-after", str(step + 1)]) == 130
    assert (tmp_path / "one.run" / "checkpoints" / f"checkpoint-{step + 1}").is_dir()


def wait_until(condition, process) -> None:
    deadline = time.monotonic() + DEADLINE_S
    while not condition():
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)


def test_a_finished_bundle_is_named_and_opens(base, export, tmp_path, capsys):
    manifest = manifest_of(export)
    command = ["train", "--base", str(base), "--base-name", "llama", "--data", str(export), "--manifest", str(manifest)]
    assert main([*command, "--method", "clustered", "--out", str(tmp_path / "b"), "--name", "prism-clustered"]) == 0
    assert "Wrote" in capsys.readouterr().out
    card = open_bundle(tmp_path / "b").card
    assert (card["name"], card["base"]["name"], card["users"]["clusters"]) == ("prism-clustered", "llama", 10)


def test_help_needs_no_heavy_library():
    loaded = "import sys; from crossover_training.commands import main; print('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
