"""The report on held-out people and conversations."""

import json
import math

import numpy as np
import pytest
import torch

from crossover_training.commands.main import main
from crossover_training.errors import TrainingError
from crossover_training.evaluate.measure import token_divergence
from crossover_training.evaluate.replies import Generation
from crossover_training.evaluate.run import Plan, evaluate, write_report
from crossover_training.evaluate.statistics import mean_by_participant, over_seeds
from crossover_training.policy.adapters import Adapted, with_adapters
from crossover_training.policy.score import Scored, reply_log_probabilities
from tests.people import preferences
from tests.synthetic import Taste
from tests.test_data import trl_row, write_lines

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def report(base, opposite, individual, pooled):
    generation = Generation(prompts=6, most_tokens=12, batch=4)
    return evaluate(Plan(str(base), opposite, CPU, individual, pooled, generation))


def test_compares_all_models_on_each_kind_of_held_out_pair(report):
    groups = report["preferences"]
    assert groups["all"]["pairs"] == 8 * 15 + 4 * 15
    assert groups["held_out_conversations"]["pairs"] == 8 * 15
    assert groups["held_out_participants"]["pairs"] == 4 * 15
    for group in groups.values():
        assert list(group["models"]) == ["base", "pooled", "generic", "individual"]
        assert group["models"]["base"]["accuracy"]["value"] == 0.5
        assert set(group["contrasts"]) == {
            "individual - pooled",
            "individual - generic",
            "pooled - base",
            "generic - base",
        }
    known = groups["held_out_conversations"]
    assert known["contrasts"]["individual - pooled"]["low"] > 0
    assert known["models"]["individual"]["margin"]["value"] > known["models"]["generic"]["margin"]["value"]


def test_groups_people_by_how_much_of_theirs_was_trained_on(report):
    assert [(group["from"], group["to"], group["pairs"]) for group in report["by_amount"]] == [
        (0, 0, 60),
        (20, 49, 120),
    ]


def test_has_lengths_and_the_divergence_from_the_base(report):
    assert report["lengths"]["chosen"]["pairs"] == 180
    replies = report["replies"]
    assert replies["base"]["divergence"]["value"] == pytest.approx(0, abs=1e-6)
    assert replies["individual"]["divergence"]["value"] > 0.01
    assert 0 < replies["pooled"]["tokens"]["value"] <= 12


def test_says_how_far_apart_the_models_of_two_participants_are(report, base, opposite, pooled):
    found = report["between_participants"]["total_variation"]
    assert 0.01 < found["value"] < 1
    assert found["participants"] == 8
    assert evaluate(Plan(str(base), opposite, CPU, None, pooled, None))["between_participants"] is None


def test_names_no_participant_and_quotes_no_text(report, opposite):
    text = json.dumps(report)
    for pair in opposite.pairs:
        assert f'"{pair.participant}"' not in text
        assert pair.chosen not in text


def test_writes_json_and_a_page_that_stands_alone(report, tmp_path):
    write_report(report, tmp_path / "report")
    assert json.loads((tmp_path / "report" / "evaluation.json").read_text()) == report
    page = (tmp_path / "report" / "evaluation.html").read_text()
    assert page.startswith("<!doctype html>")
    for word in ("<script", "src=", "http:", "https:", "url("):
        assert word not in page
    assert page.count("<svg") == 3
    assert "individual - pooled" in page
    with pytest.raises(TrainingError, match="exists already"):
        write_report(report, tmp_path / "report")


def test_refuses_another_base_and_data_without_held_out_pairs(base, individual, opposite, tmp_path):
    from tests.tiny import make_base

    other = make_base(tmp_path / "other", seed=5)
    with pytest.raises(TrainingError, match="another base model"):
        evaluate(Plan(str(other), opposite, CPU, individual, None, None))
    nothing = preferences({"ann": Taste(long=1)}, seed=1, train=3, held_out=0)
    with pytest.raises(TrainingError, match="no held-out pair"):
        evaluate(Plan(str(base), nothing, CPU, individual, None, None))


def test_is_a_command(base, pooled, tmp_path, capsys):
    data = write_lines(tmp_path / "p.jsonl", trl_row(), trl_row(held_out="conversation"))
    command = ["evaluate", "--base", str(base), "--data", str(data), "--pooled", str(pooled.folder), "--prompts", "0"]
    assert main([*command, "--out", str(tmp_path / "report")]) == 0
    found = json.loads((tmp_path / "report" / "evaluation.json").read_text())
    assert found["pairs"] == 1
    assert found["replies"] is None
    assert main([*command, "--out", str(tmp_path / "report")]) == 1
    assert "exists already" in capsys.readouterr().err


def test_divergence_is_the_sum_over_the_vocabulary(base, individual, encoder, model):
    adapted = Adapted(with_adapters(model, {"a": individual.adapter}))
    prompt = encoder.prompt([{"role": "user", "content": "Tell me about tea."}])
    reply = encoder.tokenizer.encode("Tea is", add_special_tokens=False)
    policy, plain = adapted.fixed("a"), adapted.fixed(None)
    (found,) = token_divergence(policy, plain, [(Scored(prompt, reply), Scored(prompt, reply))])
    expected = 0.0
    for at in range(len(reply)):
        ids = torch.tensor([[*prompt, *reply[:at]]])
        with torch.no_grad():
            p, q = (torch.softmax(each(input_ids=ids).logits[0, -1], dim=-1) for each in (policy, plain))
        expected += sum(float(a) * (math.log(a) - math.log(b)) for a, b in zip(p, q, strict=True)) / len(reply)
    assert found == pytest.approx(expected, abs=1e-5)


def test_scores_do_not_depend_on_the_batch(model, encoder):
    prompt = encoder.prompt([{"role": "user", "content": "Tell me about tea."}])
    replies = [encoder.tokenizer.encode(text)[:20] for text in ("Tea.", "Tea is old and useful, they say.")]
    items = [Scored(prompt, reply, torch.randn(3, 64) * 0.1, 1) for reply in replies]
    with torch.no_grad():
        together = reply_log_probabilities(model, items)
        alone = torch.cat([reply_log_probabilities(model, [item]) for item in items])
    torch.testing.assert_close(together, alone, atol=1e-4, rtol=1e-5)


class TestIntervals:
    def test_draw_whole_participants(self):
        # Two people who agree with themselves: 1,000 pairs tell no more than two.
        values = [1.0] * 500 + [0.0] * 500
        people = ["ann"] * 500 + ["bob"] * 500
        found = mean_by_participant(values, people, seed=1)
        assert (found.value, found.low, found.high) == (0.5, 0.0, 1.0)

    def test_cover_the_mean_as_often_as_they_say(self):
        # 300 data sets of 40 people. The count of intervals with the true mean is binomial: five standard errors.
        rng = np.random.default_rng(5)
        inside = 0
        for _ in range(300):
            centres = rng.normal(0.6, 0.1, 40)
            values = np.concatenate([rng.normal(centre, 0.1, 5) for centre in centres])
            people = [f"p{at}" for at in range(40) for _ in range(5)]
            found = mean_by_participant(values.tolist(), people, seed=1)
            inside += found.low <= 0.6 <= found.high
        assert abs(inside / 300 - 0.95) < 5 * math.sqrt(0.95 * 0.05 / 300)

    def test_are_missing_where_nothing_varies(self):
        assert mean_by_participant([], [], 1) is None
        assert mean_by_participant([1.0], ["ann"], 1).low is None

    def test_over_seeds_are_students(self):
        found = over_seeds([1.0, 2.0, 3.0])
        assert (found.value, found.low) == (2.0, pytest.approx(2 - 4.303 / math.sqrt(3)))
