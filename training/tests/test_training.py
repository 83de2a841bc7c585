"""Runs: what they leave behind, and how they are stopped and resumed."""

import json

import pytest
import torch
from safetensors.torch import load_file

from crossover_training.bundle.load import open_bundle
from crossover_training.errors import TrainingError
from crossover_training.train.recipe import Recipe, read_recipe, recipe_from
from crossover_training.train.run import StoppedEarly, steps_of
from tests.people import SHARED, preferences, recipe, train_bundle
from tests.synthetic import Taste

FEW = {name: SHARED[name] for name in ("old-0", "old-1")}


@pytest.fixture(scope="module")
def small():
    return preferences(FEW, seed=1, train=8, held_out=2)


def short(method, **changes):
    return recipe(method, **{"epochs": 2, "pairs_per_step": 4, "pairs_per_forward": 4, "evaluate_every": 4, **changes})


class TestRecipe:
    def test_defaults_are_the_published_recipe_for_prism(self):
        published = Recipe()
        assert (published.alpha, published.beta, published.user_tokens, published.clusters) == (0.5, 0.5, 10, 10)
        assert (published.learning_rate, published.warmup_steps, published.epochs) == (5e-5, 150, 1)
        assert (published.max_prompt_tokens, published.max_tokens, published.seed) == (470, 770, 123)
        assert (published.lora_rank, published.lora_alpha, published.lora_dropout) == (8, 16, 0.05)
        assert published.lora_targets == ("q_proj", "k_proj", "v_proj")
        # There 32 rows a step: each pair twice.
        assert 2 * published.pairs_per_step == 32
        assert published.textual_information

    def test_is_read_from_a_file_then_from_settings_then_from_the_method(self, tmp_path):
        file = tmp_path / "recipe.toml"
        file.write_text('alpha = 0.25\nbeta = 0.1\nmethod = "pooled"\n')
        found = read_recipe(
            file, {"beta": "0.2", "system_prompt": "Be kind.", "user_learning_rate": "1e-3"}, "clustered"
        )
        assert (found.alpha, found.beta, found.method, found.system_prompt) == (0.25, 0.2, "clustered", "Be kind.")
        assert found.user_learning_rate == 1e-3

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ({"alhpa": 1}, "has no alhpa"),
            ({"alpha": 2}, "alpha is 2: choose a value from 0 to 1"),
            ({"alpha": "much"}, "alpha is 'much': that is not a float"),
            ({"user_tokens": 1.5}, "user_tokens is 1.5: that is not a int"),
            ({"user_tokens": True}, "user_tokens is True"),
            ({"method": "magic"}, "The method magic is not one of"),
            ({"max_prompt_tokens": 800}, "leave no room for replies"),
            ({"system_prompt": 3}, "system_prompt is 3"),
        ],
    )
    def test_refuses_what_it_does_not_know(self, values, message):
        with pytest.raises(TrainingError, match=message):
            recipe_from(values)


class TestRun:
    def test_leaves_a_bundle_with_a_card_and_no_run(self, base, small, tmp_path):
        bundle = open_bundle(train_bundle(base, small, short("individual"), tmp_path / "b"))
        card = bundle.card
        assert (card["method"], card["base"]["name"], card["data"]["hash"]) == ("individual", "tiny", small.hash)
        assert card["data"]["counts"]["pairs_train"] == 16
        assert card["users"] == {"count": 2, "tokens": 4, "clusters": 0}
        assert card["training"]["steps"] == 8
        assert {"torch", "transformers", "trl", "peft"} <= set(card["versions"])
        assert any("eval_accuracy/user" in point for point in card["training"]["curve"])
        assert card["training"]["loss"] > 0
        readme = (bundle.folder / "README.md").read_text()
        assert small.hash in readme
        assert "| alpha | 0.5 |" in readme
        assert sorted(path.name for path in tmp_path.iterdir()) == ["b"]
        people = [json.loads(line) for line in (bundle.folder / "people.jsonl").read_text().splitlines()]
        assert [(person["participant"], person["pairs"]) for person in people] == [("old-0", 8), ("old-1", 8)]
        assert {person["key"] for person in people} == set(bundle.keys)

    def test_keeps_a_plain_adapter_that_any_server_can_load(self, base, small, tmp_path):
        folder = train_bundle(base, small, short("individual"), tmp_path / "b")
        weights = load_file(folder / "adapter" / "adapter_model.safetensors")
        assert weights
        assert all(".lora_" in name for name in weights)
        config = json.loads((folder / "adapter" / "adapter_config.json").read_text())
        assert config["base_model_name_or_path"] == "tiny"
        assert str(base) not in json.dumps(config)

    def test_is_the_same_for_the_same_seed(self, base, small, tmp_path):
        one, same, other = (
            open_bundle(train_bundle(base, small, short("individual", seed=seed), tmp_path / name))
            for name, seed in (("one", 1), ("same", 1), ("other", 2))
        )
        rows = torch.tensor([0, 1])
        assert torch.equal(one.users(rows), same.users(rows))
        assert not torch.equal(one.users(rows), other.users(rows))

    @pytest.mark.parametrize("method", ["individual", "clustered", "pooled"])
    def test_a_run_that_is_stopped_and_resumed_ends_as_one_that_is_not(self, base, small, tmp_path, method):
        whole = train_bundle(base, small, short(method), tmp_path / "whole")
        with pytest.raises(StoppedEarly, match="Stopped after step 3 of 8"):
            train_bundle(base, small, short(method), tmp_path / "resumed", stop_after=3)
        assert not (tmp_path / "resumed").exists()
        resumed = train_bundle(base, small, short(method), tmp_path / "resumed", resume=True)
        for name in ("adapter/adapter_model.safetensors", "users/table.safetensors"):
            if not (whole / name).exists():
                continue
            expected, found = load_file(whole / name), load_file(resumed / name)
            assert expected.keys() == found.keys()
            for key, value in expected.items():
                torch.testing.assert_close(found[key], value, atol=1e-6, rtol=1e-5)

    def test_gives_each_participant_an_adapter_of_their_own(self, base, small, tmp_path):
        chosen = short("lora-per-participant")
        with pytest.raises(StoppedEarly):
            train_bundle(base, small, chosen, tmp_path / "b", stop_after=2)
        bundle = open_bundle(train_bundle(base, small, chosen, tmp_path / "b", resume=True))
        assert bundle.users is None
        assert bundle.adapter is None
        assert len(bundle.adapters) == 2
        weights = [load_file(folder / "adapter_model.safetensors") for folder in bundle.adapters.values()]
        assert any(not torch.equal(weights[0][name], weights[1][name]) for name in weights[0])

    def test_counts_participants_with_few_pairs_as_unseen(self, base, tmp_path):
        data = preferences({"few": Taste(long=1)}, seed=1, train=2, held_out=0)
        more = preferences({"many": Taste(long=1)}, seed=2, train=8, held_out=0)
        both = preferences({}, seed=3, train=0, held_out=0)
        both = type(both)((*data.pairs, *more.pairs), "platform", "sha256:0", {})
        bundle = open_bundle(train_bundle(base, both, short("individual", min_pairs=5), tmp_path / "b"))
        assert len(bundle.keys) == 1
        assert "many" in (bundle.folder / "people.jsonl").read_text()

    def test_refuses_to_write_over_a_bundle_or_a_run(self, base, small, tmp_path):
        (tmp_path / "b").mkdir()
        with pytest.raises(TrainingError, match="exists already"):
            train_bundle(base, small, short("pooled"), tmp_path / "b")
        (tmp_path / "c.run").mkdir()
        with pytest.raises(TrainingError, match="a run that did not end"):
            train_bundle(base, small, short("pooled"), tmp_path / "c")

    def test_resumes_nothing_else_than_it_began(self, base, small, tmp_path):
        with pytest.raises(TrainingError, match="no run to resume"):
            train_bundle(base, small, short("pooled"), tmp_path / "b", resume=True)
        with pytest.raises(StoppedEarly):
            train_bundle(base, small, short("pooled"), tmp_path / "b", stop_after=1)
        with pytest.raises(TrainingError, match="begun with another recipe"):
            train_bundle(base, small, short("pooled", beta=0.1), tmp_path / "b", resume=True)
        other = preferences(FEW, seed=2, train=8, held_out=2)
        with pytest.raises(TrainingError, match="begun with another data"):
            train_bundle(base, other, short("pooled"), tmp_path / "b", resume=True)

    def test_writes_nothing_where_there_is_nothing_to_train_on(self, base, small, tmp_path):
        with pytest.raises(TrainingError, match="No pair is left"):
            train_bundle(base, small, short("pooled", max_prompt_tokens=3, max_tokens=8), tmp_path / "b")
        assert not (tmp_path / "b").exists()
        with pytest.raises(TrainingError, match="No participant has 99 pair"):
            train_bundle(base, small, short("individual", min_pairs=99), tmp_path / "c")
        assert not (tmp_path / "c").exists()
        assert not (tmp_path / "c.run").exists()

    def test_warms_up_for_a_tenth_of_a_short_run_and_for_150_steps_of_prism(self):
        # 41,199 pairs are about what PRISM has; 81 % of them are trained on.
        assert steps_of(Recipe(), 33_371) == 2086
        from crossover_training.train.run import warmup_of

        assert warmup_of(Recipe(), 2086) == 150
        assert warmup_of(Recipe(), 40) == 4
