"""Synthetic people with true preferences between styles of replies."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossover_training.data.pairs import HeldOut, Pair

TOPICS = (
    "tea", "coffee", "bread", "rivers", "trains", "gardens", "winter", "music", "maps", "clocks",
    "bees", "stones", "letters", "boats", "apples", "lamps", "birds", "wool", "salt", "bridges",
)  # fmt: skip
QUESTIONS = (
    "Tell me about {topic}.",
    "What should I know about {topic}?",
    "Why do people like {topic}?",
    "Can you explain {topic} to me?",
)
SHORT = ("{Topic} are simple.", "{Topic} matter to many.", "{Topic} are old and useful.")
LONG = (
    "{Topic} have a long history, and many people have written about them, because they matter in daily life.",
    "{Topic} are more than they seem, since each of them has a place, a purpose and a story behind it.",
)
OPENINGS = {("formal", True): "Indeed, one may observe this: ", ("formal", False): "Hey, so, you know, "}
PRAISE = "What a brilliant question, you are so clever! "


@dataclass(frozen=True)
class Style:
    long: bool
    formal: bool
    flattering: bool

    def text(self, topic: str, rng: random.Random) -> str:
        body = rng.choice(LONG if self.long else SHORT).format(Topic=topic.capitalize())
        return (PRAISE if self.flattering else "") + OPENINGS["formal", self.formal] + body


@dataclass(frozen=True)
class Taste:
    """Weights of what a person likes: positive for, negative against."""

    long: float = 0
    formal: float = 0
    flattering: float = 0

    def liking(self, style: Style) -> float:
        return (
            (self.long if style.long else -self.long)
            + (self.formal if style.formal else -self.formal)
            + (self.flattering if style.flattering else -self.flattering)
        )


STYLES = tuple(Style(*(bool(bits >> at & 1) for at in range(3))) for bits in range(8))


def pairs_of(
    people: Mapping[str, Taste],
    *,
    seed: int,
    train: int,
    held_out: int,
    unseen: Sequence[str] = (),
) -> list[Pair]:
    """Each person prefers the reply that they like better; pairs without a preference are not drawn."""
    rng = random.Random(seed)
    return [
        _pair(person, taste, f"{person}/{index}", _place(person in unseen, index < train), rng)
        for person, taste in people.items()
        for index in range(train + held_out)
        if not (person in unseen and index < train)
    ]


def _place(is_unseen: bool, is_train: bool) -> HeldOut | None:
    if is_unseen:
        return "participant"
    return None if is_train else "conversation"


def _pair(person: str, taste: Taste, conversation: str, held_out: HeldOut | None, rng: random.Random) -> Pair:
    topic = rng.choice(TOPICS)
    while True:
        one, two = rng.sample(STYLES, 2)
        if taste.liking(one) != taste.liking(two):
            break
    better, worse = (one, two) if taste.liking(one) > taste.liking(two) else (two, one)
    question = rng.choice(QUESTIONS).format(topic=topic)
    return Pair(
        participant=person,
        conversation=conversation,
        prompt=({"role": "user", "content": question},),
        chosen=better.text(topic, rng),
        rejected=worse.text(topic, rng),
        held_out=held_out,
    )


def corpus() -> list[str]:
    rng = random.Random(0)
    questions = [question.format(topic=topic) for topic in TOPICS for question in QUESTIONS]
    return questions + [style.text(topic, rng) for topic in TOPICS for style in STYLES for _ in range(3)]
