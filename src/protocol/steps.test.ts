import { describe, expect, it } from "vitest";
import { validStudy } from "../../test/support/protocol.ts";
import { blockSizes, completeSet } from "./block.ts";
import { formOf, itemsAsked, numberOfConversations, stepCount, stepsOfConversation } from "./steps.ts";

describe("the steps of a study", () => {
	const study = validStudy();
	const steps = (index: number) => study.conversations.slice(index, index + 1).map(stepsOfConversation);

	it("count each as one conversation an arm", () => expect(numberOfConversations(study)).toBe(6));

	it("count messages, choices and the forms after a conversation", () => {
		expect(steps(0)).toEqual([2 + 1]);
		expect(steps(1)).toEqual([3 + 3]);
		expect(steps(2)).toEqual([1 + 1]);
	});

	it("count no choice where a best-of goes on with one reply", () => {
		expect(validStudy({ "/conversations/1/laterCandidates": 1 }).conversations.map(stepsOfConversation)).toEqual([
			3, 4, 2,
		]);
	});

	it("add up: consent, about, four singles, a best-of, a side-by-side, the end", () => {
		expect(stepCount(study)).toBe(1 + 1 + 4 * 3 + 6 + 2 + 1);
	});
});

describe("the items of a study", () => {
	it("are told in the flow's order, with how often and when", () => {
		const told = itemsAsked(validStudy()).map(({ form, item, times, beforeRandomisation }) => [
			form,
			item.id,
			times,
			beforeRandomisation,
		]);
		expect(told).toEqual([
			["about", "age", 1, true],
			["about", "use", 1, true],
			["about", "langs", 1, true],
			["about", "words", 1, true],
			["about", "read", 1, true],
			["mood", "good", 4, false],
			["panes", "order", 1, false],
			["end", "order", 1, false],
		]);
	});

	it("belong to forms that exist", () => {
		expect(formOf(validStudy(), "mood").title).toBe("Mood");
		expect(() => formOf(validStudy(), "toString")).toThrow("toString");
	});
});

describe("a complete set", () => {
	const setOf = (arms: number, design: object) => {
		const study = validStudy();
		const ids = Array.from({ length: arms }, (_, index) => ({ id: `a${index}`, model: "warm" }));
		return completeSet({ ...study, arms: ids, design: { ...study.design, ...design } });
	};

	it.each([
		[1, "williams", 1],
		[2, "williams", 2],
		[3, "williams", 6],
		[4, "williams", 4],
		[5, "latin-square", 5],
		[5, "random", 1],
	])("of %i arms in the order %s has %i sequences", (arms, order, sequences) =>
		expect(setOf(arms, { order })).toBe(sequences),
	);

	it("has one participant an arm in parallel groups", () => expect(setOf(5, { kind: "parallel" })).toBe(5));

	it("is the default block", () => {
		expect(blockSizes(validStudy({ "/design/blockSize": undefined }))).toEqual([4]);
		expect(blockSizes(validStudy({ "/design/blockSize": [4, 8] }))).toEqual([4, 8]);
	});
});
