"""Messages as tokens, and tokens as text."""

import pytest

from crossover_training.errors import TrainingError
from crossover_training.text.chat import ChatEncoder, encode_pair
from crossover_training.text.stream import TextStream

ASKED = [{"role": "user", "content": "Tell me about tea."}]
LONGER = [*ASKED, {"role": "assistant", "content": "Tea is old."}, {"role": "user", "content": "And milk?"}]
LIMITS = {"about": "", "most_prompt_tokens": 470, "most_tokens": 770}


def test_a_prompt_and_a_reply_are_the_conversation_as_the_template_has_it(encoder):
    ids = encoder.prompt(ASKED) + encoder.reply(ASKED, "Tea is old.")
    assert encoder.tokenizer.decode(ids) == (
        "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nTell me about tea.<|eot_id|>"
        "<|start_header_id|>assistant<|end_header_id|>\n\nTea is old.<|eot_id|>"
    )


def test_textual_information_stands_after_the_beginning_where_soft_tokens_stand_too(encoder):
    ids = encoder.prompt(ASKED, "User textual information: age: 30;")
    assert encoder.prefix_position(ids) == 1
    assert encoder.tokenizer.decode(ids).startswith(
        "<|begin_of_text|>User textual information: age: 30;\n<|start_header_id|>user"
    )


def test_long_prompts_lose_their_oldest_exchange_whole(encoder):
    most = len(encoder.prompt(LONGER)) - 1
    assert encoder.shortened(LONGER, "", most) == LONGER[2:]
    system = [{"role": "system", "content": "Be kind."}]
    kept = encoder.shortened([*system, *LONGER], "", len(encoder.prompt([*system, *LONGER])) - 1)
    assert kept == [*system, *LONGER[2:]]


def test_a_prompt_whose_last_message_is_too_long_makes_no_pair(encoder):
    assert encode_pair(encoder, LONGER, ("Yes.", "No."), **{**LIMITS, "most_prompt_tokens": 3}) is None


def test_long_replies_are_cut_at_their_end(encoder):
    whole = encode_pair(encoder, ASKED, ("Tea is old and useful.", "No."), **LIMITS)
    most = len(whole.prompt) + 3
    cut = encode_pair(encoder, ASKED, ("Tea is old and useful.", "No."), **{**LIMITS, "most_tokens": most})
    assert cut.chosen == whole.chosen[:3]


def test_a_tokenizer_without_a_chat_template_is_refused(tokenizer):
    class Bare:
        chat_template = None

    with pytest.raises(TrainingError, match="no chat template"):
        ChatEncoder(Bare())


def test_a_template_that_rewrites_prompts_is_refused(tokenizer):
    class Rewriting:
        chat_template = "x"
        bos_token_id = None

        def apply_chat_template(self, messages, **_):
            return {"input_ids": [len(messages), 7]}

    with pytest.raises(TrainingError, match="renders a prompt in another way"):
        ChatEncoder(Rewriting()).reply(ASKED, "Yes.")


def streamed(tokenizer, text, stops=()):
    stream = TextStream(tokenizer, stops)
    pieces = []
    for token in tokenizer.encode(text, add_special_tokens=False):
        pieces.append(stream.add(token))
        if stream.stopped:
            break
    return [*pieces, stream.end()], stream.stopped


@pytest.mark.parametrize("text", ["Tea is old.", "Ünïcødé 👩‍👩‍👧 日本", "  two  spaces\n\nand lines", "🙂" * 5])
def test_streamed_text_is_the_text(tokenizer, text):
    pieces, _ = streamed(tokenizer, text)
    assert "".join(pieces) == text
    assert all("\ufffd" not in piece for piece in pieces)


@pytest.mark.parametrize(
    ("text", "stops", "expected"),
    [
        ("Tea is old. STOP never", ["STOP"], "Tea is old. "),
        ("Tea is old. STOP never", ["never", "STOP"], "Tea is old. "),
        ("Tea is STO", ["STOP"], "Tea is STO"),
        ("STOP", ["STOP"], ""),
    ],
)
def test_stop_texts_end_the_text_before_them(tokenizer, text, stops, expected):
    pieces, stopped = streamed(tokenizer, text, stops)
    assert "".join(pieces) == expected
    assert stopped == ("STOP" in text)
