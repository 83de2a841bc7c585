import { seal } from "../src/blinding/seals/sealed.ts";
import type { ModelDelta, StartCall } from "../src/models/model-types.ts";
import { asLabel } from "../src/randomisation/plan/label-text.ts";
import { readReply } from "../src/replies/present/read-reply.ts";
import { SelfIdentificationFilter } from "../src/replies/present/self-identification-filter.ts";
import { timerWait } from "../src/replies/wait.ts";
import { createTables, FrameStore } from "../src/replies/write/frame-store.ts";
import { Notifier } from "../src/replies/write/notifier.ts";
import { REPLY_LIMITS } from "../src/replies/write/reply-limits.ts";
import { type ReplyRequest, writeReply } from "../src/replies/write/write-reply.ts";
import { MemorySql } from "../test/support/d1/memory-sql.ts";
import "../test/support/setup/rules.ts";

export const TOKENS = 2_000;
const TOKEN = " token";
/** A frame holds six tokens: what a model of 60 tokens a second says in one beat of 100 ms. */
const LIMITS = { ...REPLY_LIMITS, frameCharacters: 6 * TOKEN.length };

async function* deltas(): AsyncGenerator<ModelDelta> {
	for (let token = 0; token < TOKENS; token++) yield { kind: "text", text: TOKEN };
	yield { kind: "end", finishReason: "stop", inputTokens: 10, outputTokens: TOKENS };
}

const startCall: StartCall = () => ({
	deltas: deltas(),
	record: (stats) => seal({ ...stats, provider: "bench", model: "bench", servedModel: null }),
});

const candidate = { slot: "a", label: asLabel("K7"), thread: [], seed: 1, kept: null };
const request: ReplyRequest = {
	replyId: "st_bench",
	arms: seal({}),
	candidates: [candidate],
	startedAtMs: 0,
	firstAttempt: 1,
	pace: "as-is",
};

/** A reply as the session's object writes it and one reader follows it: deltas to frames to SQLite to events. */
export async function writtenAndRead(): Promise<void> {
	const sql = new MemorySql();
	createTables(sql);
	const store = new FrameStore(sql);
	const changes = new Notifier();
	const screen = new SelfIdentificationFilter(undefined);
	let ended = false;
	const stream = readReply({
		replyId: request.replyId,
		slots: ["a"],
		startedAtMs: 0,
		lastEventId: null,
		pace: "as-is",
		progress: () => ({ ...screen.shownOf(store.progress(request.replyId, ["a"])), ended }),
		changed: () => changes.changed(),
		clock: () => 0,
		wait: timerWait,
		view: async () => ({}),
	});
	const writing = writeReply(request, {
		startCall,
		store,
		notify: () => changes.notify(),
		clock: () => 0,
		wait: timerWait,
		random: () => 0.5,
		signal: new AbortController().signal,
		limits: LIMITS,
	}).then(() => {
		ended = true;
		changes.notify();
	});
	await Promise.all([writing, drained(stream)]);
}

/** The same tokens as bytes, from one stream to another, looked at by nobody. */
export async function passedThrough(): Promise<void> {
	const encoder = new TextEncoder();
	let left = TOKENS;
	const source = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (left-- === 0) controller.close();
			else controller.enqueue(encoder.encode(`data: ${TOKEN}\n\n`));
		},
	});
	await drained(source.pipeThrough(new TransformStream()));
}

async function drained(stream: ReadableStream<Uint8Array>): Promise<void> {
	for await (const chunk of stream) if (chunk.byteLength === 0) throw new Error("an empty chunk");
}
