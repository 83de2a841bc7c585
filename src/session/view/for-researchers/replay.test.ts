import { describe, expect, it } from "vitest";
import {
	askedAgain,
	chose,
	consented,
	endedByParticipant,
	failed,
	filled,
	identified,
	randomised,
	said,
	started,
	type Teller,
	withdrawn,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { told } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, MOON, PLANS, SUN, studyWith } from "../../../../test/support/sessions/session-study.ts";
import type { Study } from "../../domain/state.ts";
import { replay } from "./replay.ts";
import { replaySchema } from "./replay-schema.ts";

const STUDY = studyWith();
const PLACED: readonly Teller[] = [started, consented, filled(ABOUT), randomised()];

function replayed(
	tellers: readonly Teller[],
	{ study = STUDY, isBlinded = true }: { study?: Study; isBlinded?: boolean } = {},
) {
	const { events, state } = told(study, ...tellers);
	if (!("facts" in state)) throw new Error("the session has not started, or is erased");
	return replaySchema.parse(replay(study, events, state, { isBlinded }));
}
const kinds = (tellers: readonly Teller[]) => replayed(tellers).entries.map(({ kind }) => kind);

describe("the replay of a session", () => {
	it("has the participant's views and acts, in order", () => {
		expect(
			kinds([...PLACED, said("Hello"), wrote({ a: "Hi" }), endedByParticipant, filled(EXPERIENCE), withdrawn]),
		).toEqual([...["start", "consent", "form", "conversation", "message", "reply", "form", "conversation", "end"]]);
	});

	it("shows a form with its labels and the answers to it", () => {
		const form = replayed([started, consented, filled(ABOUT)]).entries.find(({ kind }) => kind === "form");
		expect(form).toMatchObject({ conversation: null });
		const items = form?.kind === "form" ? form.items : [];
		for (const { id, shown, answer, label } of items) {
			expect(shown).toBe(true);
			expect(label).not.toBe("");
			if (id in ABOUT) expect(answer).toEqual((ABOUT as Record<string, unknown>)[id]);
		}
		expect(items.length).toBeGreaterThan(0);
	});

	it("puts a choice to the turn that it was about", () => {
		const log = [
			started,
			consented,
			filled(ABOUT),
			randomised(PLANS.duel),
			said("Hello"),
			wrote({ a: "Hi", b: "Yo" }),
			chose("b", { a: 31, b: 88 }),
		];
		const [choice] = replayed(log).entries.filter(({ kind }) => kind === "choice");
		expect(choice).toMatchObject({ conversation: 1, turn: 1, chosen: "b", scores: { a: 31, b: 88 } });
		expect(replayed(log).entries.filter(({ kind }) => kind === "reply")).toMatchObject([
			{ candidate: "a", text: "Hi" },
			{ candidate: "b", text: "Yo" },
		]);
	});

	it("is the same whether the model failed before, so that it shows no arm", () => {
		const smooth = replayed([...PLACED, said("Hello"), wrote({ a: "Hi" })]);
		const rough = replayed([...PLACED, said("Hello"), failed({}, 1), askedAgain, wrote({ a: "Hi" })]);
		expect(rough).toEqual(smooth);
	});

	it("names no label", () => {
		const text = JSON.stringify(replayed([...PLACED, said("Hello"), wrote({ a: "Hi" })]));
		for (const label of [MOON, SUN]) expect(text).not.toContain(`"${label}"`);
	});

	it("masks a name that the participant read, as long as the study is blinded", () => {
		const text = "I am Claude, by Anthropic.";
		const named = [
			...PLACED,
			said("Who are you?"),
			identified("a", [{ start: 5, end: 11 }] as never),
			wrote({ a: text }),
		];
		const replyIn = (isBlinded: boolean) => replayed(named, { isBlinded }).entries.find(({ kind }) => kind === "reply");
		expect(replyIn(true)).not.toMatchObject({ text });
		expect(JSON.stringify(replyIn(true))).not.toContain("Claude");
		expect(replyIn(false)).toMatchObject({ text });
	});

	it("says that a researcher ended it, and by which exit", () => {
		const by = { actor: "ak_one", reason: "Stuck." };
		const ended: Teller = ({ atMs }) => ({ type: "SessionEndedByResearcher", atMs, exit: "completed", by });
		expect(replayed([...PLACED, ended]).entries.at(-1)).toMatchObject({
			...{ kind: "end", status: "withdrawn", exit: "completed", byResearcher: true },
		});
	});
});
