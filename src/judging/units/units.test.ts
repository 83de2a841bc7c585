import { describe, expect, it } from "vitest";
import { type Talk, unitsOf } from "./units.ts";

const reply = (turn: number, slot: string, chosen: boolean | null = null) => ({
	...{ id: `ca_${turn}${slot}`, slot, text: `Reply ${turn}${slot}.`, chosen },
});
const talk = (layout: Talk["layout"], turns: readonly (readonly ReturnType<typeof reply>[])[]): Talk => ({
	session: "se_1",
	conversation: "cv_1",
	layout,
	turns: turns.map((replies, index) => ({
		id: `ms_${index + 1}`,
		turn: index + 1,
		text: `Message ${index + 1}.`,
		replies,
	})),
});
const single = talk("single", [[reply(1, "a")], [reply(2, "a")]]);
const bestOf = talk("best-of", [
	[reply(1, "a", false), reply(1, "b", true)],
	[reply(2, "a", true), reply(2, "b", false)],
]);
const panes = talk("side-by-side", [
	[reply(1, "a"), reply(1, "b"), reply(1, "c")],
	[reply(2, "a"), reply(2, "b"), reply(2, "c")],
]);
const idsOf = (of: Talk, judges: Parameters<typeof unitsOf>[1]) => unitsOf(of, judges).map(({ id }) => id);

describe("the units of a conversation", () => {
	it("are its replies, each with the messages before it", () => {
		const units = unitsOf(single, "reply");
		expect(units.map(({ id }) => id)).toEqual(["ca_1a", "ca_2a"]);
		expect(units[1]).toEqual({
			id: "ca_2a",
			place: { session: "se_1", conversation: "cv_1", turn: 2, slot: "a", otherSlot: null },
			material: {
				kind: "reply",
				turns: [
					{ role: "participant", text: "Message 1." },
					{ role: "assistant", text: "Reply 1a." },
					{ role: "participant", text: "Message 2." },
					{ role: "assistant", text: "Reply 2a." },
				],
			},
		});
	});

	it("continue with the chosen reply of a best-of, and with a pane's own reply", () => {
		const saidBefore = (of: Talk, id: string) => {
			const material = unitsOf(of, "reply").find((unit) => unit.id === id)?.material;
			return material?.kind === "reply" ? material.turns[1]?.text : undefined;
		};
		expect(saidBefore(bestOf, "ca_2a")).toBe("Reply 1b.");
		expect(saidBefore(panes, "ca_2c")).toBe("Reply 1c.");
	});

	it("are pairs of replies to the same conversation", () => {
		expect(idsOf(single, "pair")).toEqual([]);
		expect(idsOf(bestOf, "pair")).toEqual(["ms_1:a-b", "ms_2:a-b"]);
		expect(idsOf(panes, "pair")).toEqual(["ms_1:a-b", "ms_1:a-c", "ms_1:b-c"]);
		expect(unitsOf(bestOf, "pair")[1]).toMatchObject({
			place: { turn: 2, slot: "a", otherSlot: "b" },
			material: { replies: ["Reply 2a.", "Reply 2b."], turns: [{}, { text: "Reply 1b." }, { text: "Message 2." }] },
		});
	});

	it("are only the opening message", () => {
		expect(unitsOf(bestOf, "opening")).toEqual([
			{
				id: "ms_1",
				place: { session: "se_1", conversation: "cv_1", turn: 1, slot: null, otherSlot: null },
				material: { kind: "opening", text: "Message 1." },
			},
		]);
		expect(idsOf({ ...single, turns: [] }, "opening")).toEqual([]);
	});
});
