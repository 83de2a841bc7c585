"""Reading the platform's exports, PRISM and P-DPO."""

import json
from pathlib import Path

import pytest

from crossover_training.data.prism import PrismOptions
from crossover_training.data.read import read_preferences
from crossover_training.data.split import Split
from crossover_training.data.textual import top_preferences
from crossover_training.errors import TrainingError
from crossover_training.files import sha256_file, sha256_text

NOBODY = Split("1", 0, 0)


def trl_row(**changes):
    row = {
        "prompt": [{"role": "user", "content": "Tea?"}],
        "chosen": [{"role": "assistant", "content": "Black."}],
        "rejected": [{"role": "assistant", "content": "Green."}],
        "margin": 40,
        "participant": "pt_1",
        "conversation_id": "cv_1",
        "turn": 1,
        "split": "train",
        "held_out": None,
    }
    return {**row, **changes}


def write_lines(path: Path, *rows) -> Path:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def manifest_of(path: Path, participants=()) -> Path:
    described = {
        "hash": sha256_file(path),
        "erasures": {"honoured": len(participants), "participants": [sha256_text(each) for each in participants]},
    }
    target = path.with_name("preferences.manifest.json")
    target.write_text(json.dumps(described), encoding="utf-8")
    return target


class TestPlatform:
    def test_gives_each_pair_with_its_person_and_its_place(self, tmp_path):
        path = write_lines(
            tmp_path / "preferences.jsonl", trl_row(), trl_row(held_out="participant", participant="pt_2")
        )
        data = read_preferences([path], manifest=manifest_of(path))
        assert [(pair.participant, pair.held_out, pair.chosen, pair.rejected) for pair in data.pairs] == [
            ("pt_1", None, "Black.", "Green."),
            ("pt_2", "participant", "Black.", "Green."),
        ]
        assert data.hash == sha256_file(path)
        assert data.counts == {
            "pairs_train": 1,
            "pairs_held_out_participant": 1,
            "participants": 2,
            "participants_train": 1,
        }

    def test_takes_a_folder_with_the_manifest_beside_the_file(self, tmp_path):
        manifest_of(write_lines(tmp_path / "preferences.jsonl", trl_row()), participants=["pt_9"])
        assert read_preferences([tmp_path]).erased == {sha256_text("pt_9")}

    def test_leaves_out_and_counts_pairs_that_say_nothing(self, tmp_path):
        empty = trl_row(chosen=[{"role": "assistant", "content": " "}])
        same = trl_row(chosen=trl_row()["rejected"])
        data = read_preferences([write_lines(tmp_path / "p.jsonl", trl_row(), empty, same)])
        assert (data.counts["skipped_empty"], data.counts["skipped_identical"], len(data.pairs)) == (1, 1, 1)

    @pytest.mark.parametrize(
        ("row", "message"),
        [
            ("{broken\n", "line 1: this is not JSON"),
            ("[]\n", "line 1: this is not a JSON object"),
            ({"preferred_output": []}, "format=trl"),
            ({"prompt": []}, "`participant` is missing"),
            (trl_row(held_out="somebody"), "`held_out` is neither"),
            (trl_row(chosen=[]), "`chosen` has 0 messages"),
            (trl_row(chosen="Black."), "`chosen` is not a list of objects"),
            (trl_row(prompt=[{"role": "tool", "content": "x"}]), "`role` is neither"),
            (trl_row(participant=5), "`participant` is not a text"),
        ],
    )
    def test_names_the_line_and_the_field_at_fault(self, tmp_path, row, message):
        with pytest.raises(TrainingError, match=message):
            read_preferences([write_lines(tmp_path / "p.jsonl", row)])

    def test_refuses_an_empty_export(self, tmp_path):
        with pytest.raises(TrainingError, match="There is no pair"):
            read_preferences([write_lines(tmp_path / "p.jsonl")])

    def test_refuses_a_participant_who_was_erased(self, tmp_path):
        path = write_lines(tmp_path / "p.jsonl", trl_row())
        with pytest.raises(TrainingError, match="asked for erasure: sha256:"):
            read_preferences([path], manifest=manifest_of(path, participants=["pt_1"]))

    def test_refuses_the_manifest_of_another_file(self, tmp_path):
        path = write_lines(tmp_path / "p.jsonl", trl_row())
        manifest = manifest_of(path)
        write_lines(path, trl_row(), trl_row())
        with pytest.raises(TrainingError, match="describes another file"):
            read_preferences([path], manifest=manifest)

    def test_refuses_a_path_that_is_not_there(self, tmp_path):
        with pytest.raises(TrainingError, match="does not exist"):
            read_preferences([tmp_path / "none.jsonl"])

    def test_refuses_a_folder_without_data(self, tmp_path):
        with pytest.raises(TrainingError, match=r"Expected one of: preferences\.jsonl"):
            read_preferences([tmp_path])


def reply(turn, text, score, chosen, within):
    return {
        "turn": turn,
        "role": "model",
        "content": text,
        "model_name": "m",
        "score": score,
        "if_chosen": chosen,
        "within_turn_id": within,
    }


def conversation(**changes):
    history = [
        {"turn": 0, "role": "user", "content": "Is tea better?"},
        reply(0, "It has less caffeine.", 81, True, 0),
        reply(0, "EMPTY STRING", 1, False, 1),
        reply(0, "No.", 40, False, 2),
        {"turn": 1, "role": "user", "content": "Cheaper?"},
        reply(1, "Usually.", 70, False, 0),
        reply(1, "Per cup.", 77, True, 1),
    ]
    return {"conversation_id": "c0", "user_id": "user0", "conversation_history": history, **changes}


SURVEY = {
    "user_id": "user0",
    "self_description": "I value honesty.",
    "age": "35-44 years old",
    "gender": "Female",
    "education": "Vocational",
    "employment_status": "Working part-time",
    "marital_status": "Married",
    "english_proficiency": "Fluent",
    "stated_prefs": {"values": 40, "fluency": 88, "factuality": 95, "helpfulness": 92, "other": 99, "other_text": None},
    "order_stated_prefs": {"values": 1, "fluency": 2, "factuality": 3},
}


class TestPrism:
    def read(self, folder, *rows, survey=(SURVEY,), **options):
        write_lines(folder / "conversations.jsonl", *rows)
        write_lines(folder / "survey.jsonl", *survey)
        return read_preferences([folder], prism=PrismOptions(NOBODY, **options))

    def test_pairs_the_chosen_reply_with_each_other_one_on_the_path_that_was_taken(self, tmp_path):
        data = self.read(tmp_path, conversation())
        assert [(pair.chosen, pair.rejected, len(pair.prompt)) for pair in data.pairs] == [
            ("It has less caffeine.", "No.", 1),
            ("Per cup.", "Usually.", 3),
        ]
        assert data.pairs[1].prompt[1] == {"role": "assistant", "content": "It has less caffeine."}
        assert data.counts["skipped_empty"] == 1

    def test_writes_the_textual_information_from_stated_preferences(self, tmp_path):
        assert self.read(tmp_path, conversation()).about == {
            "user0": "User textual information: preference: factuality, helpfulness, fluency; "
            "self_description: I value honesty.; age: 35-44 years old; gender: Female; education: Vocational; "
            "employment: Working part-time; marital: Married; english_proficiency: Fluent;"
        }

    def test_does_not_read_the_order_of_sliders_as_a_preference(self):
        assert top_preferences(SURVEY["stated_prefs"]) == ["factuality", "helpfulness", "fluency"]
        assert top_preferences({**SURVEY["stated_prefs"], "other_text": "Wit"})[0] == "other"

    def test_counts_ties_and_contradictions(self, tmp_path):
        history = [
            {"turn": 0, "role": "user", "content": "Hi"},
            reply(0, "A", 50, True, 0),
            reply(0, "B", 50, False, 1),
            reply(0, "C", 60, False, 2),
            reply(0, "D", 44, False, 3),
        ]
        data = self.read(tmp_path, conversation(conversation_history=history), tie_threshold=5)
        assert [pair.rejected for pair in data.pairs] == ["D"]
        assert (data.counts["ties"], data.counts["skipped_contradicted"]) == (1, 1)

    def test_takes_two_chosen_replies_of_one_text_as_one(self, tmp_path):
        history = [
            {"turn": 0, "role": "user", "content": "Hi"},
            reply(0, "A", 50, True, 0),
            reply(0, "A", 50, True, 1),
            reply(0, "B", 20, False, 2),
        ]
        data = self.read(tmp_path, conversation(conversation_history=history))
        assert [(pair.chosen, pair.rejected) for pair in data.pairs] == [("A", "B")]

    def test_ends_a_conversation_at_a_turn_without_a_choice(self, tmp_path):
        history = conversation()["conversation_history"]
        lost = [{**item, "if_chosen": False} if item["turn"] == 0 and "if_chosen" in item else item for item in history]
        with pytest.raises(TrainingError, match="skipped_not_chosen 1"):
            self.read(tmp_path, conversation(conversation_history=lost))

    def test_reads_a_bare_nan_and_the_platforms_own_names_of_files(self, tmp_path):
        row = json.dumps(conversation()).replace("81", "NaN", 1)
        write_lines(tmp_path / "prism_conversations.jsonl", row + "\n")
        assert len(read_preferences([tmp_path], prism=PrismOptions(NOBODY)).pairs) == 2

    def test_another_option_is_another_hash(self, tmp_path):
        one = self.read(tmp_path, conversation())
        other = self.read(tmp_path, conversation(), tie_threshold=1)
        assert one.hash != other.hash


def dialog(**changes):
    turns = [
        {
            "turn_nb": 0,
            "user_utterance": ["Tea?"],
            "chosen_utterance": ["Black."],
            "rejected_utterance": ["Green.", "No."],
        },
        {"turn_nb": 1, "user_utterance": ["Milk?"], "chosen_utterance": ["A little."], "rejected_utterance": []},
        {"turn_nb": 2, "user_utterance": ["Sugar?"], "chosen_utterance": ["Two."], "rejected_utterance": ["One."]},
    ]
    return {"dialog_id": "cv_1", "user_id": "pt_1", "total_turn_nb": 3, "open_feedback": "", "turns": turns, **changes}


def write_p_dpo(folder: Path, *, dialogs=None, split=None) -> Path:
    folder.mkdir(exist_ok=True)
    demographics = {
        "preference": ["factuality", "safety"],
        "self_description": "I like tea.",
        "age": "",
        "gender": "Male",
    }
    dialogs = dialogs or {"cv_1": dialog(), "cv_2": dialog(dialog_id="cv_2", user_id="pt_2")}
    users = {
        id_: {"user_id": id_, "dialog_ids": [], "system_string": "", "demographics": demographics}
        for id_ in ("pt_1", "pt_2")
    }
    split = split or {
        "train_dialog_ids": ["cv_1"],
        "test_dialog_ids": ["cv_2"],
        "seen_user_ids": {"pt_1": 1},
        "unseen_user_ids": {"pt_2": 0},
    }
    for name, value in (("user", users), ("dialog", dialogs)):
        (folder / f"prism_data_{name}.json").write_text(json.dumps(value), encoding="utf-8")
    (folder / "prism_split_ids.json").write_text(json.dumps(split), encoding="utf-8")
    return folder


class TestPDpo:
    def test_gives_each_rejected_reply_a_pair_and_keeps_turns_without_one_in_the_history(self, tmp_path):
        data = read_preferences([write_p_dpo(tmp_path)])
        first = [pair for pair in data.pairs if pair.participant == "pt_1"]
        assert [(pair.chosen, pair.rejected, len(pair.prompt)) for pair in first] == [
            ("Black.", "Green.", 1),
            ("Black.", "No.", 1),
            ("Two.", "One.", 5),
        ]
        assert {pair.held_out for pair in first} == {None}
        assert {pair.held_out for pair in data.pairs if pair.participant == "pt_2"} == {"participant"}

    def test_has_the_textual_information_of_the_public_loader(self, tmp_path):
        about = read_preferences([write_p_dpo(tmp_path)]).about["pt_1"]
        assert about == (
            "User textual information: preference: factuality, safety; self_description: I like tea.; gender: Male;"
        )

    def test_refuses_a_split_that_names_a_conversation_that_is_not_there(self, tmp_path):
        split = {"train_dialog_ids": ["cv_9"], "test_dialog_ids": [], "seen_user_ids": {}, "unseen_user_ids": {}}
        with pytest.raises(TrainingError, match="names cv_9"):
            read_preferences([write_p_dpo(tmp_path, split=split)])
