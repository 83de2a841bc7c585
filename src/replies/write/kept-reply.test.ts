import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { ScriptedModels, unsealedCalls } from "../../../test/support/models/scripted-models.ts";
import { candidate, replyScene, T0 } from "../../../test/support/replies/reply-scene.ts";
import { MASK, maskText } from "../../blinding/masking.ts";
import { seal } from "../../blinding/seals/sealed.ts";
import { LEXICON } from "../../self-identification/names/lexicon.ts";
import { shownTexts } from "../present/pace.ts";
import { type Screening, SelfIdentificationFilter, type StoredTexts } from "../present/self-identification-filter.ts";
import { keptReply, keptTexts } from "./kept-reply.ts";

const PACE = { firstFrameMs: 900, charactersPerSecond: 90 };
const MASKING: Screening = { handling: "mask", lexicon: LEXICON };

/** Texts that came at once, by slot; `writing` may still grow. */
function storedOf(texts: Readonly<Record<string, string>>, writing: readonly string[] = []): StoredTexts {
	const reply = Object.fromEntries(
		Object.entries(texts).map(([slot, text]) => [
			slot,
			{
				text,
				state: writing.includes(slot) ? ("writing" as const) : ("complete" as const),
				calls: [],
				open: null,
				arrivals: [[T0, text.length]] as const,
				...(!writing.includes(slot) && { endedAtMs: T0 }),
			},
		]),
	);
	return { texts, writing, reply };
}
const at = (ms: number, screening?: Screening) => ({
	...{ startedAtMs: T0, nowMs: T0 + ms, pace: PACE, lexicon: LEXICON },
	screening,
});

describe("the text that a stop keeps", () => {
	it("is the text of each candidate that the pace has shown, however much was written", () => {
		const long = { a: "x".repeat(500), b: "y".repeat(200) };
		const [fast, slow] = [storedOf(long), storedOf({ a: "x".repeat(90), b: "y".repeat(90) }, ["a", "b"])];
		const kept = [fast, slow].map((stored) => keptTexts(stored, at(1700)));
		expect(kept[0]).toEqual({
			a: { text: "x".repeat(73), identified: [] },
			b: { text: "y".repeat(73), identified: [] },
		});
		expect(kept[1]).toEqual(kept[0]);
	});

	it.each([
		["before the first text", { a: "Hello" }, 899],
		["while one candidate has none", { a: "Hello", b: "" }, 2000],
		["while one candidate has only blanks", { a: "Hello", b: "\n\n  " }, 2000],
	])("is nothing %s", (_when, texts, ms) => expect(keptTexts(storedOf(texts, ["b"]), at(ms))).toBeNull());

	it("is a whole text that was shown to its end", () =>
		expect(keptTexts(storedOf({ a: "x".repeat(500), b: "Yes." }), at(1400))?.b).toEqual({
			text: "Yes.",
			identified: [],
		}));

	it("marks half of a name, so that researchers do not read it", () => {
		const kept = keptTexts(storedOf({ a: "Hello there and, well, hi. I am ChatGPT, a model." }), at(1300))?.a;
		expect(kept?.text).toBe("Hello there and, well, hi. I am ChatG");
		expect(maskText(kept?.text ?? "", kept?.identified ?? [])).toBe(`Hello there and, well, hi. ${MASK}`);
	});

	it("keeps the original under a mask, and all of the mask once it began", () => {
		const stored = storedOf({ a: "Hi. I am ChatGPT. How are you, and what is new with you?" });
		const kept = (ms: number) => keptTexts(stored, at(ms, MASKING))?.a;
		const shown = (ms: number) => maskText(kept(ms)?.text ?? "", kept(ms)?.identified ?? []);
		expect(shown(900)).toBe("H");
		expect([kept(1300)?.text, shown(1300)]).toEqual([
			"Hi. I am ChatGPT. How are you, and what is new",
			`Hi. ${MASK}. How are you, and what is new`,
		]);
	});

	it("is at least the shown text, at most a mask more, and otherwise the original", () => {
		const words = fc.array(fc.constantFrom("Hi.", "I am ChatGPT.", "Well", "\n\n", "(I am Claude)", "so it is!"), {
			minLength: 1,
			maxLength: 12,
		});
		fc.assert(
			fc.property(words, fc.nat(4000), fc.boolean(), (parts, ms, writing) => {
				const text = parts.join(" ");
				const stored = storedOf({ a: text }, writing ? ["a"] : []);
				const progress = new SelfIdentificationFilter(MASKING).shownOf(stored);
				const seen = shownTexts({ ...progress, ended: false }, { startedAtMs: T0, nowMs: T0 + ms }, PACE).a ?? "";
				const kept = keptTexts(stored, at(ms, MASKING))?.a;
				if (!kept) {
					expect(seen.trim()).toBe("");
					return;
				}
				const shown = maskText(kept.text, kept.identified);
				expect(text.startsWith(kept.text)).toBe(true);
				expect(`${shown}\u200a`.startsWith(seen)).toBe(true);
				expect(shown.length - seen.length).toBeLessThanOrEqual(MASK.length);
			}),
			{ seed: 20_261_128, numRuns: cases(60) },
		);
	});
});

describe("the calls of a reply that is stopped", () => {
	it("are all recorded: complete ones, and the running ones as stopped", async () => {
		const scripts = { A: [[{ say: "Hello there" }, "end" as const]], B: [[{ say: "Good day" }, "hang" as const]] };
		const { time, store, write } = replyScene(scripts);
		write();
		await time.advance(200);
		const request = {
			...{ replyId: "st_1", arms: seal({}), candidates: [candidate("a"), candidate("b")] },
			...{ startedAtMs: T0, firstAttempt: 1, pace: "as-is" as const },
		};
		const { open } = new ScriptedModels(time.wait, {});
		const kept = keptReply(request, {
			...{ stored: store.progress("st_1", ["a", "b"]), startCall: open, lexicon: LEXICON, nowMs: T0 + 200 },
		});
		expect(kept?.candidates.map(({ slot, text }) => [slot, text])).toEqual([
			["a", "Hello there"],
			["b", "Good day"],
		]);
		const calls = kept?.candidates.map((each) => unsealedCalls(each.calls).map(({ failure }) => failure));
		expect(calls).toEqual([[null], ["stopped"]]);
	});
});
