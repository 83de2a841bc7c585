"""The report as one page of HTML: no script, no file beside it."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

COLOURS = {"base": "#777777", "generic": "#b26b00", "pooled": "#1f6fb2", "individual": "#1b7f4d"}
WIDTH, HEIGHT, LEFT, BOTTOM = 640, 260, 48, 36

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .3rem .8rem; border-bottom: 1px solid #ccc; text-align: right; }
th:first-child, td:first-child { text-align: left; }
caption, figcaption { text-align: left; color: #444; }
figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; }
"""


def page(report: Mapping[str, Any]) -> str:
    preferences = report["preferences"]
    sections = [
        "<h1>Evaluation on held-out preferences</h1>",
        _bundles(report),
        "<h2>Preference accuracy</h2>",
        "<p>How often a model's implicit reward is higher for the reply that the participant preferred. "
        "In brackets: 95&nbsp;% intervals, participants drawn anew 2,000 times. The base model has one half by "
        "definition.</p>",
        *(_preferences(title, preferences[name]) for name, title in GROUPS if preferences[name]["pairs"] > 0),
        "<h2>By amount of data</h2>",
        _amounts(report["by_amount"]),
        "<h2>Lengths and divergence</h2>",
        _lengths(report),
        _between(report["between_participants"]),
        "<h2>Learning curve</h2>",
        *(_curve(name, bundle["training"]["curve"]) for name, bundle in report["bundles"].items()),
    ]
    body = "\n".join(sections)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>Evaluation on held-out preferences</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


GROUPS = (
    ("all", "All held-out pairs"),
    ("held_out_conversations", "New conversations of known participants"),
    ("held_out_participants", "Unknown participants"),
)


def _bundles(report: Mapping[str, Any]) -> str:
    rows = [
        (name, bundle["name"], bundle["method"], bundle["data"]["hash"]) for name, bundle in report["bundles"].items()
    ]
    return _table(f"{report['pairs']} held-out pairs", ("", "Bundle", "Method", "Trained on"), rows)


def _preferences(title: str, group: Mapping[str, Any]) -> str:
    rows = [
        (name, _share(model["accuracy"]), _plain(model["margin"]), _share(model["likelihood_accuracy"]))
        for name, model in group["models"].items()
    ]
    contrasts = [(name, _share(difference)) for name, difference in group["contrasts"].items()]
    heads = ("Model", "Accuracy", "Margin of reward", "Accuracy by likelihood")
    return _table(f"{title}: {group['pairs']} pairs", heads, rows) + _table(
        "Differences of accuracy, pair by pair", ("Models", "Difference"), contrasts
    )


def _amounts(groups: Sequence[Mapping[str, Any]]) -> str:
    if not groups:
        return ""
    names = list(groups[0]["models"])
    rows = [
        (_range(group), group["pairs"], *(_share(group["models"][name]["accuracy"]) for name in names))
        for group in groups
    ]
    heads = ("Pairs of the participant in training", "Held-out pairs", *names)
    points = {
        name: [(at, group["models"][name]["accuracy"]["value"]) for at, group in enumerate(groups)] for name in names
    }
    chart = _chart("Accuracy by amount of data", points, [_range(group) for group in groups], (0.0, 1.0))
    return _table("Accuracy", heads, rows) + chart


def _range(group: Mapping[str, Any]) -> str:
    if group["from"] == group["to"]:
        return str(group["from"])
    return f"{group['from']}+" if group["to"] >= 10**9 else f"{group['from']} to {group['to']}"


def _lengths(report: Mapping[str, Any]) -> str:
    lengths = report["lengths"]
    rows: list[Sequence[Any]] = [
        ("chosen replies", _plain(lengths["chosen"], 0), "", ""),
        ("rejected replies", _plain(lengths["rejected"], 0), "", ""),
    ]
    for name, written in (report["replies"] or {}).items():
        numbers = (
            _plain(written["characters"], 0),
            _plain(written["tokens"], 0),
            _plain(written["divergence"], 4),
        )
        rows.append((f"written by {name}", *numbers))
    heads = ("Replies", "Characters", "Tokens", "KL from the base (nats a token)")
    return _table("Mean lengths", heads, rows)


def _between(found: Mapping[str, Any] | None) -> str:
    if found is None:
        return ""
    return (
        "<p>Total variation between the first tokens' distributions for two participants who are asked the same: "
        f"{_plain(found['total_variation'])}. 0: the model treats all alike; 1: nothing in common.</p>"
    )


def _curve(name: str, curve: Sequence[Mapping[str, float]]) -> str:
    series = {
        "training loss": [(entry["step"], entry["loss"]) for entry in curve if "loss" in entry and "step" in entry],
        "held-out loss": [(entry["step"], entry["eval_loss"]) for entry in curve if "eval_loss" in entry],
        "held-out accuracy of users": _points(curve, "eval_accuracy/user"),
        "held-out accuracy of the generic user": _points(curve, "eval_accuracy/generic"),
    }
    found = {title: points for title, points in series.items() if points}
    if not found:
        return ""
    top = max(value for points in found.values() for _, value in points)
    return _chart(f"{name}, by training step", found, None, (0.0, max(1.0, top)))


def _points(curve: Sequence[Mapping[str, float]], field: str) -> list[tuple[float, float]]:
    return [(entry["step"], entry[field]) for entry in curve if field in entry]


def _chart(
    title: str,
    series: Mapping[str, Sequence[tuple[float, float]]],
    ticks: Sequence[str] | None,
    limits: tuple[float, float],
) -> str:
    across = [x for points in series.values() for x, _ in points]
    low_x, high_x = min(across), max(max(across), min(across) + 1e-9)

    def place(x: float, y: float) -> tuple[float, float]:
        wide = (x - low_x) / (high_x - low_x) * (WIDTH - LEFT - 20)
        high = (y - limits[0]) / (limits[1] - limits[0]) * (HEIGHT - BOTTOM - 20)
        return LEFT + wide, HEIGHT - BOTTOM - high

    parts = [_axis(place, limits, low_x, high_x, ticks)]
    fallback = ["#1f6fb2", "#b26b00", "#1b7f4d", "#777777"]
    for at, (name, points) in enumerate(series.items()):
        colour = COLOURS.get(name, fallback[at % len(fallback)])
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in points))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        dots = (place(*point) for point in points)
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in dots]
        parts.append(f'<text x="{LEFT + 10}" y="{16 + 16 * at}" font-size="13" fill="{colour}">{escape(name)}</text>')
    drawn = "".join(parts)
    return (
        f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        f'aria-label="{escape(title)}">{drawn}</svg><figcaption>{escape(title)}</figcaption></figure>'
    )


def _axis(place: Any, limits: tuple[float, float], low: float, high: float, ticks: Sequence[str] | None) -> str:
    parts = []
    for step in range(5):
        value = limits[0] + (limits[1] - limits[0]) * step / 4
        x, y = place(low, value)
        parts.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{WIDTH - 20}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 6:.1f}" y="{y + 4:.1f}" font-size="12" text-anchor="end">{value:.2f}</text>')
    labels = [(at, text) for at, text in enumerate(ticks)] if ticks else [(low, f"{low:g}"), (high, f"{high:g}")]
    for at, text in labels:
        x, _ = place(at, limits[0])
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - 12}" font-size="12" text-anchor="middle">{escape(text)}</text>')
    return "".join(parts)


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    head = "".join(f'<th scope="col">{escape(str(cell))}</th>' for cell in heads)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return escape(str(value))


def _share(estimate: Mapping[str, Any] | None) -> str:
    return _plain(estimate, 3)


def _plain(estimate: Mapping[str, Any] | None, digits: int = 3) -> str:
    if estimate is None:
        return "none"
    value = f"{estimate['value']:.{digits}f}"
    if estimate["low"] is None:
        return value
    return f"{value} [{estimate['low']:.{digits}f}, {estimate['high']:.{digits}f}]"
