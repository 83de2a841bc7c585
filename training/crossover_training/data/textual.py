"""P-DPO's textual user information: what people said of themselves, as one line before the prompt."""

from collections.abc import Mapping
from typing import Any

DEMOGRAPHICS = (
    "self_description",
    "age",
    "gender",
    "education",
    "employment",
    "marital",
    "english_proficiency",
)


def textual_information(preference: list[str], demographics: Mapping[str, str | None]) -> str:
    """As the public loader writes it. An answer that is missing leaves its name out."""
    said = {"preference": ", ".join(preference), **{name: demographics.get(name) for name in DEMOGRAPHICS}}
    parts = [f"{name}: {value}; " for name, value in said.items() if value]
    return f"User textual information: {''.join(parts)}".rstrip() if parts else ""


def top_preferences(stated: Mapping[str, Any] | None) -> list[str]:
    """The three aspects with the highest `stated_prefs`; of equals the first by name.

    The public notebook reads `order_stated_prefs`, which is the random order in which the sliders were shown.
    """
    if not stated:
        return []
    # PRISM sets the slider `other` for everybody, whether or not they named another aspect.
    ignored = {"other_text"} if stated.get("other_text") else {"other_text", "other"}
    rated = [(name, value) for name, value in stated.items() if name not in ignored and isinstance(value, int | float)]
    return [name for name, _ in sorted(rated, key=lambda item: (-item[1], item[0]))[:3]]
