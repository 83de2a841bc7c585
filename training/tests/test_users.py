"""User models by their formulas."""

import pytest
import torch

from crossover_training.errors import TrainingError
from crossover_training.users.model import GENERIC, UserModelShape, new_user_model
from crossover_training.users.store import load_user_model, participant_key, save_user_model

INDIVIDUAL = UserModelShape("individual", users=5, tokens=3, width=4)
CLUSTERED = UserModelShape("clustered", users=5, tokens=3, width=4, clusters=2)
VOCABULARY = torch.randn(50, 4, generator=torch.Generator().manual_seed(1))


def model_of(shape, seed=0):
    model = new_user_model(shape)
    model.initialise(VOCABULARY, torch.Generator().manual_seed(seed))
    return model


def test_an_individual_is_the_generic_user_and_an_offset():
    model = model_of(INDIVIDUAL)
    prefixes = model(torch.tensor([2, GENERIC, 0]))
    assert prefixes.shape == (3, 3, 4)
    torch.testing.assert_close(prefixes[0], model.generic + model.offsets.weight[2].reshape(3, 4))
    torch.testing.assert_close(prefixes[1], model.generic)


def test_a_clustered_user_is_a_mixture_of_centres():
    model = model_of(CLUSTERED)
    weights = torch.softmax(model.weights.weight[3], dim=0)
    expected = sum(weight * centre for weight, centre in zip(weights, model.centres, strict=True)).reshape(3, 4)
    prefixes = model(torch.tensor([3, GENERIC]))
    torch.testing.assert_close(prefixes[0], expected)
    generic = torch.softmax(model.generic_weights, dim=0) @ model.centres
    torch.testing.assert_close(prefixes[1], generic.reshape(3, 4))


@pytest.mark.parametrize("shape", [INDIVIDUAL, CLUSTERED], ids=lambda shape: shape.kind)
def test_initial_values_are_words_of_the_vocabulary_and_follow_the_seed(shape):
    model = model_of(shape)
    words = model.generic if shape.kind == "individual" else model.centres[0].reshape(3, 4)
    for word in words:
        assert any(torch.equal(word, known) for known in VOCABULARY)
    same, other = model_of(shape), model_of(shape, seed=1)
    rows = torch.tensor([0, 4])
    assert torch.equal(model(rows), same(rows))
    assert not torch.equal(model(rows), other(rows))


@pytest.mark.parametrize("shape", [INDIVIDUAL, CLUSTERED], ids=lambda shape: shape.kind)
def test_only_the_rows_of_users_in_a_batch_have_gradients(shape):
    model = model_of(shape)
    model(torch.tensor([1, 3, GENERIC])).square().sum().backward()
    table = model.offsets if shape.kind == "individual" else model.weights
    touched = table.weight.grad.abs().sum(dim=1) > 0
    assert touched.tolist() == [False, True, False, True, False]


@pytest.mark.parametrize("shape", [INDIVIDUAL, CLUSTERED], ids=lambda shape: shape.kind)
def test_a_model_without_one_user_is_the_same_for_all_others(shape):
    model = model_of(shape)
    smaller = model.without_row(1)
    others = torch.tensor([0, 2, 3, 4, GENERIC])
    torch.testing.assert_close(smaller(torch.tensor([0, 1, 2, 3, GENERIC])), model(others))
    assert smaller.shape.users == 4


@pytest.mark.parametrize("shape", [INDIVIDUAL, CLUSTERED], ids=lambda shape: shape.kind)
def test_files_hold_the_model(tmp_path, shape):
    model = model_of(shape)
    users = {f"u_{row}": {"row": row, "about": ""} for row in range(5)}
    save_user_model(tmp_path, model, users)
    loaded, keys = load_user_model(tmp_path)
    rows = torch.tensor([0, 4, GENERIC])
    assert torch.equal(loaded(rows), model(rows))
    assert keys == users


def test_a_table_of_another_size_is_refused(tmp_path):
    users = {f"u_{row}": {"row": row, "about": ""} for row in range(5)}
    save_user_model(tmp_path, model_of(INDIVIDUAL), users)
    keys = (tmp_path / "keys.json").read_text()
    smaller = UserModelShape("individual", users=4, tokens=3, width=4)
    save_user_model(tmp_path, model_of(smaller), users)
    (tmp_path / "keys.json").write_text(keys)
    with pytest.raises(TrainingError, match=r"table\.safetensors does not fit keys\.json"):
        load_user_model(tmp_path)


def test_two_participants_of_one_row_are_refused(tmp_path):
    users = {f"u_{row}": {"row": 0, "about": ""} for row in range(5)}
    save_user_model(tmp_path, model_of(INDIVIDUAL), users)
    with pytest.raises(TrainingError, match="a row of their own"):
        load_user_model(tmp_path)


def test_keys_say_nothing_without_the_salt():
    assert participant_key(b"salt", "pt_1") == participant_key(b"salt", "pt_1")
    assert participant_key(b"salt", "pt_1") != participant_key(b"other", "pt_1")
    assert participant_key(b"salt", "pt_1").startswith("u_")
