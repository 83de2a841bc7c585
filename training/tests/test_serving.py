"""The HTTP server, with each engine."""

import asyncio
import importlib.util
import json
import logging
import shutil
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from crossover_training.bundle.erase import erase_participants
from crossover_training.bundle.load import open_bundle
from crossover_training.commands.main import main
from crossover_training.errors import TrainingError
from crossover_training.serve.app import Server
from crossover_training.serve.catalogue import Catalogue
from crossover_training.serve.engine import EngineFailure, Piece
from crossover_training.serve.limits import Limits
from crossover_training.serve.transformers_engine import TransformersEngine
from crossover_training.serve.vllm_engine import VllmEngine
from crossover_training.text.chat import ChatEncoder
from tests.conftest import CPU
from tests.served import events, running, wait_until, wait_until_warm
from tests.test_bundle import NOW, people_of

KEY = "a key of the tests"
HEADERS = {"Authorization": f"Bearer {KEY}"}
SECRET = "a sentence that nobody may log"


def has_vllm() -> bool:
    """Installed, and with a device: a GPU, or the CPU in its build for CPUs."""
    if importlib.util.find_spec("vllm") is None:
        return False
    from vllm.platforms import current_platform

    return not current_platform.is_unspecified()


NO_VLLM = "vLLM is not installed, or has no device: it needs a GPU, or its build for CPUs"
ENGINES = ["transformers", pytest.param("vllm", marks=pytest.mark.skipif(not has_vllm(), reason=NO_VLLM))]


def make_server(kind, base, tokenizer, bundles, limits=None):
    catalogue = Catalogue("tiny", bundles)
    limits = limits or Limits(sequences=8, waiting=8, reply_tokens=40)
    if kind == "vllm":
        engine = VllmEngine(base, catalogue.adapters(), tokenizer, limits.sequences, gpu_memory_utilization=0.3)
    else:
        engine = TransformersEngine(base, catalogue.adapters(), tokenizer, CPU, limits.sequences)
    return Server(engine, catalogue, ChatEncoder(tokenizer), limits, KEY)


@pytest.fixture(scope="module", params=ENGINES)
def api(request, base, tokenizer, individual, pooled):
    with running(make_server(request.param, base, tokenizer, [individual, pooled])) as url:
        wait_until_warm(url)
        with httpx.Client(base_url=url, headers=HEADERS, timeout=120) as client:
            yield client


@pytest.fixture(scope="module")
def keys(individual):
    return people_of(individual.folder)


def body(**changes):
    return {
        "model": "prism-individual",
        "messages": [{"role": "user", "content": "Tell me about tea."}],
        "max_tokens": 8,
        "temperature": 0,
        **changes,
    }


def ask(api, **changes):
    response = api.post("/v1/chat/completions", json=body(**changes))
    assert response.status_code == 200, response.text
    return response.json()


def text_of(answer):
    return answer["choices"][0]["message"]["content"]


class TestAnswers:
    def test_have_the_form_of_openais(self, api, keys):
        answer = ask(api, user=keys["old-0"])
        assert answer["object"] == "chat.completion"
        assert answer["model"] == "prism-individual"
        assert answer["choices"][0]["message"]["role"] == "assistant"
        assert answer["choices"][0]["finish_reason"] in ("stop", "length")
        usage = answer["usage"]
        assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]
        assert 1 <= usage["completion_tokens"] <= 8

    def test_stream_the_same_text_with_usage_at_the_end(self, api, keys):
        whole = ask(api, user=keys["old-0"])
        asked = body(user=keys["old-0"], stream=True, stream_options={"include_usage": True})
        response = api.post("/v1/chat/completions", json=asked)
        assert response.headers["content-type"].startswith("text/event-stream")
        chunks = events(response.text)
        assert chunks[0]["choices"][0]["delta"] == {"role": "assistant", "content": ""}
        deltas = [choice["delta"].get("content", "") for chunk in chunks for choice in chunk["choices"]]
        assert "".join(deltas) == text_of(whole)
        finishes = [choice["finish_reason"] for chunk in chunks for choice in chunk["choices"]]
        assert [finish for finish in finishes if finish] == [whole["choices"][0]["finish_reason"]]
        assert chunks[-1]["choices"] == []
        assert chunks[-1]["usage"] == whole["usage"]
        assert {chunk["user_embedding"] for chunk in chunks} == {"own"}

    def test_stream_no_usage_unless_asked(self, api):
        chunks = events(api.post("/v1/chat/completions", json=body(stream=True)).text)
        assert all("usage" not in chunk for chunk in chunks)

    def test_take_the_participant_from_user_or_from_the_name_of_the_model(self, api, keys):
        one = ask(api, user=keys["old-1"])
        other = ask(api, model=f"prism-individual:{keys['old-1']}")
        assert text_of(one) == text_of(other)
        assert other["model"] == f"prism-individual:{keys['old-1']}"
        assert one["user_embedding"] == other["user_embedding"] == "own"

    def test_differ_between_people_and_between_models(self, api, keys):
        asked = [{"user": keys["old-0"]}, {"user": keys["old-1"]}, {"model": "prism-pooled"}, {"model": "tiny"}]
        texts = [text_of(ask(api, max_tokens=30, **each)) for each in asked]
        assert len(set(texts)) == 4

    def test_say_whose_embedding_it_was(self, api):
        generic = ask(api)
        stranger = ask(api, user="u_nobody")
        assert generic["user_embedding"] == stranger["user_embedding"] == "generic"
        assert text_of(generic) == text_of(stranger)
        assert ask(api, model="prism-pooled", user="u_nobody")["user_embedding"] == "none"
        assert ask(api, model="tiny")["user_embedding"] == "none"

    def test_count_soft_tokens_in_the_prompt(self, api, keys):
        plain = ask(api, model="prism-pooled")["usage"]["prompt_tokens"]
        assert ask(api, user=keys["old-0"])["usage"]["prompt_tokens"] == plain + 4

    def test_follow_the_seed(self, api, keys):
        drawn = [text_of(ask(api, temperature=1, seed=seed, max_tokens=20)) for seed in (1, 1, 2)]
        assert drawn[0] == drawn[1] != drawn[2]

    def test_end_at_a_stop_text(self, api):
        whole = text_of(ask(api, max_tokens=20))
        stop = whole[4:6]
        answer = ask(api, max_tokens=20, stop=stop)
        assert text_of(answer) == whole[: whole.index(stop)]
        assert answer["choices"][0]["finish_reason"] == "stop"

    def test_are_the_same_for_32_people_at_once_as_one_by_one(self, api, keys):
        requests = [{"user": list(keys.values())[at % 8], "max_tokens": 6 + at % 5} for at in range(14)]
        requests += [{"model": "prism-pooled"}, {"model": "tiny"}]
        alone = [text_of(ask(api, **each)) for each in requests]
        with ThreadPoolExecutor(16) as threads:
            together = list(threads.map(lambda each: text_of(ask(api, **each)), requests))
        assert together == alone

    def test_take_content_in_parts_and_a_system_prompt(self, api):
        parts = [{"type": "text", "text": "Tell me "}, {"type": "text", "text": "about tea."}]
        system = {"role": "system", "content": "Be kind."}
        one = ask(api, messages=[system, {"role": "user", "content": parts}])
        other = ask(api, messages=[system, {"role": "user", "content": "Tell me about tea."}])
        assert text_of(one) == text_of(other) != text_of(ask(api))


class TestRefusals:
    def refused(self, api, status, code, **changes):
        response = api.post("/v1/chat/completions", json=body(**changes))
        assert response.status_code == status, response.text
        error = response.json()["error"]
        assert error["code"] == code
        return error

    def test_of_unknown_models(self, api):
        assert self.refused(api, 404, "model_not_found", model="gpt-4")["param"] == "model"

    def test_of_two_participants_in_one_request(self, api, keys):
        self.refused(api, 400, "conflicting_users", model=f"prism-individual:{keys['old-0']}", user=keys["old-1"])

    @pytest.mark.parametrize(
        ("changes", "parameter"),
        [
            ({"temperature": 3}, "temperature"),
            ({"messages": []}, "messages"),
            ({"messages": [{"role": "tool", "content": SECRET}]}, "messages.0.role"),
            ({"n": 2}, "n"),
            ({"logprobs": True}, "logprobs"),
            ({"tools": []}, "tools"),
            ({"presence_penalty": 1}, "presence_penalty"),
            ({"max_tokens": 0}, "max_tokens"),
            ({"response_format": {"type": "json_object"}}, "response_format.type"),
        ],
    )
    def test_of_what_would_be_ignored_name_the_field_and_quote_nothing(self, api, changes, parameter):
        error = self.refused(api, 400, "invalid_request", **changes)
        assert error["param"] == parameter
        assert SECRET not in json.dumps(error)

    def test_of_a_body_that_is_no_json(self, api):
        response = api.post("/v1/chat/completions", content=b"{" + SECRET.encode())
        assert response.status_code == 400
        assert SECRET not in response.text

    def test_of_prompts_beyond_the_context(self, api):
        error = self.refused(
            api, 400, "context_length_exceeded", messages=[{"role": "user", "content": "tea and salt " * 2000}]
        )
        assert "maximum context length is 1024" in error["message"]

    def test_of_bodies_beyond_the_limit(self, api):
        response = api.post("/v1/chat/completions", content=b" " * 1_000_001)
        assert response.status_code == 413

    def test_of_a_missing_or_wrong_key(self, api):
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            response = httpx.post(f"{api.base_url}/v1/chat/completions", json=body(), headers=headers)
            assert response.status_code == 401
            assert httpx.get(f"{api.base_url}/v1/models", headers=headers).status_code == 401

    def test_of_other_paths(self, api):
        assert api.get("/v1/completions").json()["error"]["code"] == "not_found"
        assert api.get("/v1/chat/completions").status_code == 404


def test_lists_models_and_no_participant(api, keys):
    answer = api.get("/v1/models")
    assert [model["id"] for model in answer.json()["data"]] == ["tiny", "prism-individual", "prism-pooled"]
    assert not any(key in answer.text for key in keys.values())


def test_logs_counts_and_no_text_key_or_model(api, keys, caplog):
    with caplog.at_level(logging.DEBUG):
        ask(api, messages=[{"role": "user", "content": SECRET}], user=keys["old-0"])
        api.post("/v1/chat/completions", json=body(messages=[{"role": "tool", "content": SECRET}]))
        wait_until(lambda: "prompt=" in caplog.text)
    mine = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("crossover"))
    assert "reply=" in mine
    for word in (SECRET, keys["old-0"], "prism-individual", "tea"):
        assert word not in caplog.text.replace("steal", "")


class SlowEngine:
    """Stands in for a model where the server itself is tested: it answers when it is let."""

    context_length = 1000

    def __init__(self):
        self.started, self.released, self.left = asyncio.Event(), asyncio.Event(), 0
        self.failure = None
        self.loop = None

    async def start(self):
        self.loop = asyncio.get_running_loop()
        await self.started.wait()
        if self.failure:
            raise self.failure

    async def generate(self, _request):
        try:
            yield Piece("Hel", 1, None)
            await self.released.wait()
            if self.failure:
                raise self.failure
            yield Piece("lo", 2, "stop")
        finally:
            self.left += 1

    async def close(self):
        pass

    def let(self, event):
        self.loop.call_soon_threadsafe(event.set)


@pytest.fixture
def slow(tokenizer):
    engine = SlowEngine()
    limits = Limits(sequences=1, waiting=1, seconds=60)
    with running(Server(engine, Catalogue("tiny", []), ChatEncoder(tokenizer), limits, None)) as url:
        wait_until(lambda: engine.loop is not None)
        with httpx.Client(base_url=url, timeout=60) as client:
            yield engine, client


def asked_slowly(client, **changes):
    return client.post("/v1/chat/completions", json=body(model="tiny", **changes))


class TestServer:
    def test_is_not_healthy_and_refuses_until_it_is_warm(self, slow):
        engine, client = slow
        assert client.get("/health").json() == {"status": "warming-up"}
        assert client.get("/health").status_code == 503
        refused = asked_slowly(client)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        engine.let(engine.started)
        wait_until_warm(str(client.base_url))

    def test_says_that_it_failed_to_start(self, slow):
        engine, client = slow
        engine.failure = RuntimeError(SECRET)
        engine.let(engine.started)
        wait_until(lambda: client.get("/health").json()["status"] == "failed")
        assert SECRET not in client.get("/health").text

    def test_refuses_more_than_it_can_take_on_and_takes_more_later(self, slow):
        engine, client = slow
        engine.let(engine.started)
        wait_until_warm(str(client.base_url))
        with ThreadPoolExecutor(2) as threads:
            taken = [threads.submit(asked_slowly, client) for _ in range(2)]
            wait_until(lambda: client.get("/health").json()["active"] == 2)
            refused = asked_slowly(client)
            assert (refused.status_code, refused.headers["retry-after"]) == (429, "1")
            engine.let(engine.released)
            assert [text_of(each.result().json()) for each in taken] == ["Hello", "Hello"]
        assert text_of(asked_slowly(client).json()) == "Hello"

    def test_leaves_the_engine_when_the_client_leaves(self, slow):
        engine, client = slow
        engine.let(engine.started)
        wait_until_warm(str(client.base_url))
        with client.stream("POST", "/v1/chat/completions", json=body(model="tiny", stream=True)) as response:
            next(response.iter_text())
        wait_until(lambda: engine.left == 1)
        wait_until(lambda: client.get("/health").json()["active"] == 0)

    def test_says_that_the_engine_failed_and_nothing_more(self, slow):
        engine, client = slow
        engine.let(engine.started)
        wait_until_warm(str(client.base_url))
        engine.failure = EngineFailure(SECRET)
        engine.let(engine.released)
        whole = asked_slowly(client)
        assert whole.status_code == 500
        streamed = asked_slowly(client, stream=True)
        assert '"code": "engine_failure"' in streamed.text
        assert "[DONE]" not in streamed.text
        assert SECRET not in whole.text + streamed.text


def test_an_erasure_takes_effect_while_it_serves(base, tokenizer, individual, tmp_path):
    folder = shutil.copytree(individual.folder, tmp_path / "prism-individual")
    keys = people_of(folder)
    with running(make_server("transformers", base, tokenizer, [open_bundle(folder)])) as url:
        wait_until_warm(url)
        with httpx.Client(base_url=url, headers=HEADERS, timeout=60) as client:
            before = text_of(ask(client, user=keys["old-5"]))
            erase_participants(folder, ["old-2"], NOW)
            refused = client.post("/v1/chat/completions", json=body(user=keys["old-2"]))
            assert (refused.status_code, refused.json()["error"]["code"]) == (410, "participant_erased")
            # Their row moved up in the table.
            assert text_of(ask(client, user=keys["old-5"])) == before


def test_an_engine_that_fails_goes_on_with_the_next_request(base, tokenizer, monkeypatch):
    server = make_server("transformers", base, tokenizer, [])
    with running(server) as url:
        wait_until_warm(url)
        batch = server.engine._batch
        with httpx.Client(base_url=url, headers=HEADERS, timeout=60) as client:
            with monkeypatch.context() as patched:
                patched.setattr(batch, "_forward", lambda *_, **__: 1 / 0)
                assert client.post("/v1/chat/completions", json=body(model="tiny")).status_code == 500
            assert ask(client, model="tiny")["usage"]["completion_tokens"] >= 1


def test_two_models_of_one_name_are_refused(individual):
    with pytest.raises(TrainingError, match="Two models have the name prism-individual"):
        Catalogue("tiny", [individual, individual])


def test_the_command_refuses_another_base_and_an_open_address_without_a_key(individual, tmp_path, capsys, monkeypatch):
    from tests.tiny import make_base

    other = make_base(tmp_path / "other", seed=4)
    assert main(["serve", "--base", str(other), "--bundle", str(individual.folder)]) == 1
    assert "another base model" in capsys.readouterr().err
    monkeypatch.delenv("CROSSOVER_SERVE_KEY", raising=False)
    assert main(["serve", "--base", str(other), "--host", "0.0.0.0"]) == 1
    assert "needs a key" in capsys.readouterr().err


def test_one_adapter_a_participant_is_served_by_key_and_nobody_else_gets_one(base, tokenizer, tmp_path):
    from tests.people import preferences, recipe, train_bundle
    from tests.synthetic import Taste

    data = preferences({"ann": Taste(long=1), "bob": Taste(long=-1)}, seed=1, train=8, held_out=0)
    chosen = recipe("lora-per-participant", epochs=4, pairs_per_step=4)
    bundle = open_bundle(train_bundle(base, data, chosen, tmp_path / "adapters"))
    keys = people_of(bundle.folder)
    with running(make_server("transformers", base, tokenizer, [bundle])) as url:
        wait_until_warm(url)
        with httpx.Client(base_url=url, headers=HEADERS, timeout=60) as client:
            answers = [ask(client, model=f"adapters:{keys[name]}", max_tokens=30) for name in ("ann", "bob")]
            assert text_of(answers[0]) != text_of(answers[1])
            assert answers[0]["user_embedding"] == "own"
            stranger = client.post("/v1/chat/completions", json=body(model="adapters", user="u_nobody"))
            assert (stranger.status_code, stranger.json()["error"]["code"]) == (404, "adapter_not_found")
