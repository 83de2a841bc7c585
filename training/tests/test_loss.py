"""The trainer's loss against a direct computation from the formula."""

import math

import pytest
import torch
from datasets import Dataset

from crossover_training.data.pairs import Pair
from crossover_training.policy.base import load_base
from crossover_training.train.batches import PairCollator, encode_pairs
from crossover_training.train.run import _arguments, initial_user_model, lora_config
from crossover_training.train.trainer import PersonalDPOTrainer
from crossover_training.users.model import GENERIC
from tests.conftest import CPU
from tests.people import recipe
from tests.synthetic import Taste, pairs_of

PEOPLE = {"ann": Taste(long=1), "bob": Taste(long=-1), "new": Taste(formal=1)}


MOST_TOKENS = 12
"""Of a reply: sums of single-precision numbers are exact to 1e-5 while they are short."""


def make_trainer(model, tokenizer, encoder, chosen, tmp_path, change=lambda _: None):
    pairs: list[Pair] = pairs_of(PEOPLE, seed=3, train=2, held_out=0)
    rows = {"ann": 0, "bob": 1}
    encoded, _ = encode_pairs(pairs, encoder, chosen, rows=rows, about={"ann": "age: 30;"}, title="")
    for row in encoded:
        row["chosen_ids"] = row["chosen_ids"][:MOST_TOKENS]
        row["rejected_ids"] = row["rejected_ids"][: MOST_TOKENS - 3]
    arguments = _arguments(chosen, len(encoded), False, tmp_path, model)
    change(arguments)
    trainer = PersonalDPOTrainer(
        model=model,
        args=arguments,
        train_dataset=Dataset.from_list(list(encoded)),
        processing_class=tokenizer,
        data_collator=PairCollator(tokenizer.pad_token_id),
        peft_config=lora_config(chosen),
        user_model=initial_user_model(chosen, 2, model.get_input_embeddings().weight),
        alpha=chosen.alpha if chosen.has_users else 0.0,
        user_learning_rate=None,
    )
    # An adapter begins as nothing: with random weights policy and reference differ.
    torch.manual_seed(7)
    for name, parameter in trainer.model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.normal_(parameter, std=0.05)
    return trainer, encoded


REPLIES = ("chosen_ids", "rejected_ids")


def log_probability(model, ids, reply, prefix, position):
    """One sequence, token by token, without padding, cache or batch."""
    layer = model.get_input_embeddings()
    embedded = layer(torch.tensor(ids + reply))
    if prefix is not None:
        embedded = torch.cat([embedded[:position], prefix, embedded[position:]])
    logits = model(inputs_embeds=embedded[None]).logits[0]
    start = len(embedded) - len(reply) - 1
    return sum(torch.log_softmax(logits[start + at], dim=-1)[token] for at, token in enumerate(reply))


def direct_loss(trainer, encoded, chosen):
    """E[alpha (-log sigmoid(beta (r_u(chosen) - r_u(rejected)))) + (1 - alpha) (the same for the generic user)].

    Somebody unknown has no first part.
    """
    model, table = trainer.model, getattr(trainer.model, "user_model", None)
    parts = {"user": [], "generic": []}
    for row in encoded:
        with model.disable_adapter():
            reference = [
                log_probability(model, row["prompt_ids"], row[name], None, 0) for name in ("chosen_ids", "rejected_ids")
            ]
        for who, user in (("user", row["user"]), ("generic", GENERIC)):
            prefix = table(torch.tensor([user]))[0] if table is not None else None
            policy = [log_probability(model, row["prompt_ids"], row[name], prefix, row["position"]) for name in REPLIES]
            margin = chosen.beta * ((policy[0] - reference[0]) - (policy[1] - reference[1]))
            if who == "generic" or user != GENERIC:
                parts[who].append(-math.log(1 / (1 + math.exp(-float(margin)))))
    mean = {who: sum(values) / len(encoded) for who, values in parts.items()}
    alpha = chosen.alpha if table is not None else 0.0
    return alpha * mean["user"] + (1 - alpha) * mean["generic"]


@pytest.mark.parametrize(
    ("method", "alpha"), [("individual", 0.5), ("individual", 0.8), ("clustered", 0.3), ("pooled", 0.5)]
)
def test_equals_the_formula(model, tokenizer, encoder, tmp_path, method, alpha):
    chosen = recipe(method, alpha=alpha, beta=0.7)
    trainer, encoded = make_trainer(model, tokenizer, encoder, chosen, tmp_path)
    trainer.model.eval()
    batch = trainer.data_collator(encoded)
    with torch.no_grad():
        loss = trainer.compute_loss(trainer.model, batch).item()
        expected = direct_loss(trainer, encoded, chosen)
    assert {row["user"] for row in encoded} == {0, 1, GENERIC}
    assert loss == pytest.approx(expected, abs=1e-5)


def test_is_log_two_before_training_where_nothing_personalises(model, tokenizer, encoder, tmp_path):
    chosen = recipe("pooled")
    trainer, encoded = make_trainer(model, tokenizer, encoder, chosen, tmp_path)
    for name, parameter in trainer.model.named_parameters():
        if "lora_B" in name:
            torch.nn.init.zeros_(parameter)
    with torch.no_grad():
        loss = trainer.compute_loss(trainer.model.eval(), trainer.data_collator(encoded)).item()
    assert loss == pytest.approx(math.log(2), abs=1e-6)


@pytest.mark.parametrize("method", ["individual", "clustered"])
def test_gradients_reach_the_rows_of_users_in_the_batch_and_no_base_weight(model, tokenizer, encoder, tmp_path, method):
    chosen = recipe(method)
    trainer, encoded = make_trainer(model, tokenizer, encoder, chosen, tmp_path)
    only_ann = [row for row in encoded if row["user"] == 0]
    trainer.compute_loss(trainer.model, trainer.data_collator(only_ann)).backward()
    table = trainer.model.user_model
    rows = table.offsets if method == "individual" else table.weights
    assert (rows.weight.grad.abs().sum(dim=1) > 0).tolist() == [True, False]
    with_gradient = {name for name, parameter in trainer.model.named_parameters() if parameter.grad is not None}
    assert all("lora_" in name or "user_model" in name for name in with_gradient)
    assert any("lora_A" in name for name in with_gradient)


def test_padding_and_other_pairs_of_a_batch_change_no_margin(model, tokenizer, encoder, tmp_path):
    chosen = recipe("individual")
    trainer, encoded = make_trainer(model, tokenizer, encoder, chosen, tmp_path)
    trainer.model.eval()

    def margins(rows):
        batch = trainer.data_collator(rows)
        reference = trainer._reference_log_probabilities(trainer.model, batch)
        user, generic = trainer._policy_log_probabilities(trainer.model, batch)
        return reference, user, generic

    with torch.no_grad():
        together = margins(encoded)
        alone = [margins([row]) for row in encoded]
    torch.testing.assert_close(together[0], torch.cat([each[0] for each in alone], dim=1), atol=1e-4, rtol=1e-5)
    users = torch.cat([each[1] for each in alone if each[1] is not None], dim=1)
    torch.testing.assert_close(together[1], users, atol=1e-4, rtol=1e-5)
    torch.testing.assert_close(together[2], torch.cat([each[2] for each in alone], dim=1), atol=1e-4, rtol=1e-5)


@pytest.mark.parametrize("method", ["individual", "clustered"])
def test_a_step_is_the_same_in_one_forward_and_in_several(base, tokenizer, encoder, tmp_path, method):
    """By plain descent a step is the gradient, without Adam's division by its size. One of the people is unknown."""
    steps = []
    for per_forward in (1, 6):
        chosen = recipe(method, epochs=1, pairs_per_step=6, pairs_per_forward=per_forward)
        fresh = load_base(base, dtype="float32", device=CPU)
        trainer, encoded = make_trainer(fresh, tokenizer, encoder, chosen, tmp_path / str(per_forward), plain_descent)
        assert len(encoded) == 6
        before = {name: weight.detach().clone() for name, weight in trained_weights(trainer)}
        trainer.train()
        steps.append({name: weight.detach() - before[name] for name, weight in trained_weights(trainer)})
    for name, step in steps[0].items():
        torch.testing.assert_close(steps[1][name], step, atol=1e-4, rtol=1e-3)
    assert all(step.abs().max() > 1e-3 for name, step in steps[0].items() if "user_model" in name and "generic" in name)


def plain_descent(arguments):
    arguments.optim = "sgd"
    arguments.learning_rate = 1.0
    arguments.lr_scheduler_type = "constant"
    arguments.warmup_steps = 0
    arguments.max_grad_norm = 0.0


def trained_weights(trainer):
    return [(name, weight) for name, weight in trainer.model.named_parameters() if weight.requires_grad]
