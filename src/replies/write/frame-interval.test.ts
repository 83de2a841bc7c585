import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Act } from "../../../test/support/models/scripted-models.ts";
import { replyScene, T0 } from "../../../test/support/replies/reply-scene.ts";
import { READ_MS } from "../../models/calls/start-call.ts";
import { LATE_STEP_MS, presentationMs } from "../present/pace.ts";
import { frameIntervalMs } from "./frame-interval.ts";
import { REPLY_LIMITS } from "./reply-limits.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const LOOK_MS = 20;

/** A model that writes `length` characters after each pause. */
type Piece = { readonly afterMs: number; readonly length: number };
const scriptOf = (pieces: readonly Piece[]): Act[] => [
	...pieces.flatMap(({ afterMs, length }): Act[] => [{ afterMs }, { say: "x".repeat(length) }]),
	"end",
];
const receivedBy = (pieces: readonly Piece[], ms: number): number => {
	let [atMs, received] = [0, 0];
	for (const { afterMs, length } of pieces) {
		atMs += afterMs;
		if (atMs <= ms) received += length;
	}
	return received;
};
const endOf = (pieces: readonly Piece[]): number => pieces.reduce((ms, { afterMs }) => ms + afterMs, 0);

const steady = (count: number, piece: Piece): Piece[] => Array.from({ length: count }, () => piece);

describe("frames under a pace", () => {
	it("are stored a tenth as often while the stored text lasts, and after a tenth of a second otherwise", async () => {
		const framesOf = async (piece: Piece) => {
			const { time, sql, write } = replyScene({ A: [scriptOf(steady(200, piece))] });
			const before = sql.writes;
			write({ pace: PACE });
			await time.advance(200 * piece.afterMs);
			return sql.writes - before;
		};
		expect(await framesOf({ afterMs: 20, length: 8 })).toBeLessThan(15);
		expect(await framesOf({ afterMs: 100, length: 8 })).toBeGreaterThan(190);
	});

	it("never leave text in memory for longer than usual that a reader at the pace may come to, whatever the models do", () =>
		fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.array(
						fc.record({ afterMs: fc.constantFrom(10, 20, 40, 150, 700), length: fc.integer({ min: 1, max: 60 }) }),
						{
							minLength: 1,
							maxLength: 40,
						},
					),
					{ minLength: 1, maxLength: 3 },
				),
				async (models) => {
					const labels = ["A", "B", "C"].slice(0, models.length);
					const { time, store, write } = replyScene(
						Object.fromEntries(labels.map((label, index) => [label, [scriptOf(models[index] ?? [])]])),
					);
					const slots = labels.map((label) => label.toLowerCase());
					write({ pace: PACE });
					const untilMs = Math.max(...models.map(endOf));
					for (let ms = 0; ms <= untilMs; ms += LOOK_MS) {
						await time.advance(ms === 0 ? 0 : LOOK_MS);
						const { texts } = store.progress("st_1", slots);
						const isBehind = models.some(
							(pieces, index) =>
								receivedBy(pieces, ms - REPLY_LIMITS.frameMs) > (texts[slots[index] ?? ""] ?? "").length,
						);
						if (!isBehind) continue;
						const shortest = Math.min(
							...models.map((pieces, index) =>
								ms > endOf(pieces) + REPLY_LIMITS.frameMs
									? Number.POSITIVE_INFINITY
									: (texts[slots[index] ?? ""] ?? "").length,
							),
						);
						expect(presentationMs(shortest, PACE) - ms).toBeGreaterThanOrEqual(LATE_STEP_MS);
					}
				},
			),
			{ numRuns: 40 },
		));

	it("wait until the stored text lasts for one late step, and at most a second", () => {
		const lastingMs = (longestFrameMs: number, ms: number) => {
			const stored = { a: { text: "x".repeat(400), state: "writing" as const, calls: [], open: null } };
			const candidates = [{ slot: "a" }];
			return frameIntervalMs({ startedAtMs: T0, pace: PACE, candidates }, stored, {
				nowMs: T0 + ms,
				limits: { ...REPLY_LIMITS, longestFrameMs },
			});
		};
		// 400 characters last until 5.3 s; the next frame comes more than one late step before.
		expect(lastingMs(1000, 1000)).toBe(1000);
		expect(lastingMs(1000, 2500)).toBe(734);
		expect(lastingMs(1000, 3300)).toBe(100);
	});
});

describe("frames of a reply that is shown as it comes, or screened", () => {
	it("come as often as the reply is read, so that no text waits twice", () =>
		expect(REPLY_LIMITS.unpacedFrameMs).toBe(READ_MS));

	it("come every quarter, or tenth, of a second", () => {
		const stored = { a: { text: "x".repeat(4000), state: "writing" as const, calls: [], open: null } };
		const now = { nowMs: T0, limits: REPLY_LIMITS };
		const candidates = [{ slot: "a" }];
		expect(frameIntervalMs({ startedAtMs: T0, pace: "as-is", candidates }, stored, now)).toBe(250);
		const screening = {};
		expect(frameIntervalMs({ startedAtMs: T0, pace: PACE, screening, candidates }, stored, now)).toBe(100);
		expect(frameIntervalMs({ startedAtMs: T0, pace: PACE, candidates }, stored, now)).toBe(1000);
	});
});
