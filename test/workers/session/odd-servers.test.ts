import { beforeAll, describe, expect, it } from "vitest";
import { openStudy } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { ODD_REPLIES } from "../../support/models/odd-replies.ts";
import { servedStudy } from "../../support/protocols/served-study.ts";
import { type Met, meetAll } from "../../support/sessions/odd-walk.ts";

/** Failures before the first text are repeated for a quarter of a minute. `odd-servers.waiting.slow.test.ts` tests those. */
const FAILS_AT_ONCE = ["ends-without-finish", "breaks-in-the-middle", "error-vllm", "error-openrouter", "not-json"];
const names = Object.entries(ODD_REPLIES)
	.filter(([name, { outcome, isSlow }]) => !isSlow && (outcome.sees !== "retry" || FAILS_AT_ONCE.includes(name)))
	.map(([name]) => name);

describe("a participant whose model server responds in an unusual way", () => {
	let met: readonly Met[] = [];
	beforeAll(async () => {
		await openStudy(fetchWorker, KEY, servedStudy("odd", "single"));
		met = await meetAll(fetchWorker, KEY, "odd", names);
	});

	it.each(names)("sees the expected text, and reaches an exit that pays: %s", (name) => {
		const found = met.find((each) => each.name === name);
		const outcome = found?.odd.outcome;
		expect(found?.ended).toBe("completed");
		if (outcome?.sees === "reply") {
			expect(found?.replies).toHaveLength(1);
			expect(found?.replies[0]?.startsWith(outcome.text)).toBe(true);
		} else {
			expect(found?.replies).toEqual([]);
			expect(found?.step).toMatchObject({
				kind: "retry",
				...(outcome?.sees === "over" && { canRetry: false, canEnd: true }),
			});
		}
	});

	it("sees nothing of a server or of a model's reasoning", () => {
		for (const { replies, step } of met)
			expect(JSON.stringify([replies, step])).not.toMatch(/Secret|odd model|overheated|<\|/);
	});
});
