import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { studyWith, studyWithEntry } from "../../../../test/support/sessions/session-study.ts";
import { parseProtocol } from "../../../protocol/parse/parse.ts";
import type { Protocol } from "../../../protocol/schema/schema.ts";
import { walkThrough } from "./walk-through.ts";

function seed(name: string): Protocol {
	const parsed = parseProtocol(JSON.parse(readFileSync(`seeds/${name}.json`, "utf8")));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
	return parsed.value;
}

const kindsOf = (protocol: Protocol) => walkThrough(protocol).views.map(({ step, status }) => step?.kind ?? status);

describe("a walk through a protocol", () => {
	it("has each step of a participant, in order, to the end", () => {
		const { protocol } = studyWith();
		const kinds = kindsOf(protocol);
		expect(kinds.slice(0, 3)).toEqual(["consent", "form", "message"]);
		expect(kinds.slice(-2)).toEqual(["form", "completed"]);
		expect(kinds).toContain("choice");
		expect(kinds).not.toContain("retry");
	});

	it.each(["two-minute", "prism", "prism-x"])("comes to the end of %s, past its rules and checks", (name) => {
		const { views, ends } = walkThrough(seed(name));
		expect(ends).toBe(true);
		expect(views.at(-1)).toMatchObject({ status: "completed", step: null });
		expect(views.filter(({ step }) => step?.kind === "form").length).toBeGreaterThan(0);
	});

	it("is the same each time, and another one for another protocol", () => {
		const { protocol } = studyWith();
		expect(walkThrough(protocol)).toEqual(walkThrough(protocol));
		const more = studyWith({ title: "Another" }).protocol;
		expect(JSON.stringify(walkThrough(more))).not.toBe(JSON.stringify(walkThrough(protocol)));
	});

	it("goes on where strata come from attributes that nobody gave, and where arms are minimised", () => {
		const strata = ["attributes.region"];
		for (const method of ["permuted-blocks", "minimisation"] as const) {
			const { protocol } = studyWith({ design: { kind: "crossover", order: "williams", strata, method } });
			expect(kindsOf(protocol).at(-1)).toBe("completed");
		}
	});

	it("stops where a study is too long to be shown", () => {
		const { protocol } = studyWithEntry("solo", { turns: { min: 100, max: 100 } });
		const { views, ends } = walkThrough(protocol);
		expect(ends).toBe(false);
		expect(JSON.stringify(views).length).toBeLessThan(1_200_000);
	});

	it("has nothing of arms, models or labels, nor what only previews show", () => {
		const protocol = seed("prism-x");
		const text = JSON.stringify(walkThrough(protocol));
		for (const { id } of protocol.arms) expect(text).not.toContain(`"${id}"`);
		expect(text).not.toMatch(/"(arm|preview|correct|sequence)"/);
	});
});
