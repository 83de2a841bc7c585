import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import { blockSizes, completeSet, topicSet } from "./block.ts";
import { formOf, itemsAsked, numberOfConversations, stepCount, stepsOfConversation } from "./steps.ts";

describe("the steps of a study", () => {
	const study = validStudy();
	const steps = (index: number) => study.conversations.slice(index, index + 1).map(stepsOfConversation);

	it("count each as one conversation an arm", () => expect(numberOfConversations(study)).toBe(6));

	it("count it as one where each topic has one arm", () => {
		const [talk] = study.conversations;
		const conversations = [talk, { ...talk, id: "other" }];
		const topics = { "/design/topics": "across", "/conversations": conversations, "/forms/panes": undefined };
		expect(numberOfConversations(validStudy(topics))).toBe(2);
		expect(numberOfConversations(validStudy({ ...topics, "/design/topics": "within" }))).toBe(8);
	});

	it("count messages, choices and the forms after a conversation", () => {
		expect(steps(0)).toEqual([2 + 1]);
		expect(steps(1)).toEqual([3 + 3]);
		expect(steps(2)).toEqual([1 + 1]);
	});

	it("count no choice in a best-of with one reply", () => {
		expect(validStudy({ "/conversations/1/laterCandidates": 1 }).conversations.map(stepsOfConversation)).toEqual([
			3, 4, 2,
		]);
	});

	it("add up: consent, about, four singles, a best-of, a side-by-side, the end", () => {
		expect(stepCount(study)).toBe(1 + 1 + 4 * 3 + 6 + 2 + 1);
	});
});

describe("the items of a study", () => {
	it("are listed in the flow's order, with their number and time", () => {
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

describe("the participants that topics take", () => {
	const talk = { ...validStudy().conversations[0], after: [] };
	const needed = (arms: number, count: number, design: object) => {
		const study = validStudy();
		const ids = Array.from({ length: arms }, (_, index) => ({ id: `a${index}`, model: "warm" }));
		const conversations = Array.from({ length: count }, (_, index) => ({
			...talk,
			id: `t${index}`,
		})) as typeof study.conversations;
		return topicSet({ ...study, arms: ids, conversations, design: { ...study.design, ...design } });
	};

	it("are a set for each topic where each has all arms", () => {
		expect([needed(4, 3, {}), needed(3, 2, {}), needed(3, 2, { order: "latin-square" })]).toEqual([12, 12, 6]);
	});

	it("are one set or two if there are as many topics as arms, with one arm each", () => {
		expect([3, 4, 5, 6].map((arms) => needed(arms, arms, { topics: "across" }))).toEqual([6, 8, 10, 12]);
		expect(needed(4, 6, { topics: "across" })).toBe(24);
	});

	it("are none if topics are drawn singly, or if there is only one", () => {
		expect([needed(4, 1, {}), needed(4, 3, { order: "random" }), needed(4, 3, { method: "minimisation" })]).toEqual([
			null,
			null,
			null,
		]);
	});
});
