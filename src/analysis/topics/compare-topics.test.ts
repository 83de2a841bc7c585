import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../randomisation/draw/generator.ts";
import { distanceBetween } from "../agreement/distribution-distance.ts";
import { compareTopics } from "./compare-topics.ts";

const { jensenShannon }: { jensenShannon: { p: number[]; q: number[]; distance: number } } = JSON.parse(
	readFileSync("test/golden/measures.json", "utf8"),
);

const sampling = () => ({ draws: 200, stream: randomStream("d".repeat(64), ["test"]) });
const missing = (words: RegExp) => ({ missing: expect.stringMatching(words) });

describe("topics of people and of simulations", () => {
	it("has SciPy's Jensen-Shannon distance", () => {
		const { p, q, distance } = jensenShannon;
		expect(distanceBetween(Float64Array.from(p), Float64Array.from(q), "jensen-shannon")).toBeCloseTo(distance, 12);
	});

	it("shows simulations that all open with one topic", () => {
		const people = Array.from({ length: 30 }, (_, index) => [0, 1, 2].map((topic) => Number(topic === index % 3)));
		const simulated = people.map(() => [1, 0, 0]);
		const found = compareTopics(people, simulated, sampling());
		expect(found.human).toMatchObject({
			diversity: { estimate: expect.closeTo(3, 10) },
			participants: 30,
			openings: 30,
		});
		expect(found.simulated).toMatchObject({ diversity: { estimate: 1 }, betweenParticipants: { estimate: 0 } });
		expect(found.differences[0]).toMatchObject({ estimate: expect.closeTo(2 / 3, 10) });
		if ("missing" in found.distance) throw new Error("no distance");
		expect(found.distance.lower).toBeGreaterThan(found.distance.byChance);
		expect(found.distance.p).toBeLessThan(0.01);
	});

	it("finds no difference if both sides open in the same way", () => {
		const rows = Array.from({ length: 20 }, (_, index) => [index % 2, 1 - (index % 2)]);
		const found = compareTopics(rows, rows, sampling());
		expect(found.distance).toMatchObject({ distance: 0, p: 1 });
		expect(found.differences[0]).toMatchObject({ estimate: 0 });
	});

	it("gives the reason if a comparison is not possible", () => {
		expect(compareTopics([], [], sampling())).toMatchObject({
			distance: missing(/two participants/),
			human: { diversity: missing(/two of them/), openings: 0 },
			differences: [],
		});
	});
});
