import { env, runInDurableObject } from "cloudflare:test";
import { DefaultChatTransport, readUIMessageStream, type UIMessage } from "ai";
import { describe, expect, inject, it } from "vitest";
import { seal } from "../../../src/blinding/seals/sealed.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import { startCallOf } from "../../../src/models/calls/start-call.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";
import { readReply } from "../../../src/replies/present/read-reply.ts";
import { SelfIdentificationFilter } from "../../../src/replies/present/self-identification-filter.ts";
import { UI_STREAM_HEADERS } from "../../../src/replies/present/ui-stream.ts";
import { timerWait } from "../../../src/replies/wait.ts";
import { createTables, FrameStore } from "../../../src/replies/write/frame-store.ts";
import { Notifier } from "../../../src/replies/write/notifier.ts";
import { REPLY_LIMITS, type ReplyLimits } from "../../../src/replies/write/reply-limits.ts";
import { type ReplyOutcome, writeReply } from "../../../src/replies/write/write-reply.ts";
import { replyTo } from "../../support/models/model-server-behaviours.ts";
import { protocolWith } from "../models/asking.ts";

const SLOTS = ["a", "b"];
/** As long as for participants: a machine that is busy with other tests answers late. */
const LIMITS: ReplyLimits = { ...REPLY_LIMITS, tries: 3, backoffMs: 5, retryAfterCapMs: 1500 };
/** For models that never go on. */
const QUICK: ReplyLimits = { ...LIMITS, stallMs: 3000, silentMs: 3000 };

type Run = { readonly outcome: ReplyOutcome; readonly parts: UIMessage["parts"] };

/** Two candidates, by the models `first` and `ok`, written in a Durable Object and read by the AI SDK's own transport. */
function reply(text: string, first: string, limits = LIMITS): Promise<Run> {
	const protocol = protocolWith(
		{ model: first },
		{
			models: Object.fromEntries(
				[first, "ok"].map((model, index) => [`m${index}`, { provider: "openai-compatible", endpoint: "GPU", model }]),
			),
			arms: [
				{ id: "secret-one", model: "m0" },
				{ id: "secret-two", model: "m1" },
			],
		},
	);
	const stub = env.SESSIONS.get(env.SESSIONS.idFromName(text));
	return runInDurableObject(stub, async (_instance, { storage }) => {
		createTables(storage.sql);
		const store = new FrameStore(storage.sql);
		const notifier = new Notifier();
		const startedAtMs = Date.now();
		let ended = false;
		const writing = writeReply(
			{
				replyId: "st_1",
				arms: seal({ [label("a")]: "secret-one", [label("b")]: "secret-two" }),
				candidates: SLOTS.map((slot) => ({
					slot,
					label: asLabel(label(slot)),
					thread: [{ role: "participant", text }],
					seed: 1,
					kept: null,
				})),
				startedAtMs,
				firstAttempt: 1,
				pace: "as-is",
			},
			{
				startCall: startCallOf({ protocol, bindings: { ENDPOINT_GPU_URL: inject("modelServerUrl") }, atOnce: true }),
				store,
				notify: () => notifier.notify(),
				clock: Date.now,
				wait: timerWait,
				random: () => 0.5,
				signal: new AbortController().signal,
				limits,
			},
		).then((outcome) => {
			ended = true;
			notifier.notify();
			return outcome;
		});
		const screen = new SelfIdentificationFilter(undefined);
		const stream = readReply({
			replyId: "st_1",
			slots: SLOTS,
			progress: () => ({ ...screen.shownOf(store.progress("st_1", SLOTS)), ended }),
			changed: () => notifier.changed(),
			startedAtMs,
			pace: "as-is",
			clock: Date.now,
			wait: timerWait,
			lastEventId: null,
			view: async () => ({ id: "se_1" }),
		});
		const parts = await transported(new Response(stream, { headers: UI_STREAM_HEADERS }));
		return { outcome: await writing, parts };
	});
}

const label = (slot: string): string => slot.toUpperCase();

async function transported(response: Response): Promise<UIMessage["parts"]> {
	const transport = new DefaultChatTransport({ api: "http://crossover/", fetch: async () => response });
	const stream = await transport.sendMessages({
		trigger: "submit-message",
		chatId: "c",
		messageId: undefined,
		messages: [],
		abortSignal: undefined,
	});
	let last: UIMessage | undefined;
	for await (const message of readUIMessageStream({ stream, terminateOnError: true })) last = message;
	return last?.parts ?? [];
}

const failuresOf = ({ outcome }: Run) =>
	outcome.candidates.map(({ calls }) => calls.map((call) => unseal(call).failure));
const textsOf = ({ parts }: Run) => parts.flatMap((part) => (part.type === "text" ? [part.text] : []));

describe("a reply from a real server", () => {
	it("can be read by the AI SDK's own transport, with one part for each candidate", async () => {
		const run = await reply("How do whales sleep?", "slow");
		expect(run.outcome.candidates.every(({ complete }) => complete)).toBe(true);
		expect(run.parts).toEqual([
			{ type: "text", text: replyTo("How do whales sleep?"), state: "done" },
			{ type: "text", text: replyTo("How do whales sleep?"), state: "done" },
			{ type: "data-view", data: { id: "se_1" } },
		]);
	});

	it.each(["rate-limited", "server-error-once", "cut-early-once", "empty-once"])(
		"comes at the second try of a model that is %s",
		async (model) => {
			const run = await reply(`Once ${model}?`, model);
			expect(textsOf(run)).toEqual([replyTo(`Once ${model}?`), replyTo(`Once ${model}?`)]);
			expect(failuresOf(run)[0]).toEqual([expect.any(String), null]);
			expect(failuresOf(run)[1]).toEqual([null]);
		},
	);

	it.each([
		["server-error", ["server_error", "server_error", "server_error"]],
		["refused", ["refused"]],
		["rate-limited-for-long", ["rate_limited"]],
		["stall-early", ["timeout", "timeout", "timeout"]],
		["empty", ["malformed", "malformed", "malformed"]],
		["cut", ["cut"]],
		["no-end", ["cut"]],
		["malformed", ["malformed"]],
		["error", ["server_error"]],
		["stall", ["stalled"]],
	])("leaves one candidate incomplete and the other one complete when a model is %s", async (model, failures) => {
		const run = await reply(`Always ${model}?`, model, model.startsWith("stall") ? QUICK : LIMITS);
		expect(failuresOf(run)).toEqual([failures, [null]]);
		expect(run.outcome.candidates.map(({ complete }) => complete)).toEqual([false, true]);
		expect(run.outcome.candidates.map(({ text }) => text)).toEqual(textsOf(run));
		expect(textsOf(run)[1]).toBe(replyTo(`Always ${model}?`));
		expect(JSON.stringify(run.parts)).not.toMatch(/secret|overheated|cannot serve/);
	});
});
