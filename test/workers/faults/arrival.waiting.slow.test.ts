import { env, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { ARRIVAL_WITHIN_MS } from "../../../src/recruitment/answer-in-time.ts";
import { breakD1 } from "../../support/faults/d1-faults.ts";
import { send } from "../../support/http/http.ts";
import { openStudy, type Participant, walk } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";
import { allocatorAnswers } from "../../support/sessions/lapsed-place.ts";

/** The page of the refusal waits two seconds for the study's language and texts. */
const SPARE_MS = 7_000;
/** How long an arrival waits for an object that it can do without. */
const HELPER_MS = 2_000;
const silent = () => new Promise<never>(() => {});

const land = (slug: string) =>
	fetchWorker(`/p/${slug}?PROLIFIC_PID=somebody&STUDY_ID=study&SESSION_ID=submission`, {
		headers: { Accept: "text/html" },
	});

const start = (slug: string) =>
	send(`/v1/studies/${slug}/sessions`, { method: "POST", json: { participant: { id: "somebody", source: "test" } } });

/** Refused in time, in a way that can be repeated. */
async function expectRefusedInTime(arrival: () => Promise<Response>): Promise<void> {
	const startedAtMs = performance.now();
	const refused = await arrival();
	const waitedMs = performance.now() - startedAtMs;
	expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
	expect(waitedMs).toBeGreaterThan(ARRIVAL_WITHIN_MS - 100);
	expect(waitedMs).toBeLessThan(ARRIVAL_WITHIN_MS + SPARE_MS);
}

/** Replaces methods of an object's class in this runtime. Gives the way back. */
async function silence(namespace: DurableObjectNamespace, methods: readonly string[]): Promise<() => Promise<void>> {
	const change = (of: (name: string, methods: Record<string, unknown>) => unknown) =>
		runInDurableObject(namespace.get(namespace.idFromName("any")), (object) => {
			const all = Object.getPrototypeOf(object) as Record<string, unknown>;
			const before = Object.fromEntries(methods.map((name) => [name, all[name]]));
			for (const name of methods) all[name] = of(name, before);
			return before;
		});
	const before = await change(() => silent);
	return async () => void (await change((name) => before[name]));
}

describe("somebody who arrives while a store is silent", () => {
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, servedStudy("silent-helpers", "single"));
		for (const slug of ["silent-allocator", "silent-database"])
			await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } }));
	});

	it("is refused in time by a silent D1 or allocator, and gets in when they answer again", async () => {
		const answered = await allocatorAnswers("silent-allocator", "standing", silent);
		const allocator = [land, start].map((arrive) => expectRefusedInTime(() => arrive("silent-allocator")));
		// Those have read their study.
		await expect.poll(() => fetchWorker("/healthz").then(({ status }) => status)).toBe(200);
		const { repair } = breakD1("slow");
		await Promise.all([
			...allocator,
			...[land, start].map((arrive) => expectRefusedInTime(() => arrive("silent-database"))),
		]);
		repair();
		await answered();
		for (const slug of ["silent-allocator", "silent-database"]) {
			expect((await land(slug)).status).toBe(303);
			expect((await start(slug)).status).toBe(201);
		}
	});

	it("gets in soon without the circuit breaker and the limiter, and can finish without the breaker", async () => {
		const heard = [
			await silence(env.HEALTH, ["judge", "report", "thinking", "noteThinking"]),
			await silence(env.LIMITS, ["take"]),
		];
		const startedAtMs = performance.now();
		const started = await start("silent-helpers");
		expect(started.status).toBe(201);
		expect(performance.now() - startedAtMs).toBeLessThan(2 * HELPER_MS + SPARE_MS);
		const who: Participant = JSON.parse(await started.text());
		expect((await walk(fetchWorker, who)).status).toBe("completed");
		expect(performance.now() - startedAtMs).toBeLessThan(ARRIVAL_WITHIN_MS);
		for (const again of heard) await again();
	});
});
