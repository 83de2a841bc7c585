import { describe, expect, it } from "vitest";
import { ODD_REPLIES } from "../../support/models/odd-replies.ts";
import { ask, protocolWith } from "./asking.ts";

const quick = Object.entries(ODD_REPLIES).filter(([, { isSlow }]) => !isSlow);
const asked = (name: string) => ask(protocolWith({}), `[[odd:${name}]] How are you?`);
const named = (sees: string) => quick.filter(([, { outcome }]) => outcome.sees === sees).map(([name]) => name);
const textOf = (name: string): string => {
	const outcome = ODD_REPLIES[name]?.outcome;
	return outcome?.sees === "reply" ? outcome.text : "";
};

describe("a model server that responds in an unusual way", () => {
	it.each(named("reply"))("has its reply accepted: %s", async (name) => {
		const { texts, end, failure, record } = await asked(name);
		expect(failure).toBeNull();
		expect(texts.join("").startsWith(textOf(name))).toBe(true);
		expect(texts.join("").length).toBeLessThanOrEqual(3200);
		expect(end?.kind).toBe("end");
		expect(record.outputTokens).toBeGreaterThan(0);
	});

	it.each(named("retry"))("fails in a way that allows a retry: %s", async (name) => {
		const { texts, failure } = await asked(name);
		expect(failure?.retryable ?? texts.join("").trim().replaceAll("\u200b", "") === "").toBe(true);
	});

	it.each(named("over"))("fails in a way that allows no retry: %s", async (name) => {
		expect((await asked(name)).failure).toMatchObject({ reason: "refused", retryable: false });
	});

	it("is counted by estimate if it does not count tokens", async () => {
		for (const name of ["usage-empty", "usage-null", "no-done-stays-open"]) {
			expect((await asked(name)).record).toMatchObject({ countedBy: "estimate" });
		}
	});

	it("never shows hidden text", async () => {
		const thinking = named("reply").filter((name) => /^(think|harmony|chatml|goes-on|llama)/.test(name));
		for (const name of thinking) expect((await asked(name)).texts.join("")).not.toMatch(/Secret|think|<|\|/);
	});

	it("is cut at the cap, with a record of it", async () => {
		const { texts, end } = await asked("endless-text");
		expect(end).toMatchObject({ finishReason: "truncated", outputTokens: null });
		expect(texts.join("")).toHaveLength(3200);
	});
});
