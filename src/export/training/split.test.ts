import { describe, expect, it } from "vitest";
import { splitOf } from "./split.ts";

const OPTIONS = { seed: "1", testParticipants: 0.1, testConversations: 0.1 };
const PEOPLE = Array.from({ length: 2000 }, (_, index) => `pt_${index}`);
const talks = (person: string) => Array.from({ length: 6 }, (_, index) => `${person}/${index}`);

describe("the held-out split", () => {
	it("depends on the seed, and does not change for others when a participant is erased", () => {
		const places = (seed: string) =>
			PEOPLE.slice(0, 50).map((person) =>
				talks(person).map(splitOf(person, talks(person), { ...OPTIONS, seed }).placeOf),
			);
		expect(places("1")).toEqual(places("1"));
		expect(places("1")).not.toEqual(places("2"));
	});

	// n = 2000 and some 10,800; five standard deviations. The seed is fixed: it fails always or never.
	it("holds out the requested fractions", () => {
		const splits = PEOPLE.map((person) => ({ person, ...splitOf(person, talks(person), OPTIONS) }));
		const unseen = splits.filter((split) => split.unseen);
		expect(Math.abs(unseen.length - 200)).toBeLessThan(5 * Math.sqrt(2000 * 0.09));
		const others = splits.filter((split) => !split.unseen).flatMap(({ person, placeOf }) => talks(person).map(placeOf));
		const held = others.filter(({ split }) => split === "test").length;
		expect(Math.abs(held - others.length * 0.1)).toBeLessThan(5 * Math.sqrt(others.length * 0.09));
		expect(others.every(({ heldOut }) => heldOut !== "participant")).toBe(true);
	});

	it("leaves at least one conversation for training to each participant who is not held out", () => {
		for (const person of PEOPLE.slice(0, 100)) {
			const { placeOf } = splitOf(person, talks(person), { ...OPTIONS, testParticipants: 0, testConversations: 1 });
			expect(talks(person).filter((id) => placeOf(id).split === "train")).toHaveLength(1);
		}
	});

	it("holds out all participants at 1 and none at 0", () => {
		const all = splitOf("pt_1", ["cv"], { ...OPTIONS, testParticipants: 1 });
		expect(all.placeOf("cv")).toEqual({ split: "test", heldOut: "participant" });
		const none = splitOf("pt_1", ["cv"], { ...OPTIONS, testParticipants: 0, testConversations: 0 });
		expect(none.placeOf("cv")).toEqual({ split: "train", heldOut: null });
	});
});
