import { describe, expect, it } from "vitest";
import {
	bodyOf,
	DONE,
	delta,
	END,
	event,
	HELLO,
	read,
	STOP,
	said,
	UNCOUNTED,
	USAGE,
} from "../../../test/support/models/completion-bodies.ts";

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
		["an event that is not JSON", "data: {not json\n\n", "end", UNCOUNTED],
		["more text", said("ignored") + DONE, "end", UNCOUNTED],
	] as const)("is complete with %s after it", async (_case, rest, after, end) => {
		expect(await read(bodyOf(HELLO + STOP + rest, after))).toEqual({
			text: "Hello 👋",
			hidden: "",
			end,
			failure: null,
		});
	});

	it("closes the connection once nothing more of the reply can follow", async () => {
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
	it("is complete with [DONE]", async () => {
		expect(await read(bodyOf(HELLO + DONE, "open"))).toMatchObject({
			text: "Hello 👋",
			end: { finishReason: "other" },
		});
	});
	it.each(["end", "break"] as const)("counts as cut off if the body reaches its %s", async (after) => {
		expect(await read(bodyOf(HELLO, after))).toMatchObject({ text: "Hello 👋", end: undefined, failure: "cut" });
	});
	it.each(["", "null", null])("continues while every chunk has finish_reason %j", async (finish) => {
		const body = event(delta({ content: "Hel" }, finish)) + event(delta({ content: "lo" }, finish)) + STOP;
		expect(await read(bodyOf(body))).toMatchObject({ text: "Hello", end: UNCOUNTED });
	});
});

describe("odd parts of a stream", () => {
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
	])("are ignored: %s", async (_case, body) => {
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

describe("a response that is not a stream", () => {
	const message = {
		choices: [{ message: { role: "assistant", content: "Hello" }, finish_reason: "stop" }],
		usage: USAGE,
	};
	it.each([
		["one line", JSON.stringify(message)],
		["several lines", JSON.stringify(message, null, 2)],
		["one event", event(message)],
	])("is read as a reply from %s of JSON", async (_case, body) => {
		expect(await read(bodyOf(body))).toEqual({ text: "Hello", hidden: "", end: END, failure: null });
	});

	it("counts once if it repeats the stream before it", async () => {
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
	])("fails as %s", async (_case, body, failure) => {
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
	])("is not counted if it is %s", async (_case, usage) => {
		expect((await read(bodyOf(HELLO + STOP + event({ choices: [], usage }) + DONE))).end).toEqual(UNCOUNTED);
	});

	it.each([
		["in the last chunk", event({ ...delta({}, "stop"), usage: USAGE })],
		["under other names", STOP + event({ choices: [], usage: { input_tokens: 21, output_tokens: 12 } })],
		["as texts", STOP + event({ choices: [], usage: { prompt_tokens: "21", completion_tokens: "12" } })],
		["in Groq's field", STOP + event({ choices: [], x_groq: { usage: USAGE } })],
		["in Moonshot's field", event({ choices: [{ delta: {}, finish_reason: "stop", usage: USAGE }] })],
		[
			"running, with each chunk",
			event({ ...delta({ content: "!" }), usage: { prompt_tokens: 21, completion_tokens: 11 } }) +
				event({ ...delta({}, "stop"), usage: USAGE }),
		],
	])("counts %s", async (_case, rest) => {
		expect((await read(bodyOf(HELLO + rest + DONE))).end).toEqual(END);
	});
});
