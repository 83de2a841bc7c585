"""Takes one participant through a study by the contract, with any valid answers: `python3 walk.py URL KEY STUDY PARTICIPANT`."""

import json
import sys

from crossover import Crossover


def any_answer(step):
    """A valid answer to any step, for rehearsals."""
    kind = step["kind"]
    if kind == "consent":
        return {"accept": True}
    if kind == "form":
        return {"answers": {item["id"]: any_value(item) for item in step["items"] if item["kind"] != "info"}}
    if kind == "message":
        return {"end": True} if step["canEnd"] else {"text": "What should I cook tonight?"}
    if kind == "choice":
        scores = {candidate["id"]: 90 - place for place, candidate in enumerate(step["candidates"])}
        return {"chosen": step["candidates"][0]["id"], **({"scores": scores} if step.get("scale") else {})}
    return {"retry": True}


def any_value(item):
    options = [option["value"] for option in item.get("options", [])]
    if item["kind"] == "choice":
        return options[-1]
    if item["kind"] == "choices":
        return options[:1]
    if item["kind"] == "ranking":
        return options[::-1]
    if item["kind"] == "text":
        return "I liked it."
    return min(item.get("max", 30), max(item.get("min", 30), 30))


def main(url, key, study, participant):
    session = Crossover(url, key).start(study, participant, source="python")
    view = session.view()
    while view["step"]:
        view = session.answer(view["step"]["id"], any_answer(view["step"]))
    print(json.dumps(session.summary()))


if __name__ == "__main__":
    main(*sys.argv[1:])
