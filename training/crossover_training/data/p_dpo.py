"""P-DPO's three files, as its notebook and the platform write them."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crossover_training.data.lines import Record, as_record, json_document
from crossover_training.data.pairs import HeldOut, Pair, Preferences, Thread, usable, with_totals
from crossover_training.data.textual import textual_information
from crossover_training.files import canonical_json, sha256_file, sha256_text

FILES = ("prism_data_user.json", "prism_data_dialog.json", "prism_split_ids.json")


def read_p_dpo(folder: Path) -> Preferences:
    users, dialogs, split = (json_document(folder / name) for name in FILES)
    counts: Counter[str] = Counter()
    pairs = [pair for dialog, held_out in _placed(dialogs, split) for pair in _pairs(dialog, held_out, counts)]
    about = {id_: _about(as_record(row, f"{users.place}, {id_}")) for id_, row in users.fields.items()}
    return Preferences(
        pairs=tuple(pairs),
        source="p-dpo",
        hash=sha256_text(canonical_json([sha256_file(folder / name) for name in FILES])),
        counts=with_totals(pairs, counts),
        about={id_: text for id_, text in about.items() if text},
    )


def _placed(dialogs: Record, split: Record) -> Iterator[tuple[Record, HeldOut | None]]:
    unseen = as_record(split.fields.get("unseen_user_ids"), f"{split.place}, unseen_user_ids").fields
    for name in ("train_dialog_ids", "test_dialog_ids"):
        for id_ in split.texts(name):
            if id_ not in dialogs.fields:
                raise split.error(f"`{name}` names {id_}, and {dialogs.place} has no such conversation")
            dialog = as_record(dialogs.fields[id_], f"{dialogs.place}, {id_}")
            tested: HeldOut = "participant" if dialog.text("user_id") in unseen else "conversation"
            yield dialog, None if name == "train_dialog_ids" else tested


def _pairs(dialog: Record, held_out: HeldOut | None, counts: Counter[str]) -> Iterator[Pair]:
    thread = Thread()
    for turn in dialog.items("turns"):
        asked, chosen = turn.texts("user_utterance"), turn.texts("chosen_utterance")
        if not asked or not chosen:
            counts["skipped_not_chosen"] += 1
            return
        prompt = thread.ask(asked[0])
        for rejected in turn.texts("rejected_utterance"):
            if usable(chosen[0], rejected, counts):
                yield Pair(
                    participant=dialog.text("user_id"),
                    conversation=dialog.text("dialog_id"),
                    prompt=prompt,
                    chosen=chosen[0],
                    rejected=rejected,
                    held_out=held_out,
                )
        thread.reply(chosen[0])


def _about(user: Record) -> str:
    said = as_record(user.fields.get("demographics"), f"{user.place}, demographics").fields
    preference = [name for name in said.get("preference") or [] if isinstance(name, str)]
    return textual_information(preference, {name: value for name, value in said.items() if isinstance(value, str)})
