import {
	createExecutionContext,
	runDurableObjectAlarm,
	runInDurableObject,
	waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import type { Env } from "../../../src/env.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { HOLD_MS } from "../../../src/session/trace/turn-traces.ts";
import { enrol, type Fetch, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, logOf, rows, sessionStub } from "../../support/http/worker.ts";
import { SECRETS, servedStudy } from "../../support/protocols/served-study.ts";
import { events } from "../../support/replies/event-stream.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const MODELS = ["speed-fast", "crawls"];
const SAID = "What should I cook tonight?";

/** What an attacker would like the trace to be called. */
const FOREIGN = { trace: "f".repeat(32), parent: "e".repeat(16) };

type OtlpSpan = {
	readonly traceId: string;
	readonly spanId: string;
	readonly parentSpanId?: string;
	readonly name: string;
	readonly kind: number;
	readonly startTimeUnixNano: string;
	readonly endTimeUnixNano: string;
	readonly attributes: readonly { readonly key: string; readonly value: object }[];
};

/** The Worker with all turns traced. Without the setting, as in all other tests, none is. */
const tracing: Fetch = async (path, init) => {
	const context = createExecutionContext();
	const request = new Request(`https://crossover.test${path}`, init);
	const response = await createApp().fetch(request, { ...(env as unknown as Env), TRACES: "1" }, context);
	await waitOnExecutionContext(context);
	return response;
};

const logged: string[] = [];
beforeAll(() => {
	for (const method of ["log", "info", "warn", "error", "debug"] as const)
		vi.spyOn(console, method).mockImplementation((...words) => void logged.push(words.map(String).join(" ")));
});
afterAll(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

async function opened(slug: string): Promise<void> {
	const blinding = { level: "double", pace: PACE } as const;
	const study: ProtocolInput = { ...servedStudy(slug, "single", MODELS), blinding };
	await openStudy(fetchWorker, KEY, study, "?acceptLateReplies=true");
}

/** Sends one message in each conversation, and reads its reply to the end. */
async function talkInBoth(fetch: Fetch, who: Participant): Promise<void> {
	for (const conversation of [1, 2]) {
		const { step } = await walk(
			fetchWorker,
			who,
			(view) => view.step?.kind === "message" && view.conversation?.index === conversation,
		);
		const headers = { Accept: "text/event-stream", traceparent: `00-${FOREIGN.trace}-${FOREIGN.parent}-01` };
		for await (const _ of events(await post(fetch, who, step?.id ?? "", { text: SAID }, headers)));
	}
	await drain(who.session);
}

async function alarmIn(ms: number, session: string): Promise<void> {
	vi.useFakeTimers({ toFake: ["Date"] });
	vi.setSystemTime(Date.now() + ms);
	await runDurableObjectAlarm(sessionStub(session));
	vi.useRealTimers();
}

const tracesOf = (lines: readonly string[]): OtlpSpan[][] =>
	lines
		.map((line) => JSON.parse(line))
		.filter(({ event }) => event === "turn_traced")
		.map(({ resourceSpans: [{ scopeSpans }] }) => scopeSpans[0].spans);

const ms = (nanoseconds: string): number => Number(BigInt(nanoseconds) / 1_000_000n);
const named = (spans: readonly OtlpSpan[], name: string): OtlpSpan => {
	const found = spans.find((span) => span.name === name);
	if (!found) throw new Error(`no span ${name}`);
	return found;
};

const ROOT = "POST /v1/sessions/{session}/steps/{step}";
const TREE = {
	[ROOT]: null,
	"Session/submit": ROOT,
	"decide and append": "Session/submit",
	chat: "Session/submit",
	"append reply": "Session/submit",
	outbox: "Session/submit",
	BATCH: "outbox",
};

/** The bytes of a line without ids and times, but with the time from the message until the reply was shown. */
function shapeOf(line: string): string {
	const [spans = []] = tracesOf([line]);
	const ids = [...new Set(spans.flatMap(({ traceId, spanId }) => [traceId, spanId]))];
	const { startTimeUnixNano, endTimeUnixNano } = named(spans, "chat");
	const shown = ms(endTimeUnixNano) - ms(startTimeUnixNano);
	const bare = ids.reduce((text, id, place) => text.replaceAll(id, `id-${place}`), line);
	return `${shown} ${bare.replaceAll(/"(\d{13})\d{6}"/g, '"time"')}`;
}

describe("the traces of turns in a double-blind study", () => {
	const slug = "traced";
	let who: Participant;
	let lines: readonly string[] = [];

	beforeAll(async () => {
		await opened(slug);
		who = await enrol(fetchWorker, KEY, slug, "p");
		await talkInBoth(tracing, who);
	});

	it("are not written before their time, which does not depend on the reply", async () => {
		await alarmIn(0, who.session);
		expect(logged.filter((line) => line.includes("turn_traced"))).toEqual([]);
	});

	it("lead from the request to the rows in D1, one line for each turn", async () => {
		await alarmIn(HOLD_MS, who.session);
		lines = await eventually(async () => {
			const found = logged.filter((line) => line.includes("turn_traced"));
			return found.length >= 2 && found;
		}, "the traces of both turns");
		const traces = tracesOf(lines);
		expect(traces).toHaveLength(2);
		for (const spans of traces) {
			expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
			const nameOf = new Map(spans.map(({ spanId, name }) => [spanId, name]));
			expect(nameOf.size).toBe(spans.length);
			const tree = spans.map(({ name, parentSpanId }) => [name, parentSpanId ? nameOf.get(parentSpanId) : null]);
			expect(Object.fromEntries(tree)).toEqual(TREE);
			expect(spans.map(({ kind }) => kind)).toEqual([2, 3, 1, 3, 1, 1, 3]);
			const attributes = Object.fromEntries(
				spans.flatMap((span) => span.attributes.map((each) => [each.key, each.value])),
			);
			expect(attributes).toMatchObject({
				"http.request.method": { stringValue: "POST" },
				"http.route": { stringValue: "/v1/sessions/{session}/steps/{step}" },
				"http.response.status_code": { intValue: "200" },
				"gen_ai.operation.name": { stringValue: "chat" },
				"db.operation.name": { stringValue: "BATCH" },
			});
			for (const { startTimeUnixNano: start, endTimeUnixNano: end } of spans)
				expect(ms(end)).toBeGreaterThanOrEqual(ms(start));
		}
		expect(new Set(traces.map(([span]) => span?.traceId)).size).toBe(2);
		const [{ replies } = { replies: 0 }] = await rows<{ replies: number }>(
			"SELECT count(*) AS replies FROM candidates WHERE session_id = ?",
			who.session,
		);
		expect(replies).toBe(2);
	});

	it("differ between a fast and a late model in nothing but ids and times, and the reply takes as long in both", async () => {
		const written = (await logOf(who.session)).filter(({ type }) => type === "ReplyWritten");
		const lateMs = written.map((event) => event.atMs - ("shownAtMs" in event ? (event.shownAtMs ?? 0) : 0));
		// The slow model is always late. On a busy machine the other one may be too.
		expect(Math.max(...lateMs)).toBeGreaterThan(1000);
		const [one, other] = lines.map(shapeOf);
		expect(one).toBe(other);
	});

	it("begin what follows the reply when the pace had shown it", () => {
		for (const spans of tracesOf(lines)) {
			const shown = named(spans, "chat").endTimeUnixNano;
			for (const name of ["append reply", "outbox"]) expect(named(spans, name).startTimeUnixNano).toBe(shown);
		}
	});

	it("contain no text, no id of the session, no label and no word that names an arm, as any line of the log", async () => {
		const labels = await rows<{ labels: string }>("SELECT labels FROM conversations WHERE session_id = ?", who.session);
		const own = [...MODELS, SAID, "You asked", who.session, who.token, who.session.slice(3)];
		const has = (line: string, words: readonly string[]) =>
			words.filter((word) => line.toLowerCase().includes(word.toLowerCase()));
		// Lines of other files may be among them, in which places in the code have names.
		for (const line of logged) expect(has(line, own)).toEqual([]);
		for (const line of lines) expect(has(line, [...SECRETS, ...labels.map((row) => `"${row.labels}"`)])).toEqual([]);
	});

	it("do not take a trace from the participant's request", () => {
		for (const line of lines) {
			expect(line).not.toContain(FOREIGN.trace);
			expect(line).not.toContain(FOREIGN.parent);
		}
	});

	it("leave nothing in the object", async () => {
		const stub = sessionStub(who.session);
		const kept = await runInDurableObject(stub, (_, { storage }) => [
			...storage.sql.exec("SELECT name FROM meta WHERE name = 'traces'"),
			...storage.sql.exec("SELECT kind FROM deadlines WHERE kind = 'trace'"),
		]);
		expect(kept).toEqual([]);
	});
});
