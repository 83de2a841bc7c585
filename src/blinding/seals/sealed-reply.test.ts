import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, deviationOf, replyOf } from "../../../test/support/replies/sealed-calls.ts";
import { blockOf, type OpenReply, type ReplyBlock } from "./sealed-reply.ts";

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

type Fields = Record<string, unknown>;
/** As SQL does it when a row is unsealed: RFC 7396, where null removes a field. */
const patched = (target: Fields, patch: Readonly<Fields>): Fields =>
	Object.fromEntries(Object.entries({ ...target, ...patch }).filter(([, value]) => value !== null));
const withoutNulls = (row: object): Fields => patched({}, row as Fields);

function unsealed({ place, shared, calls, deviations }: ReplyBlock) {
	return {
		calls: calls.map((call) => patched(patched({ ...place }, shared), call)),
		deviations: deviations.map((row) => patched({ ...place }, row)),
	};
}

const expected = ({ calls, deviations }: OpenReply) => ({
	calls: calls.map(withoutNulls),
	deviations: deviations.map(withoutNulls),
});

const ENOUGH = 100_000;
const text = fc.string({ unit: "grapheme", maxLength: 300 });
const calls = fc
	.array(
		fc.record({
			prompt: fc.constantFrom(null, "Be brief.", 'Say "no" — \u2028 or 👋'),
			failure: fc.constantFrom(null, "server_error"),
			servedModel: fc.option(text),
			discardedText: fc.option(text, { nil: undefined }),
			hiddenText: fc.option(text, { nil: undefined }),
		}),
		{ maxLength: 12 },
	)
	.map((many) =>
		many.map(({ discardedText, hiddenText, ...more }, number) =>
			callOf(number, {
				...more,
				...(discardedText && { discardedText }),
				...(hiddenText && { hiddenText }),
			}),
		),
	);
const replies = fc.tuple(calls, fc.nat({ max: 12 })).map(([made, count]) =>
	replyOf(
		made,
		Array.from({ length: count }, (_, number) => deviationOf(number)),
	),
);

describe("the content of a sealed reply", () => {
	it("gives every row back if there is room", () =>
		fc.assert(
			fc.property(replies, (reply) => {
				const block = blockOf(reply, ENOUGH);
				expect(unsealed(block)).toEqual(expected(reply));
				expect(block.truncated).toBe(false);
			}),
		));

	it("is never longer than the row, and says if something is missing", () =>
		fc.assert(
			fc.property(replies, fc.integer({ min: 700, max: 9_000 }), (reply, size) => {
				const block = blockOf(reply, size);
				expect(bytesOf(block)).toBeLessThanOrEqual(size);
				expect(block.truncated).toBe(
					JSON.stringify(unsealed(block)) !== JSON.stringify(unsealed(blockOf(reply, ENOUGH))),
				);
			}),
		));

	it("holds fields that calls share only once", () => {
		const prompt = "p".repeat(2000);
		const reply = replyOf([0, 1, 2].map((number) => callOf(number, { prompt })));
		expect(bytesOf(blockOf(reply, ENOUGH))).toBeLessThan(2000 + 640 + 3 * 420);
	});
});

describe("content that does not fit", () => {
	const [discardedText, hiddenText] = ["d".repeat(1000), "h".repeat(1000)];
	const reply = replyOf(
		[
			callOf(0, { discardedText, hiddenText }),
			callOf(1, { discardedText, hiddenText }),
			callOf(2, { hiddenText, prompt: "p".repeat(1000) }),
		],
		[deviationOf(0)],
	);
	/** What is kept in this many bytes; texts by their length. */
	const kept = (size: number) => {
		const { shared, calls: some, deviations } = blockOf(reply, size);
		const lengthOf = (value: unknown) => (typeof value === "string" ? value.length : 0);
		return {
			calls: some.map(({ id }) => Number(String(id).slice(3))),
			prompt: lengthOf(shared.prompt),
			deviations: deviations.length,
			discarded: some.map((call) => lengthOf(call.discardedText)),
			hidden: some.map((call) => lengthOf(call.hiddenText)),
		};
	};

	it("is left out in a fixed order: earlier reasoning, discarded texts, reasoning, deviations, calls, and the prompt", () => {
		const sizes = Array.from({ length: 90 }, (_, step) => 1000 + step * 100);
		const course = sizes.map(kept);
		const first = (reached: (at: ReturnType<typeof kept>) => boolean) => course.findIndex(reached);
		const order = [
			first(({ calls }) => calls.includes(2)),
			first(({ prompt }) => prompt === 1000),
			first(({ calls }) => calls.includes(0)),
			first(({ calls }) => calls.length === 3),
			first(({ deviations }) => deviations === 1),
			first(({ hidden }) => hidden[2] === 1000),
			first(({ discarded }) => discarded[0] === 1000),
			first(({ discarded }) => discarded[1] === 1000),
			first(({ hidden }) => hidden[0] === 1000),
			first(({ hidden }) => hidden[1] === 1000),
		];
		expect(order).not.toContain(-1);
		expect(order).toEqual([...order].sort((one, other) => one - other));
	});

	it("is cut with a mark", () => {
		const cut = blockOf(reply, 4000).calls.flatMap((call) => [call.discardedText, call.hiddenText]);
		expect(cut.filter((each) => typeof each === "string" && each.endsWith("…"))).toHaveLength(1);
	});
});
