import { beforeAll, describe, expect, it } from "vitest";
import { openStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { ODD_PACE, ODD_REPLIES } from "../../support/models/odd-replies.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { type Met, meetAll } from "../../support/sessions/odd-walk.ts";

const names = Object.keys(ODD_REPLIES);
/** Ninety sessions at once in one process, on as few as two cores. */
const SPARE_MS = 10_000;

/** The whole table under the default pace. Failures take two rounds of 45 seconds. */
describe("a participant of a paced study whose model server responds in an unusual way", () => {
	let met: readonly Met[] = [];
	beforeAll(async () => {
		const study = servedStudy("odd-paced", "single");
		const paced = { ...study, blinding: { level: "double" as const, pace: ODD_PACE } };
		await openStudy(fetchWorker, KEY, paced);
		met = await meetAll(fetchWorker, KEY, "odd-paced", names);
	}, 300_000);

	it("is tested with at least forty kinds of responses", () => expect(names.length).toBeGreaterThanOrEqual(40));

	it.each(names)(
		"waits no longer than the stated time, sees the expected text, and reaches an exit that pays: %s",
		(name) => {
			const found = met.find((each) => each.name === name);
			const outcome = found?.odd.outcome;
			expect(found?.ended).toBe("completed");
			expect(found?.waitedMs).toBeLessThan((outcome?.withinMs ?? 0) + SPARE_MS);
			if (outcome?.sees === "reply") expect(found?.replies[0]?.startsWith(outcome.text)).toBe(true);
			else {
				expect(found?.replies).toEqual([]);
				expect(found?.step).toMatchObject({
					kind: "retry",
					...(outcome?.sees === "over" && { canRetry: false, canEnd: true }),
				});
			}
		},
	);

	it("cannot learn from the time of a failure what failed", () => {
		const waits = met.filter(({ odd }) => odd.outcome.sees !== "reply").map(({ waitedMs }) => waitedMs);
		expect(Math.min(...waits)).toBeGreaterThan(45_000 - 100);
		expect(Math.max(...waits)).toBeLessThan(45_000 + SPARE_MS);
	});
});
