import { evictDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../../src/session/view/view-schema.ts";
import {
	answer,
	enrol,
	openStudy,
	type Participant,
	plausible,
	post,
	see,
	walk,
} from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";
import { collect, events, textsOf } from "../../support/replies/event-stream.ts";

const human = Object.fromEntries(
	ARM_IDS.map((_, index) => [
		`model-${index}`,
		{ provider: "rehearsal" as const, character: "warm" as const, stream: "human" as const },
	]),
);

beforeAll(async () => {
	for (const layout of ["single", "best-of", "side-by-side"] as const) {
		await openStudy(fetchWorker, KEY, smallStudy({ slug: `evicted-${layout}`, layout }));
		await openStudy(fetchWorker, KEY, smallStudy({ slug: `human-${layout}`, layout, models: human }));
	}
});

const follow = (who: Participant, step: string, lastEventId?: string) =>
	fetchWorker(`/v1/sessions/${who.session}/steps/${step}/stream`, {
		headers: { Authorization: `Bearer ${who.token}`, ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}) },
	});

/** Side by side, because replies at a human pace take seconds. Each participant is of one test. */
describe.concurrent.each(["single", "best-of", "side-by-side"] as const)(
	"when the object is evicted in the layout %s",
	(layout) => {
		it("shows the same step afterwards, at every kind of step", async () => {
			const who = await enrol(fetchWorker, KEY, `evicted-${layout}`, "evicted");
			const kinds = new Set<string>();
			let view: SessionView = who.view;
			while (view.step) {
				kinds.add(view.step.kind);
				await evictDurableObject(sessionStub(who.session));
				expect(await see(fetchWorker, who)).toEqual(view);
				view = await answer(fetchWorker, who, view.step.id, plausible(view.step));
			}
			expect(view.status).toBe("completed");
			expect([...kinds].sort()).toEqual(
				layout === "best-of" ? ["choice", "consent", "form", "message"] : ["consent", "form", "message"],
			);
		});

		it("continues a reply from the next byte, without gaps or repeats", async () => {
			const who = await enrol(fetchWorker, KEY, `human-${layout}`, "mid-reply");
			const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
			const step = view.step?.id ?? "";
			const posted = await post(
				fetchWorker,
				who,
				step,
				{ text: "Tell me about the sea" },
				{ Accept: "text/event-stream" },
			);
			let deltas = 0;
			const before = await collect(events(posted), ({ data }) => data?.type === "text-delta" && ++deltas === 3);
			await evictDurableObject(sessionStub(who.session));
			const after = await collect(events(await follow(who, step, before.at(-1)?.id)));
			expect(after.at(-1)?.data).toBeNull();
			const whole = await collect(events(await follow(who, step)));
			expect(textsOf([...before, ...after])).toEqual(textsOf(whole));
			expect([...before, ...after].map(({ id }) => id)).toEqual([
				...new Set([...before, ...after].map(({ id }) => id)),
			]);
			await drain(who.session);
			const stored = await rows<{ slot: string; text: string }>(
				"SELECT slot, text FROM candidates WHERE session_id = ? ORDER BY slot",
				who.session,
			);
			expect(Object.fromEntries(stored.map(({ slot, text }) => [slot, text]))).toEqual(textsOf(whole));
		});

		it("finishes the reply by the alarm, without any request", async () => {
			const who = await enrol(fetchWorker, KEY, `human-${layout}`, "nobody-reads");
			const view = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
			const accepted = await post(
				fetchWorker,
				who,
				view.step?.id ?? "",
				{ text: "Hello there" },
				{ Prefer: "respond-async" },
			);
			expect(accepted.status).toBe(202);
			expect(await accepted.json()).toMatchObject({ step: { kind: "generating" } });
			await evictDurableObject(sessionStub(who.session));
			await runDurableObjectAlarm(sessionStub(who.session));
			const next = await eventually(async () => {
				const seen = await see(fetchWorker, who);
				return seen.step?.kind === "generating" ? null : seen;
			}, "the reply is whole");
			expect(next.step?.kind).toBe(layout === "best-of" ? "choice" : "message");
		});
	},
);
