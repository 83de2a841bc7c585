import { describe, expect, it } from "vitest";
import { ModelFailure, type SourceDelta } from "../port.ts";
import { readCompletion } from "./read.ts";

const LIMITS = { mostBytes: 3_000_000, usageWithinMs: 5 };

type ReadBody = {
	readonly text: string;
	readonly hidden: string;
	readonly end: unknown;
	readonly failure: string | null;
};

async function read(body: ReadableStream<Uint8Array>, limits = LIMITS): Promise<ReadBody> {
	const deltas: SourceDelta[] = [];
	let failure: string | null = null;
	try {
		for await (const delta of readCompletion(body, limits)) deltas.push(delta);
	} catch (error) {
		failure = error instanceof ModelFailure ? `${error.reason}${error.retryable ? "" : " for good"}` : String(error);
	}
	const joined = (kind: "text" | "hidden") =>
		deltas.map((delta) => (delta.kind === kind && "text" in delta ? delta.text : "")).join("");
	return { text: joined("text"), hidden: joined("hidden"), end: deltas.find(({ kind }) => kind === "end"), failure };
}

/** The text in pieces of so many bytes; then the body ends, breaks, or stays open. */
function bodyOf(
	text: string | Uint8Array,
	after: "end" | "break" | "open" = "end",
	size = 50,
): ReadableStream<Uint8Array> {
	const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
	let at = 0;
	return new ReadableStream(
		{
			pull(controller) {
				const piece = bytes.slice(at, at + size);
				at += size;
				if (piece.length > 0) controller.enqueue(piece);
				else if (after === "end") controller.close();
				else if (after === "break") controller.error(new TypeError("terminated"));
				else return new Promise<void>(() => {});
				return undefined;
			},
		},
		{ highWaterMark: 0 },
	);
}

const event = (value: unknown): string => `data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
const delta = (fields: object, finish: string | null = null) => ({
	id: "c1",
	model: "m",
	choices: [{ index: 0, delta: fields, finish_reason: finish }],
});
const said = (text: string) => event(delta({ content: text }));
const STOP = event(delta({}, "stop"));
const USAGE = { prompt_tokens: 21, completion_tokens: 12 };
const END = { kind: "end", finishReason: "stop", inputTokens: 21, outputTokens: 12 };
const UNCOUNTED = { ...END, inputTokens: null, outputTokens: null };
const DONE = "data: [DONE]\n\n";
const HELLO = said("Hel") + said("lo 👋");

describe("a reply whose finish_reason has been received", () => {
	it.each([
		["a late usage chunk without choices", event({ usage: USAGE }), "end", END],
		["a late usage chunk with an empty list of choices", event({ choices: [], usage: USAGE }) + DONE, "end", END],
		["no [DONE]", "", "end", UNCOUNTED],
		["a connection that breaks", "", "break", UNCOUNTED],
		["a connection that stays open", "", "open", UNCOUNTED],
		["usage, and a connection that stays open", event({ choices: [], usage: USAGE }), "open", END],
		["[DONE], and a connection that stays open", DONE, "open", UNCOUNTED],
		["an error", event({ error: { message: "too late" } }), "end", UNCOUNTED],
		["an event that is no JSON", "data: {not json\n\n", "end", UNCOUNTED],
		["more text", said("ignored") + DONE, "end", UNCOUNTED],
	] as const)("is complete with %s after it", async (_case, rest, after, end) => {
		expect(await read(bodyOf(HELLO + STOP + rest, after))).toEqual({
			text: "Hello 👋",
			hidden: "",
			end,
			failure: null,
		});
	});

	it("leaves the server once nothing of the reply can follow", async () => {
		let cancelled = false;
		const body = new ReadableStream({
			start: (controller) => controller.enqueue(new TextEncoder().encode(HELLO + STOP + DONE)),
			cancel: () => {
				cancelled = true;
			},
		});
		await read(body);
		expect(cancelled).toBe(true);
	});
});

describe("a reply without a finish_reason", () => {
	it("is complete with [DONE], in which the server says so", async () => {
		expect(await read(bodyOf(HELLO + DONE, "open"))).toMatchObject({
			text: "Hello 👋",
			end: { finishReason: "other" },
		});
	});
	it.each(["end", "break"] as const)("may have been cut off where the body comes to its %s", async (after) => {
		expect(await read(bodyOf(HELLO, after))).toMatchObject({ text: "Hello 👋", end: undefined, failure: "cut" });
	});
	it.each(["", "null", null])("goes on while every chunk says %j", async (finish) => {
		const body = event(delta({ content: "Hel" }, finish)) + event(delta({ content: "lo" }, finish)) + STOP;
		expect(await read(bodyOf(body))).toMatchObject({ text: "Hello", end: UNCOUNTED });
	});
});

describe("what nobody reads", () => {
	it.each([
		["error: null with each chunk", event({ ...delta({ content: "Hello" }), error: null }) + STOP],
		["an empty error", event({ ...delta({ content: "Hello" }), error: {} }) + STOP],
		["error: false", event({ ...delta({ content: "Hello" }), error: false }) + STOP],
		[
			"events of another name",
			`event: ping\ndata: 12:00\n\n${said("Hello")}event: heartbeat\ndata: {"type":"ping"}\n\n${STOP}`,
		],
		["empty data", `data:\n\ndata: \n\n${said("Hello")}data\n\n${STOP}`],
		[
			"pings as data",
			`data: ping\n\n${event({ type: "ping" })}${event("null")}${event("[]")}${event("7")}${said("Hello")}${STOP}`,
		],
		["comments", `: OPENROUTER PROCESSING\n\n${said("Hello")}:\n\n${STOP}`],
		["ids, retries and unknown fields", `id: 7\nretry: soon\nx-field: 1\n${said("Hello")}${STOP}`],
		["unknown roles", event(delta({ role: "narrator", content: "Hello" })) + STOP],
		["numeric ids", event({ ...delta({ content: "Hello" }), id: 5, created: "now", object: null }) + STOP],
		["a first chunk without choices", event({ id: "c1", model: "m" }) + said("Hello") + STOP],
		[
			"Azure's first chunk",
			event({ choices: [], model: "", object: "", prompt_filter_results: [{ prompt_index: 0 }] }) +
				said("Hello") +
				STOP,
		],
		["choices: null", event({ choices: null }) + said("Hello") + STOP],
		["a delta that is null", event({ choices: [{ index: 0, delta: null }] }) + said("Hello") + STOP],
		["content: null", event(delta({ role: "assistant", content: null })) + said("Hello") + STOP],
		[
			"calls of tools",
			event(delta({ tool_calls: [{ index: 0, function: { arguments: "{}" } }] })) + said("Hello") + STOP,
		],
	])("may be odd: %s", async (_case, body) => {
		expect(await read(bodyOf(body))).toEqual({ text: "Hello", hidden: "", end: UNCOUNTED, failure: null });
	});
});

describe("the form of a stream", () => {
	const ASCII = said("Hello") + STOP + DONE;
	it.each([
		["lines that end in CR LF", ASCII.replaceAll("\n", "\r\n")],
		["lines that end in CR", ASCII.replaceAll("\n", "\r")],
		["a byte order mark", `\ufeff${ASCII}`],
		["no space after the colon", ASCII.replaceAll("data: ", "data:")],
		[
			"data over several lines",
			`data: {"choices":\ndata: [{"delta":{"content":"Hello"},\ndata: "finish_reason":"stop"}]}\n\n`,
		],
		["no empty lines between events", ASCII.replaceAll("\n\n", "\n")],
		["no empty line at its end", `${said("Hello")}${STOP.trimEnd()}`],
		[
			"lines of JSON",
			`${JSON.stringify(delta({ content: "Hel" }))}\n${JSON.stringify(delta({ content: "lo" }, "stop"))}\n`,
		],
		["events with names", ASCII.replaceAll("data:", "event: completion.chunk\ndata:")],
	])("may be %s", async (_case, body) => {
		for (const size of [1, 7, 10_000]) {
			expect(await read(bodyOf(body, "end", size))).toMatchObject({ text: "Hello", end: UNCOUNTED, failure: null });
		}
	});

	it("may be cut inside of a character", async () => {
		for (let size = 1; size < 12; size++) {
			expect((await read(bodyOf(said("Ünïcødé 👩‍👩‍👧 日本") + STOP, "end", size))).text).toBe("Ünïcødé 👩‍👩‍👧 日本");
		}
	});
});

describe("an answer that is no stream", () => {
	const message = {
		choices: [{ message: { role: "assistant", content: "Hello" }, finish_reason: "stop" }],
		usage: USAGE,
	};
	it.each([
		["one line", JSON.stringify(message)],
		["several lines", JSON.stringify(message, null, 2)],
		["one event", event(message)],
	])("is a reply as %s of JSON", async (_case, body) => {
		expect(await read(bodyOf(body))).toEqual({ text: "Hello", hidden: "", end: END, failure: null });
	});

	it("counts once where it repeats the stream before it", async () => {
		expect((await read(bodyOf(HELLO + event(message)))).text).toBe("Hello 👋");
	});

	it.each([
		["an error", JSON.stringify({ error: { message: "no", type: "server_error" } }), "server_error"],
		[
			"an error in a list",
			JSON.stringify([{ error: { code: 400, message: "no", status: "INVALID_ARGUMENT" } }]),
			"refused for good",
		],
		["a page", "<html>\n<body>Please sign in: now</body>\n</html>", "malformed"],
		["nothing", "", "cut"],
	])("is a failure as %s", async (_case, body, failure) => {
		expect(await read(bodyOf(body))).toMatchObject({ text: "", failure });
	});
});

describe("text", () => {
	const whole = (fields: object) => event(delta(fields)) + STOP;
	it.each([
		[
			"parts",
			whole({
				content: [
					{ type: "text", text: "Hel" },
					{ type: "output_text", text: { value: "lo" } },
				],
			}),
			"Hello",
			"",
		],
		["an object", whole({ content: { type: "text", text: "Hello" } }), "Hello", ""],
		["a number", whole({ content: 42 }), "42", ""],
		["a refusal", whole({ content: null, refusal: "I cannot." }), "I cannot.", ""],
		["a completion without messages", event({ choices: [{ text: "Hello", finish_reason: "stop" }] }), "Hello", ""],
		["Workers AI's form", event({ response: "Hel" }) + event({ response: "lo" }) + DONE, "Hello", ""],
		["a number in Workers AI's form", event({ response: 4 }) + event({ response: "2" }) + DONE, "42", ""],
		["vLLM's thinking", whole({ reasoning_content: "Hm.", content: "Hello" }), "Hello", "Hm."],
		[
			"OpenRouter's thinking, given twice",
			whole({ reasoning: "Hm.", reasoning_details: [{ text: "Hm." }], content: "Hello" }),
			"Hello",
			"Hm.",
		],
		[
			"OpenRouter's details alone",
			whole({ reasoning_details: [{ type: "reasoning.text", text: "Hm." }], content: "Hello" }),
			"Hello",
			"Hm.",
		],
		[
			"Mistral's thinking",
			whole({
				content: [
					{ type: "thinking", thinking: [{ type: "text", text: "Hm." }] },
					{ type: "text", text: "Hello" },
				],
			}),
			"Hello",
			"Hm.",
		],
		[
			"the first of several choices",
			event({
				choices: [
					{ index: 1, delta: { content: "B" } },
					{ index: 0, delta: { content: "A" } },
				],
			}) +
				event({ choices: [{ index: 1, delta: {}, finish_reason: "stop" }] }) +
				STOP,
			"A",
			"",
		],
	])("may be %s", async (_case, body, text, hidden) => {
		expect(await read(bodyOf(body))).toMatchObject({ text, hidden, failure: null });
	});
});

describe("usage", () => {
	it.each([
		["an empty object", {}],
		["nulls", { prompt_tokens: null, completion_tokens: null }],
		["zeros", { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }],
		["a text", "none"],
		["negative", { prompt_tokens: -1, completion_tokens: Number.NaN }],
	])("is not counted where it is %s", async (_case, usage) => {
		expect((await read(bodyOf(HELLO + STOP + event({ choices: [], usage }) + DONE))).end).toEqual(UNCOUNTED);
	});

	it.each([
		["in the last chunk", event({ ...delta({}, "stop"), usage: USAGE })],
		["by other names", STOP + event({ choices: [], usage: { input_tokens: 21, output_tokens: 12 } })],
		["as texts", STOP + event({ choices: [], usage: { prompt_tokens: "21", completion_tokens: "12" } })],
		["where Groq has it", STOP + event({ choices: [], x_groq: { usage: USAGE } })],
		["where Moonshot has it", event({ choices: [{ delta: {}, finish_reason: "stop", usage: USAGE }] })],
		[
			"running, with each chunk",
			event({ ...delta({ content: "!" }), usage: { prompt_tokens: 21, completion_tokens: 11 } }) +
				event({ ...delta({}, "stop"), usage: USAGE }),
		],
	])("counts %s", async (_case, rest) => {
		expect((await read(bodyOf(HELLO + rest + DONE))).end).toEqual(END);
	});
});

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
	])("fails by its kind: %s", async (_case, rest, failure) => {
		expect(await read(bodyOf(HELLO + rest, "open"))).toMatchObject({ text: "Hello 👋", end: undefined, failure });
	});
});

describe("what has no end", () => {
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
		["chunks that say nothing", event({ choices: [] }).repeat(3000), 3_200_000],
	])("is left: %s", async (_case, piece, most) => {
		const { body, sent } = endless(piece);
		expect(await read(body)).toMatchObject({ text: "", failure: "malformed" });
		expect(sent()).toBeLessThan(most);
	});
});
