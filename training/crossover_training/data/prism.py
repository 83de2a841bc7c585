"""PRISM's `survey.jsonl` and `conversations.jsonl`, as released and as the platform writes them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crossover_training.data.lines import Record, json_lines
from crossover_training.data.pairs import HeldOut, Pair, Preferences, Thread, usable, with_totals
from crossover_training.data.split import Split
from crossover_training.data.textual import textual_information, top_preferences
from crossover_training.files import canonical_json, sha256_file, sha256_text

COLUMNS = {"employment": "employment_status", "marital": "marital_status"}


@dataclass(frozen=True)
class PrismOptions:
    split: Split = field(default_factory=Split)
    tie_threshold: float = 0
    """Replies whose scores differ by fewer points make no pair. Equal scores never make one."""


def read_prism(conversations: Path, survey: Path | None, options: PrismOptions) -> Preferences:
    counts: Counter[str] = Counter()
    rows = list(json_lines(conversations))
    owned: dict[str, list[str]] = {}
    for row in rows:
        owned.setdefault(row.text("user_id"), []).append(row.text("conversation_id"))
    places = {user: options.split.places(user, ids) for user, ids in owned.items()}
    pairs = [
        pair
        for row in rows
        for pair in _pairs(row, places[row.text("user_id")][row.text("conversation_id")], options, counts)
    ]
    about = {row.text("user_id"): _about(row.fields) for row in json_lines(survey)} if survey else {}
    files = [sha256_file(path) for path in (conversations, survey) if path]
    return Preferences(
        pairs=tuple(pairs),
        source="prism",
        hash=sha256_text(canonical_json([files, repr(options)])),
        counts=with_totals(pairs, counts),
        about={user: text for user, text in about.items() if text},
    )


def _about(row: dict[str, Any]) -> str:
    names = ("self_description", "age", "gender", "education", "employment", "marital", "english_proficiency")
    said = {name: row.get(COLUMNS.get(name, name)) for name in names}
    return textual_information(top_preferences(row.get("stated_prefs")), said)


def _pairs(row: Record, held_out: HeldOut | None, options: PrismOptions, counts: Counter[str]) -> Iterator[Pair]:
    thread = Thread()
    for asked, replies in _turns(row):
        prompt = thread.ask(asked)
        chosen = [reply for reply in replies if reply.fields.get("if_chosen") is True]
        if not chosen:
            counts["skipped_not_chosen"] += 1
            return
        # PRISM marks replies of equal text as chosen together: the first one counts.
        best = chosen[0]
        for other in replies:
            if other not in chosen and _is_preferred(best, other, options.tie_threshold, counts):
                text, rejected = best.text("content"), other.text("content")
                if usable(text, rejected, counts):
                    yield Pair(
                        participant=row.text("user_id"),
                        conversation=row.text("conversation_id"),
                        prompt=prompt,
                        chosen=text,
                        rejected=rejected,
                        held_out=held_out,
                    )
        thread.reply(best.text("content"))


def _turns(row: Record) -> Iterator[tuple[str, list[Record]]]:
    turns: dict[int, tuple[list[str], list[Record]]] = {}
    for item in row.items("conversation_history"):
        asked, replies = turns.setdefault(int(item.fields.get("turn", 0)), ([], []))
        if item.text("role") == "user":
            asked.append(item.text("content"))
        else:
            replies.append(item)
    for _, (asked, replies) in sorted(turns.items()):
        if not asked:
            raise row.error("a turn has no message of the user")
        yield asked[0], replies


def _is_preferred(best: Record, other: Record, threshold: float, counts: Counter[str]) -> bool:
    one, two = best.fields.get("score"), other.fields.get("score")
    if one is None or two is None:
        return True
    if one < two:
        counts["skipped_contradicted"] += 1
        return False
    if one == two or one - two < threshold:
        counts["ties"] += 1
        return False
    return True
