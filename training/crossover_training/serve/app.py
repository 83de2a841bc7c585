"""The HTTP server. It logs counts and times, never a text, a key or a name of a model."""

import asyncio
import contextlib
import hmac
import json
import logging
import time
import uuid
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from crossover_training.serve.catalogue import Catalogue
from crossover_training.serve.chat_request import ChatRequest, parse_request
from crossover_training.serve.completion import Answer
from crossover_training.serve.engine import Engine, EngineFailure, EngineRequest, Piece
from crossover_training.serve.errors import ApiError
from crossover_training.serve.limits import Limits
from crossover_training.text.chat import ChatEncoder

log = logging.getLogger("crossover_training.serve")


@dataclass
class Server:
    engine: Engine
    catalogue: Catalogue
    encoder: ChatEncoder
    limits: Limits
    api_key: str | None
    is_warm: bool = False
    failure: str | None = None
    _active: int = field(default=0, init=False)

    def app(self) -> Starlette:
        routes = [
            Route("/health", self.health),
            Route("/v1/models", self.models),
            Route("/v1/chat/completions", self.chat, methods=["POST"]),
        ]
        handlers: dict[Any, Any] = {ApiError: _refusal, 404: _not_found, 405: _not_found, 500: _internal}
        return Starlette(routes=routes, exception_handlers=handlers, lifespan=self._lifespan)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Answers `/health` while it warms up."""
        warming = asyncio.create_task(self._warm())
        yield
        warming.cancel()
        await self.engine.close()

    async def _warm(self) -> None:
        try:
            await self.engine.start()
        except Exception as failure:
            self.failure = type(failure).__name__
            log.exception("the engine did not start")
            raise
        self.is_warm = True
        log.info("ready: models=%d", len(self.catalogue.names))

    async def health(self, _request: Request) -> Response:
        if self.failure is not None:
            return JSONResponse({"status": "failed", "reason": self.failure}, 503)
        if not self.is_warm:
            return JSONResponse({"status": "warming-up"}, 503, headers={"Retry-After": "5"})
        return JSONResponse({"status": "ok", "active": self._active, "most": self.limits.requests})

    async def models(self, request: Request) -> Response:
        self._authenticate(request)
        listed = [
            {"id": name, "object": "model", "created": self.catalogue.created(name), "owned_by": "crossover"}
            for name in self.catalogue.names
        ]
        return JSONResponse({"object": "list", "data": listed})

    async def chat(self, request: Request) -> Response:
        self._authenticate(request)
        if not self.is_warm:
            raise ApiError(503, "warming_up", "The model is being loaded.", retry_after=5)
        asked = parse_request(await self._body(request))
        answer, engine_request = self._prepare(asked)
        if self._active >= self.limits.requests:
            raise ApiError(429, "too_many_requests", "The server is busy.", retry_after=1)
        reply = _Reply(self, answer, engine_request)
        if asked.stream:
            return StreamingResponse(
                reply.events(asked.includes_usage),
                media_type="text/event-stream",
                headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
            )
        return JSONResponse(await reply.whole(request))

    def _authenticate(self, request: Request) -> None:
        if self.api_key is None:
            return
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), self.api_key.encode()):
            raise ApiError(401, "invalid_api_key", "The key is missing or wrong.")

    async def _body(self, request: Request) -> bytes:
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > self.limits.body_bytes:
                raise ApiError(413, "body_too_large", f"A body has {self.limits.body_bytes} bytes at most.")
        return body

    def _prepare(self, asked: ChatRequest) -> tuple[Answer, EngineRequest]:
        target = self.catalogue.resolve(asked.model, asked.user)
        prompt = self.encoder.prompt(asked.plain_messages(), target.about)
        count = len(prompt) + (0 if target.prefix is None else len(target.prefix))
        room = self.engine.context_length - count
        if room < 1:
            raise ApiError(
                400,
                "context_length_exceeded",
                f"The maximum context length is {self.engine.context_length} tokens, and the messages have {count}.",
                parameter="messages",
            )
        id_ = f"chatcmpl-{uuid.uuid4().hex}"
        return Answer(id_, int(time.time()), asked.model, count, target.user_embedding), EngineRequest(
            id=id_,
            prompt=prompt,
            adapter=target.adapter,
            prefix=target.prefix,
            position=self.encoder.prefix_position(prompt),
            sampling=asked.sampling(),
            most_tokens=min(asked.wanted_tokens or self.limits.reply_tokens, self.limits.reply_tokens, room),
            stops=asked.stops,
        )


@dataclass
class _Reply:
    server: Server
    answer: Answer
    request: EngineRequest
    tokens: int = field(default=0, init=False)

    async def pieces(self) -> AsyncGenerator[Piece, None]:
        started = time.monotonic()
        outcome = "left"
        self.server._active += 1
        try:
            async with asyncio.timeout(self.server.limits.seconds):
                async with contextlib.aclosing(self.server.engine.generate(self.request)) as pieces:
                    async for piece in pieces:
                        self.tokens = piece.tokens
                        outcome = piece.finish or outcome
                        yield piece
        except TimeoutError:
            outcome = "timeout"
            raise ApiError(504, "timeout", "The reply took too long.") from None
        except EngineFailure as failure:
            outcome = "failed"
            log.warning("request %s failed: %s", self.answer.id, failure)
            raise ApiError(500, "engine_failure", "The model could not answer.") from None
        finally:
            self.server._active -= 1
            milliseconds = round(1000 * (time.monotonic() - started))
            counts = (self.answer.id, outcome, self.answer.prompt_tokens, self.tokens, milliseconds)
            log.info("request %s: %s, prompt=%d, reply=%d, ms=%d", *counts)

    async def whole(self, request: Request) -> dict[str, Any]:
        text = ""
        async with contextlib.aclosing(self.pieces()) as pieces:
            async for piece in pieces:
                text += piece.text
                if piece.finish is not None:
                    return self.answer.whole(text, piece.finish, piece.tokens)
                if await request.is_disconnected():
                    break
        raise ApiError(499, "client_left", "The client left.")

    async def events(self, includes_usage: bool) -> AsyncIterator[str]:
        yield _event(self.answer.chunk({"role": "assistant", "content": ""}))
        try:
            async with contextlib.aclosing(self.pieces()) as pieces:
                async for piece in pieces:
                    if piece.text:
                        yield _event(self.answer.chunk({"content": piece.text}))
                    if piece.finish is not None:
                        yield _event(self.answer.chunk({}, piece.finish))
        except ApiError as error:
            yield _event(error.body())
            return
        if includes_usage:
            yield _event(self.answer.usage_chunk(self.tokens))
        yield "data: [DONE]\n\n"


def _event(value: dict[str, Any]) -> str:
    return f"data: {json.dumps(value, ensure_ascii=False)}\n\n"


async def _refusal(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return JSONResponse(error.body(), error.status, headers=error.headers())


async def _not_found(_request: Request, _error: Exception) -> Response:
    error = ApiError(404, "not_found", "There is no such path.")
    return JSONResponse(error.body(), 404)


async def _internal(_request: Request, error: Exception) -> Response:
    log.error("unexpected %s", type(error).__name__)
    return JSONResponse(ApiError(500, "internal", "Something went wrong.").body(), 500)
