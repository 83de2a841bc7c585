import { describe, expect, it } from "vitest";
import { bodyOf, DONE, delta, event, HELLO, read } from "../../../test/support/models/completion-bodies.ts";

describe("an error in the middle of a stream", () => {
	it.each([
		["OpenAI", event({ error: { message: "overheated", type: "server_error", code: null } }), "server_error"],
		[
			"vLLM before 0.10",
			event({ object: "error", message: "overheated", type: "InternalServerError", code: 500 }),
			"server_error",
		],
		[
			"vLLM, too long",
			event({
				error: { message: "This model's maximum context length is 4096 tokens.", type: "BadRequestError", code: 400 },
			}) + DONE,
			"refused for good",
		],
		[
			"SGLang",
			event({ error: { object: "error", message: "The input is longer than the model's context length", code: 400 } }),
			"refused for good",
		],
		["llama.cpp", event({ error: { code: 500, message: "slot unavailable", type: "server_error" } }), "server_error"],
		[
			"llama.cpp, in its own field",
			'error: {"code":500,"message":"the request exceeds the available context size"}\n\n',
			"refused for good",
		],
		["Ollama", event({ error: "model runner has unexpectedly stopped" }), "server_error"],
		[
			"TGI",
			event({ error: "Input validation error: `inputs` must have less than 4096 tokens", error_type: "validation" }),
			"refused for good",
		],
		["TGI, overloaded", event({ error: "Model is overloaded", error_type: "overloaded" }), "rate_limited"],
		[
			"LiteLLM",
			event({ error: { message: "litellm.RateLimitError", type: "None", param: "None", code: "429" } }),
			"rate_limited",
		],
		[
			"OpenRouter",
			event({ ...delta({ content: "" }, "error"), error: { code: 502, message: "Provider disconnected" } }),
			"server_error",
		],
		["a finish_reason", event(delta({}, "error")), "server_error"],
		["an aborted call", event(delta({}, "abort")), "cut"],
		["a named event", "event: error\ndata: overheated\n\n", "server_error"],
		[
			"Anthropic",
			'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
			"rate_limited",
		],
		["FastAPI", event({ detail: "Internal error" }), "server_error"],
		["no JSON", "data: {not json\n\n", "malformed"],
	])("fails with the reason that matches the error: %s", async (_case, rest, failure) => {
		expect(await read(bodyOf(HELLO + rest, "open"))).toMatchObject({ text: "Hello 👋", end: undefined, failure });
	});
});

describe("an endless response", () => {
	const endless = (piece: string): { body: ReadableStream<Uint8Array>; sent: () => number } => {
		const bytes = new TextEncoder().encode(piece);
		let sent = 0;
		const body = new ReadableStream<Uint8Array>(
			{
				pull(controller) {
					sent += bytes.length;
					controller.enqueue(bytes);
				},
			},
			{ highWaterMark: 0 },
		);
		return { body, sent: () => sent };
	};
	it.each([
		["a line", "x".repeat(64_000), 1_200_000],
		["a line of data", `data: {"choices":[${"x".repeat(64_000)}`, 1_200_000],
		["an event of many lines", "data: x\n".repeat(8000), 3_200_000],
		["lines outside of any event", "x: y\n".repeat(8000), 1_900_000],
		["comments", ": keep-alive\n\n".repeat(5000), 3_200_000],
		["empty lines", "\n".repeat(64_000), 3_200_000],
		["chunks without content", event({ choices: [] }).repeat(3000), 3_200_000],
	])("is abandoned: %s", async (_case, piece, most) => {
		const { body, sent } = endless(piece);
		expect(await read(body)).toMatchObject({ text: "", failure: "malformed" });
		expect(sent()).toBeLessThan(most);
	});
});
