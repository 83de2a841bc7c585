"""Neither padding, nor neighbours in a batch, nor the cache change what a sequence is answered."""

import pytest
import torch

from crossover_training.policy.adapters import Adapted, with_adapters
from crossover_training.policy.base import load_base
from crossover_training.serve.generate import end_tokens, generate
from crossover_training.serve.running import Asked, RunningBatch
from crossover_training.serve.sampling import Sampling
from crossover_training.users.model import GENERIC
from tests.conftest import CPU

QUESTIONS = ["Tell me about tea.", "Why do people like old stone bridges in winter, and trains?", "Salt?", "Bees."]
GREEDY = Sampling(temperature=0)
NO_END: frozenset[int] = frozenset()


@pytest.fixture(scope="module")
def adapted(base, individual, pooled):
    model = load_base(base, dtype="float32", device=CPU)
    return Adapted(with_adapters(model, {"individual": individual.adapter, "pooled": pooled.adapter}))


@pytest.fixture(scope="module")
def asked(individual, encoder):
    """Four prompts of different lengths: two people, the generic user, the pooled model, and the base model."""
    rows = individual.users(torch.tensor([0, 1, GENERIC])).detach()
    prompts = [encoder.prompt([{"role": "user", "content": question}]) for question in QUESTIONS]
    return [
        Asked(prompts[0], "individual", rows[0], 1, GREEDY),
        Asked(prompts[1], "individual", rows[1], 1, GREEDY),
        Asked(prompts[2], "individual", rows[2], 1, GREEDY),
        Asked(prompts[3], "pooled", None, 1, GREEDY),
        Asked(prompts[0], None, None, 1, GREEDY),
    ]


def direct_logits(adapted, one, tokens):
    """The whole sequence anew: no cache, no padding, no neighbours."""
    layer = adapted.get_input_embeddings()
    embedded = layer(torch.tensor([*one.prompt, *tokens]))
    if one.prefix is not None:
        embedded = torch.cat([embedded[: one.position], one.prefix, embedded[one.position :]])
    with torch.no_grad():
        return adapted.fixed(one.adapter)(inputs_embeds=embedded[None], use_cache=False).logits[0, -1]


class Recording(RunningBatch):
    """Keeps the logits of each step, by sequence."""

    def __init__(self, adapted):
        super().__init__(adapted)
        self.logits = []

    def _forward(self, adapters, cache, **inputs):
        self.logits.append(super()._forward(adapters, cache, **inputs))
        return self.logits[-1]


def check(adapted, sequence, logits):
    expected = direct_logits(adapted, sequence.asked, sequence.tokens[:-1])
    torch.testing.assert_close(logits, expected, atol=2e-4, rtol=1e-4)


def test_logits_in_a_batch_are_those_of_the_sequence_alone(adapted, asked):
    batch = Recording(adapted)
    sequences = batch.admit(asked)
    for step in range(6):
        for at, sequence in enumerate(sequences):
            check(adapted, sequence, batch.logits[-1][at])
        if step < 5:
            batch.step()


def test_logits_stay_so_when_others_enter_and_leave(adapted, asked):
    batch = Recording(adapted)
    first = batch.admit(asked[:2])
    batch.step()
    (late,) = batch.admit(asked[3:4])
    check(adapted, late, batch.logits[-1][0])
    batch.step()
    for at, sequence in enumerate([*first, late]):
        check(adapted, sequence, batch.logits[-1][at])
    batch.keep([first[1], late])
    batch.step()
    for at, sequence in enumerate([first[1], late]):
        check(adapted, sequence, batch.logits[-1][at])
    batch.keep([late])
    # The long prompt left: its padding leaves too.
    assert batch._mask.shape[1] == len(late.asked.prompt) + len(late.tokens) - 1
    batch.step()
    check(adapted, late, batch.logits[-1][0])
    batch.keep([])
    (again,) = batch.admit(asked[4:])
    check(adapted, again, batch.logits[-1][0])


def test_replies_are_those_that_transformers_generates(adapted, asked, tokenizer):
    base = asked[4]
    (found,) = generate(adapted, [base], most_tokens=12, ends=NO_END)
    ids = torch.tensor([base.prompt])
    settings = {"attention_mask": torch.ones_like(ids), "do_sample": False, "eos_token_id": -1, "pad_token_id": 0}
    with torch.no_grad(), adapted.model.disable_adapter():
        expected = adapted.model.get_base_model().generate(ids, max_new_tokens=12, **settings)
    assert found == expected[0, len(base.prompt) :].tolist()


def test_seeds_decide_replies_whoever_else_is_in_the_batch(adapted, asked):
    sampled = [Asked(one.prompt, one.adapter, one.prefix, 1, Sampling(seed=at)) for at, one in enumerate(asked)]
    together = generate(adapted, sampled, most_tokens=8, ends=NO_END)
    alone = [generate(adapted, [one], most_tokens=8, ends=NO_END)[0] for one in sampled]
    assert together == alone


def test_people_get_different_distributions_for_one_prompt(adapted, asked):
    one, other = (Asked(asked[0].prompt, "individual", each.prefix, 1, GREEDY) for each in asked[:2])
    shares = [torch.softmax(direct_logits(adapted, each, []), dim=-1) for each in (one, other)]
    assert (shares[0] - shares[1]).abs().sum() / 2 > 0.01


def test_ends_are_those_of_the_model_and_of_the_tokenizer(adapted, tokenizer):
    assert tokenizer.eos_token_id in end_tokens(adapted.model.get_base_model(), tokenizer)


def test_a_reply_ends_at_its_end(adapted, asked):
    (whole,) = generate(adapted, [asked[0]], most_tokens=6, ends=NO_END)
    (cut,) = generate(adapted, [asked[0]], most_tokens=6, ends=frozenset([whole[2]]))
    assert cut == whole[: whole.index(whole[2])]


def test_many_people_in_a_batch_take_as_many_passes_as_the_base_model_alone(adapted, asked, individual):
    """The model is called once a token, however many people there are: no loop over users or adapters."""
    rows = individual.users(torch.arange(8)).detach()
    people = [Asked(asked[0].prompt, "individual", rows[at % 8], 1, GREEDY) for at in range(32)]
    calls = []
    for batch_of in ([asked[4]] * 32, people):
        batch = Recording(adapted)
        batch.admit(batch_of)
        for _ in range(3):
            batch.step()
        calls.append(len(batch.logits))
    assert calls == [4, 4]
