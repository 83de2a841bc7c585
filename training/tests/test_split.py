"""The held-out split is the platform's, to the last participant."""

import json
from pathlib import Path

import pytest

from crossover_training.data.split import Split

VECTORS = json.loads((Path(__file__).parent / "vectors" / "split.json").read_text(encoding="utf-8"))
"""Made by `splitOf` of src/export/training/split.ts, with a quarter of participants and 0.4 of conversations."""


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['seed'][:4]}-{vector['participant']}")
def test_equals_the_platforms(vector):
    split = Split(vector["seed"], test_participants=0.25, test_conversations=0.4)
    assert split.places(vector["participant"], vector["conversations"]) == vector["places"]


def test_vectors_have_each_kind_of_place():
    places = {place for vector in VECTORS for place in vector["places"].values()}
    assert places == {None, "participant", "conversation"}


def test_keeps_one_conversation_of_everybody_to_train_on():
    split = Split("1", test_participants=0, test_conversations=1)
    assert sorted(split.places("p", ["a", "b", "c"]).values(), key=str) == [None, "conversation", "conversation"]
