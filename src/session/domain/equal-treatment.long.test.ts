import { describe, expect, it } from "vitest";
import { plausible } from "../../../test/support/http/participant.ts";
import { broken, limited } from "../../../test/support/models/scripted-models.ts";
import {
	type RecordedSession,
	runSession,
	type Voice,
	type World,
} from "../../../test/support/sessions/scripted-session.ts";
import { ARM_IDS, MOON, PLANS, SUN, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { Plan } from "../../randomisation/plan/plan.ts";
import { REPLY_LIMITS } from "../../replies/write/reply-limits.ts";
import type { Write } from "../projection/writes.ts";
import type { StepView } from "../view/view-schema.ts";

const [ARM_SUN, ARM_MOON] = ARM_IDS;
const HANDLINGS = ["record", "mask", "regenerate"] as const;
const LAYOUTS = { single: PLANS.solo, "best-of": PLANS.duel, "side-by-side": PLANS.panes, mixed: PLANS.mixed };
const PACES = ["as-is", { firstFrameMs: 900, charactersPerSecond: 90 }] as const;
const CASES = (["single", "best-of", "side-by-side"] as const).flatMap((layout) =>
	HANDLINGS.flatMap((handling) => PACES.map((pace) => [layout as keyof typeof LAYOUTS, handling, pace] as const)),
);

const studyThat = (selfIdentification: (typeof HANDLINGS)[number], pace: (typeof PACES)[number]) =>
	studyWith({ blinding: { level: "double", pace, selfIdentification } });

/** Each turn asks for another kind of failure. */
const TROUBLE = ["name yourself", "fail for good", "fail, then answer"];
const answerTo = (step: StepView): unknown => {
	if (step.kind === "message" && step.turn <= step.maxTurns) return { text: TROUBLE[step.turn - 1] ?? "and so on" };
	const answer = plausible(step);
	if (step.kind !== "form") return answer;
	const { answers } = answer as { answers: Record<string, unknown> };
	return { answers: "attention" in answers ? { ...answers, attention: 2 } : answers };
};

/** Every model behaves the same, apart from its name and its own text. */
const voiceOf =
	(name: string, gapMs: number): Voice =>
	(thread, asked) => {
		const text = thread.at(-1)?.text ?? "";
		const reply = [gapMs, `${name} heard you. `, gapMs, `You said: ${text}. `, gapMs, "What else?"];
		if (text === TROUBLE[0] && asked < 2) return ["Well. I am ", gapMs, `${name}. `, ...reply];
		if (text === TROUBLE[1] && asked < REPLY_LIMITS.tries) return [asked === 0 ? limited(1000) : broken()];
		if (text === TROUBLE[2] && asked < 2) return [broken()];
		return reply;
	};

/** Two very different models: one is slow, always names itself, and fails in the middle. */
const UNLIKE: World["voices"] = {
	[ARM_SUN]: voiceOf("Claude", 20),
	[ARM_MOON]: (thread, asked) =>
		thread.at(-1)?.text === TROUBLE[1] && asked === 0
			? [300, "Half a sen", broken()]
			: [700, "I am Llama-3.1-70B, made by Meta. ", 900, "Anything else that you want to talk about? ", 400, "Say it."],
};

const swapLabels = (text: string): string =>
	text.replaceAll(SUN, "\u0000").replaceAll(MOON, SUN).replaceAll("\u0000", MOON);
const swapped = <T>(value: T): T => JSON.parse(swapLabels(JSON.stringify(value)));
const KEY = { [SUN]: ARM_SUN, [MOON]: ARM_MOON };
const SWAPPED_KEY = { [SUN]: ARM_MOON, [MOON]: ARM_SUN };

/** The log without the arms: no labels and no seals. */
const withoutArms = ({ events }: RecordedSession): string =>
	JSON.stringify(events.map((event) => ({ ...event, arms: null, calls: null })));
/** What the client observed. Of stream parts only their length, because a name may be split between two. The views have the whole texts. */
const shape = ({ seen }: RecordedSession): string[] =>
	seen.map((frame) =>
		frame.replace(/"delta":("(?:[^"\\]|\\.)*")/g, (_, piece: string) => `"delta":${JSON.parse(piece).length}`),
	);
/** The open parts of the rows. */
const openRows = ({ writes }: RecordedSession): string => JSON.stringify(writes.map(openPart));
function openPart(write: Write): unknown {
	if (write.into === "replies") return { isFinal: write.isFinal, slots: write.of.slots };
	return "upsert" in write ? write.upsert : write;
}

const tell = (layout: keyof typeof LAYOUTS, more: Omit<World, "plan" | "answerTo"> & { plan?: Plan }) =>
	runSession({ plan: LAYOUTS[layout], answerTo, ...more });

describe.each([...CASES, ["mixed", "regenerate", PACES[1]] as const])(
	"in %s with %s and the pace %j",
	(layout, handling, pace) => {
		const study = studyThat(handling, pace);

		it("gives participants the same bytes at the same milliseconds if definitions and labels of two arms are swapped", async () => {
			const told = await tell(layout, { study, key: KEY, voices: UNLIKE });
			const plan = swapped(LAYOUTS[layout]);
			const mirrored = await tell(layout, { study, key: SWAPPED_KEY, voices: UNLIKE, plan });
			expect(mirrored.seen).toEqual(told.seen);
			expect(withoutArms(mirrored)).toBe(swapLabels(withoutArms(told)));
			expect(openRows(mirrored)).toBe(swapLabels(openRows(told)));
			expect(mirrored.calls).toEqual(told.calls);
			expect(told.events.at(-1)?.type).toBe("SessionCompleted");
		});

		it("gives the mirrored log if the definitions of two arms are swapped", async () => {
			const voices = { [ARM_SUN]: voiceOf("Claude", 50), [ARM_MOON]: voiceOf("Gemini", 50) };
			const swapNames = (text: string): string =>
				text
					.replaceAll("Claude", "\u0000")
					.replaceAll("Gemini", "Claude")
					.replaceAll("\u0000", "Gemini")
					.replaceAll(ARM_SUN, "\u0000")
					.replaceAll(ARM_MOON, ARM_SUN)
					.replaceAll("\u0000", ARM_MOON);
			const told = await tell(layout, { study, key: KEY, voices });
			const mirrored = await tell(layout, { study, key: SWAPPED_KEY, voices });
			expect(shape(mirrored).map(swapNames)).toEqual(shape(told));
			expect(swapNames(withoutArms(mirrored))).toBe(withoutArms(told));
			expect(swapNames(openRows(mirrored))).toBe(openRows(told));
			expect(swapNames(JSON.stringify(mirrored.calls))).toBe(JSON.stringify(told.calls));
		});
	},
);

describe("the test itself", () => {
	it("meets all kinds of failure", async () => {
		const study = studyThat("regenerate", "as-is");
		const { events, calls } = await tell("mixed", { study, key: KEY, voices: UNLIKE });
		const handlings = events.flatMap((event) => (event.type === "SelfIdentified" ? [event.handling] : []));
		expect(new Set(handlings)).toEqual(new Set(["mask", "regenerate"]));
		expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["ReplyFailed", "ReplyAskedAgain"]));
		expect(new Set(calls.map(({ failure }) => failure))).toEqual(
			new Set([null, "self_identified", "server_error", "rate_limited"]),
		);
	});
});
