"""The public P-DPO repository's own loader reads the platform's files as this package does."""

import pytest

from tests.public_loader import REASON, checkout, compare
from tests.test_data import dialog, write_p_dpo


@pytest.fixture(scope="module")
def repository():
    folder = checkout()
    if folder is None:
        pytest.skip(REASON)
    return folder


def test_it_finds_the_same_pairs_of_the_same_people(repository, tmp_path):
    dialogs = {
        "cv_1": dialog(),
        "cv_2": dialog(dialog_id="cv_2", user_id="pt_2"),
        "cv_3": dialog(dialog_id="cv_3"),
        "cv_4": dialog(dialog_id="cv_4"),
    }
    split = {
        "train_dialog_ids": ["cv_1", "cv_4"],
        "test_dialog_ids": ["cv_2", "cv_3"],
        "seen_user_ids": {"pt_1": 1},
        "unseen_user_ids": {"pt_2": 0},
    }
    found = compare(write_p_dpo(tmp_path, dialogs=dialogs, split=split), repository)
    assert found["public"] == found["ours"]
    assert found["public"]["by_user"] == {0: 6, 1: 6}
    assert len(found["public"]["test"]) == 6
