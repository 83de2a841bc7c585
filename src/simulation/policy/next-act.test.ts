import { describe, expect, it } from "vitest";
import { cases } from "../../../test/support/cases.ts";
import { range } from "../../../test/support/randomisation/trial.ts";
import { mindOf, walkByPolicy } from "../../../test/support/sessions/policy-walk.ts";
import { MOON, mixedProtocol, PLANS, SUN, studyWith } from "../../../test/support/sessions/session-study.ts";
import { actOf } from "./next-act.ts";

/** Its attention checks say in quotes what to take, as checks for people do. */
const study = studyWith(
	JSON.parse(JSON.stringify(mixedProtocol).replace('"Second"', '"Take “second”"').replace('"Take 2"', '"Take “2”"')),
);
const walk = (who: Parameters<typeof walkByPolicy>[2]) => walkByPolicy(study, PLANS.mixed, who);
const ofType = (events: ReturnType<typeof walk>["events"], type: string) =>
	events.filter((event) => event.type === type);

describe("a scripted participant", () => {
	it.each(['"', "«»", "„“"])("passes a check whose wording has the option in %s", ([open = "", close = open]) => {
		const quoted = JSON.stringify(mixedProtocol)
			.replace('"Second"', JSON.stringify(`Take ${open}second${close}`))
			.replace('"Take 2"', JSON.stringify(`Take ${open}2${close}`));
		const checked = studyWith(JSON.parse(quoted));
		for (const seed of range(10))
			expect(walkByPolicy(checked, PLANS.mixed, { seed }).views.at(-1)?.status).toBe("completed");
	});

	it("answers every step of all layouts as the protocol allows, with any seed", () => {
		for (const seed of range(cases(20))) expect(walk({ seed }).views.at(-1)?.status).toBe("completed");
	});

	it("gives the same answers again", () => {
		expect(walk({ seed: 3 }).events).toEqual(walk({ seed: 3 }).events);
		expect(walk({ seed: 3 }).events).not.toEqual(walk({ seed: 4 }).events);
		expect(walk({ seed: 3, place: 1 }).events).not.toEqual(walk({ seed: 3 }).events);
	});

	it("without noise ranks conversations and panes, and chooses, exactly by the arms' worths", () => {
		const { events } = walk({ worths: { [SUN]: 1, [MOON]: 2 }, policy: { noise: 0 } });
		const [chosen] = ofType(events, "CandidateChosen");
		const slot = PLANS.mixed.conversations
			.find(({ entry }) => entry === "duel")
			?.slots.find(({ label }) => String(label) === MOON);
		expect(chosen).toMatchObject({ chosen: slot?.slot });
		const forms = ofType(events, "FormAnswered") as { form: string; answers: Record<string, unknown> }[];
		const panes = PLANS.mixed.conversations.find(({ entry }) => entry === "panes")?.slots ?? [];
		const better = panes.filter(({ label }) => String(label) === MOON).map(({ slot: name }) => name);
		expect(forms.find(({ form }) => form === "which")?.answers.best).toMatchObject({ 0: better[0] });
	});

	it("takes the first option without noise and with a strong position bias", () => {
		const { events } = walk({ policy: { noise: 0, positionBias: 5 } });
		expect(ofType(events, "CandidateChosen")[0]).toMatchObject({ chosen: "a" });
	});

	it("leaves after randomisation, never before, if its policy says so", () => {
		for (const seed of range(6)) {
			const { events, views } = walk({ seed, policy: { dropOut: 1 } });
			expect(views.at(-1)?.status).toBe("withdrawn");
			expect(ofType(events, "Randomised")).toHaveLength(1);
		}
	});

	it("sends nothing of its arms' worths: its acts fit the participant's schema", () => {
		const { views } = walk({ worths: { [SUN]: 1.2345, [MOON]: -2.3456 } });
		expect(JSON.stringify(views)).not.toMatch(/2345|3456|worth/);
	});

	it("waits while a reply is written", () => {
		const [first] = walk({}).views;
		if (!first) throw new Error("no view");
		const step = { id: "st_1", kind: "generating", since: "" } as const;
		expect(actOf(mindOf({}, []), first, step)).toEqual({ kind: "wait" });
	});
});
