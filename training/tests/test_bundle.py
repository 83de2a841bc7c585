"""Bundles that are damaged, mixed up or erased from."""

import json
import shutil
from datetime import UTC, datetime

import pytest
import torch

from crossover_training.bundle.erase import erase_participants
from crossover_training.bundle.load import open_bundle
from crossover_training.commands.main import main
from crossover_training.errors import TrainingError
from crossover_training.files import sha256_text
from crossover_training.policy.base import check_base, fingerprint, load_tokenizer
from crossover_training.users.model import GENERIC
from tests.people import preferences, recipe, train_bundle
from tests.synthetic import Taste
from tests.tiny import make_base

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def copy(individual, tmp_path):
    return shutil.copytree(individual.folder, tmp_path / "bundle")


def people_of(folder):
    return {
        row["participant"]: row["key"] for row in map(json.loads, (folder / "people.jsonl").read_text().splitlines())
    }


def snapshot(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class TestLoading:
    def test_refuses_a_folder_that_is_no_bundle(self, tmp_path):
        with pytest.raises(TrainingError, match="is no bundle"):
            open_bundle(tmp_path)

    def test_refuses_another_format(self, copy):
        card = json.loads((copy / "card.json").read_text())
        (copy / "card.json").write_text(json.dumps({**card, "format": "crossover-bundle/9"}))
        with pytest.raises(TrainingError, match="has the format crossover-bundle/9"):
            open_bundle(copy)

    def test_refuses_a_changed_and_a_missing_file(self, copy):
        path = copy / "adapter" / "adapter_config.json"
        path.write_text(path.read_text() + " ")
        with pytest.raises(TrainingError, match="is not the file that the card describes"):
            open_bundle(copy)
        path.unlink()
        with pytest.raises(TrainingError, match=r"adapter_config\.json is missing"):
            open_bundle(copy)

    def test_needs_no_list_of_people(self, copy):
        (copy / "people.jsonl").unlink()
        assert len(open_bundle(copy).keys) == 8

    def test_refuses_another_base_model(self, individual, tmp_path):
        other = make_base(tmp_path / "other", seed=9)
        found = fingerprint(other, load_tokenizer(other))
        with pytest.raises(TrainingError, match="was trained on another base model"):
            check_base(found, individual.card["base"], "it")
        wider = make_base(tmp_path / "wider", width=32)
        with pytest.raises(TrainingError, match="was trained on another base model"):
            check_base(fingerprint(wider, load_tokenizer(wider)), individual.card["base"], "it")

    def test_refuses_another_tokenizer(self, individual, base):
        changed = load_tokenizer(base)
        changed.chat_template = changed.chat_template.replace("assistant", "model")
        with pytest.raises(TrainingError, match="was trained with another tokenizer"):
            check_base(fingerprint(base, changed), individual.card["base"], "it")


class TestErasure:
    def test_deletes_the_row_of_that_participant_alone_and_marks_the_card(self, copy):
        before, keys = open_bundle(copy), people_of(copy)
        erased = erase_participants(copy, ["old-3"], NOW)
        after = open_bundle(copy)
        assert erased == [sha256_text("old-3")]
        assert after.row_of(keys["old-3"]) == GENERIC
        assert after.is_erased(keys["old-3"])
        assert after.users.shape.users == 7
        for name, key in keys.items():
            if name != "old-3":
                one, other = (bundle.users(torch.tensor([bundle.row_of(key)])) for bundle in (before, after))
                assert torch.equal(one, other)
        entry = {
            "participant": sha256_text("old-3"),
            "key": sha256_text(keys["old-3"]),
            "erased": "2026-05-01T12:00:00Z",
        }
        assert after.card["erasures"] == [entry]
        assert after.card["hash"] != before.card["hash"]
        assert after.card["users"]["count"] == 7
        assert "old-3" not in (copy / "people.jsonl").read_text()
        assert keys["old-3"] not in "".join(path.read_text() for path in copy.rglob("*.json*"))

    def test_takes_hashes_of_a_manifest_and_several_at_once(self, copy):
        assert len(erase_participants(copy, [sha256_text("old-0"), "old-7", "nobody"], NOW)) == 2
        assert open_bundle(copy).users.shape.users == 6

    def test_changes_nothing_for_somebody_who_is_not_in_it(self, copy):
        before = snapshot(copy)
        assert erase_participants(copy, ["nobody"], NOW) == []
        assert snapshot(copy) == before

    def test_can_erase_everybody(self, copy):
        erase_participants(copy, list(people_of(copy)), NOW)
        bundle = open_bundle(copy)
        assert bundle.users.shape.users == 0
        assert bundle.users(torch.tensor([GENERIC])).shape == (1, 4, 64)

    def test_leaves_a_bundle_as_it_was_when_it_fails_half_way(self, copy, monkeypatch):
        before = snapshot(copy)
        monkeypatch.setattr("crossover_training.bundle.erase.write_card", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            erase_participants(copy, ["old-3"], NOW)
        assert snapshot(copy) == before
        assert [path.name for path in copy.parent.iterdir()] == ["bundle"]

    def test_deletes_an_adapter_of_somebodys_own(self, base, tmp_path):
        people = {"ann": Taste(long=1), "bob": Taste(long=-1)}
        data = preferences(people, seed=1, train=4, held_out=0)
        chosen = recipe("lora-per-participant", epochs=1, pairs_per_step=4)
        folder = train_bundle(base, data, chosen, tmp_path / "bundle")
        key = people_of(folder)["ann"]
        erase_participants(folder, ["ann"], NOW)
        assert key not in open_bundle(folder).adapters
        assert len(open_bundle(folder).adapters) == 1

    def test_needs_the_list_of_people(self, copy):
        (copy / "people.jsonl").unlink()
        with pytest.raises(TrainingError, match=r"has no people\.jsonl"):
            erase_participants(copy, ["old-3"], NOW)

    def test_is_a_command(self, copy, tmp_path, capsys):
        manifest = tmp_path / "preferences.manifest.json"
        manifest.write_text(json.dumps({"erasures": {"participants": [sha256_text("old-1")]}}))
        assert main(["erase", str(copy), "--participant", "old-2", "--manifest", str(manifest)]) == 0
        assert "Erased 2 of 2" in capsys.readouterr().out
        assert main(["erase", str(copy)]) == 1
        assert "Say whom to erase" in capsys.readouterr().err
