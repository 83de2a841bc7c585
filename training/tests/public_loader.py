"""The loader of the public P-DPO repository (github HumainLab/Personalized_RLHF), run on the platform's files.

It is not part of this repository: the environment variable P_DPO_REPOSITORY names a checkout.

    P_DPO_REPOSITORY=… python -m tests.public_loader FOLDER     # the folder with its three files
"""

import importlib.util
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

from crossover_training.data.read import read_preferences

VARIABLE = "P_DPO_REPOSITORY"
REASON = f"{VARIABLE} names no checkout of github HumainLab/Personalized_RLHF"
UTILITIES = Path("prlhf/utils.py")
NO_LIMIT = 10**9
"""Of characters: their loader leaves out longer texts than `max_text_length`, and ours counts tokens."""


def checkout() -> Path | None:
    folder = Path(os.environ.get(VARIABLE, ""))
    return folder if (folder / UTILITIES).is_file() else None


def public_utilities(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("public_p_dpo_utilities", folder / UTILITIES)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compare(folder: Path, repository: Path) -> dict[str, object]:
    """Rows of their loader beside the pairs of ours. They write each pair to train on twice, once for the user 0."""
    loaded = public_utilities(repository).load_prism_comparisons(
        prism_data_path=str(folder), max_text_length=NO_LIMIT, add_textual_info=True
    )
    train, test, users = loaded
    data = read_preferences([folder])
    return {
        "public": {"train": _rows(train), "test": _rows(test), "users": users, "by_user": _by_user(train)},
        "ours": {
            "train": sorted([(pair.chosen, pair.rejected) for pair in data.train] * 2),
            "test": sorted((pair.chosen, pair.rejected) for pair in data.held_out),
            "users": len({pair.participant for pair in data.pairs}),
            "by_user": _numbered(folder, Counter(pair.participant for pair in data.train)),
        },
    }


def _rows(dataset) -> list[tuple[str, str]]:
    return sorted(zip(dataset["chosen"], dataset["rejected"], strict=True))


def _by_user(dataset) -> dict[int, int]:
    """Rows by the number that their prompt begins with."""
    numbers = (re.match(r"USER: (\d+) ", prompt) for prompt in dataset["prompt"])
    return dict(sorted(Counter(int(found.group(1)) for found in numbers if found).items()))


def _numbered(folder: Path, pairs: Counter[str]) -> dict[int, int]:
    seen = json.loads((folder / "prism_split_ids.json").read_text(encoding="utf-8"))["seen_user_ids"]
    by_user = {seen[participant]: count for participant, count in pairs.items()}
    return dict(sorted({0: sum(by_user.values()), **by_user}.items()))


def main() -> int:
    repository = checkout()
    if repository is None:
        print(json.dumps({"skipped": REASON}))
        return 0
    found = compare(Path(sys.argv[1]), repository)
    counts = {
        who: {name: rows if isinstance(rows, int) else len(rows) for name, rows in each.items() if name != "by_user"}
        for who, each in found.items()
    }
    print(json.dumps({**counts, "equal": found["public"] == found["ours"]}))
    return 0 if found["public"] == found["ours"] else 1


if __name__ == "__main__":
    sys.exit(main())
