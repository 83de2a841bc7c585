import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { enforceRowLimit } from "../../support/d1/row-limit.ts";
import { enforceRowLimitsInD1 } from "../../support/d1/row-limits-in-d1.ts";
import { enrol, openStudy, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const LETTERS = 20 * 10_000;
const TABLES = ["events", "event_pieces", "meta", "meta_pieces", "reply_frames", "reply_frame_pieces"];

const server = (model: string) => ({
	provider: "openai-compatible" as const,
	endpoint: "GPU",
	model,
	maxOutputTokens: 32_000,
});

/** The response contains the whole view, which is too long for a row of D1. A repeat still gets it again. */
async function expectStartedAgain(slug: string): Promise<void> {
	for (let times = 0; times < 2; times += 1) {
		const response = await fetchWorker(`/v1/studies/${slug}/sessions`, {
			method: "POST",
			headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json", "Idempotency-Key": "long" },
			body: JSON.stringify({ participant: { id: "patient", source: "test" } }),
		});
		expect([response.status, response.headers.get("Idempotency-Replayed")]).toEqual([200, null]);
		expect((await response.text()).length).toBeGreaterThan(400_000);
	}
}

it("stores four replies of 600 kB, which are too long for one row, and continues", async () => {
	const slug = "long-replies";
	const arms = ["one", "two", "three", "four"].map((id) => ({ id: `${id}-${ARM_IDS[0]}`, model: "model-0" }));
	const study = smallStudy({
		slug,
		layout: "best-of",
		arms,
		models: { "model-0": server("long"), "model-1": server("ok") },
	});
	await enforceRowLimitsInD1();
	await openStudy(fetchWorker, KEY, study);
	const who = await enrol(fetchWorker, KEY, slug, "patient");
	await runInDurableObject(sessionStub(who.session), (_object, { storage }) => enforceRowLimit(storage.sql, ...TABLES));
	const asked = await walk(fetchWorker, who, ({ step }) => step?.kind === "message");
	const answered = await post(fetchWorker, who, asked.step?.id ?? "", { text: "Tell me everything." });
	expect(answered.status).toBe(200);
	const view = await see(fetchWorker, who);
	if (view.step?.kind !== "choice") throw new Error(`the step is ${view.step?.kind}`);
	const lengths = view.step.candidates.map(({ text }) => text.length);
	expect(lengths).toHaveLength(4);
	await expectStartedAgain(slug);
	await evictDurableObject(sessionStub(who.session));
	expect(await see(fetchWorker, who)).toEqual(view);
	await drain(who.session);
	const stored = await rows<{ n: number }>(
		"SELECT length(text) AS n FROM candidates WHERE session_id = ?",
		who.session,
	);
	expect(stored.map(({ n }) => n)).toEqual(lengths);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(LETTERS);
	expect((await walk(fetchWorker, who)).status).toBe("completed");
});
