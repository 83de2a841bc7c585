"""How the next token is drawn."""

import pytest
import torch
from transformers import LogitsProcessorList, RepetitionPenaltyLogitsProcessor, TopKLogitsWarper, TopPLogitsWarper

from crossover_training.serve.sampling import Sampler, Sampling, _narrowed, _penalised

LOGITS = torch.randn(50, generator=torch.Generator().manual_seed(3)) * 3


def test_temperature_zero_takes_the_likeliest():
    assert Sampler(Sampling(temperature=0)).next_token(LOGITS, []) == int(LOGITS.argmax())


def test_a_seed_draws_the_same_tokens_again():
    draws = [[sampler.next_token(LOGITS, []) for _ in range(20)] for sampler in map(Sampler, [Sampling(seed=5)] * 2)]
    assert draws[0] == draws[1]
    other = Sampler(Sampling(seed=6))
    assert [other.next_token(LOGITS, []) for _ in range(20)] != draws[0]


def test_draws_follow_the_distribution():
    # 4,000 draws of three tokens: five standard errors of each share. The seed is fixed.
    logits = torch.log(torch.tensor([0.2, 0.3, 0.5]))
    sampler = Sampler(Sampling(seed=1))
    counts = torch.bincount(torch.tensor([sampler.next_token(logits, []) for _ in range(4000)]), minlength=3) / 4000
    for share, expected in zip(counts, (0.2, 0.3, 0.5), strict=True):
        assert abs(share - expected) < 5 * (expected * (1 - expected) / 4000) ** 0.5


@pytest.mark.parametrize("top_p", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("top_k", [0, 1, 7, 100])
def test_narrows_as_transformers_does(top_p, top_k):
    found = _narrowed(LOGITS, Sampling(top_p=top_p, top_k=top_k))
    warpers = LogitsProcessorList([*([TopKLogitsWarper(top_k)] if top_k else []), TopPLogitsWarper(top_p)])
    assert torch.equal(found, warpers(None, LOGITS[None].clone())[0])


def test_penalises_repetition_as_transformers_does():
    seen = [3, 7, 7, 20]
    expected = RepetitionPenaltyLogitsProcessor(1.3)(torch.tensor([seen]), LOGITS[None].clone())[0]
    torch.testing.assert_close(_penalised(LOGITS, seen, 1.3), expected)
