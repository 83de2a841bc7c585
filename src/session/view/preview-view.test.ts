import { describe, expect, it } from "vitest";
import {
	consented,
	filled,
	randomised,
	said,
	started,
	startedAs,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { told } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, mixedProtocol, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { Study } from "../domain/state.ts";
import { view } from "./view.ts";
import { sessionViewSchema } from "./view-schema.ts";

const study = studyWith();
const pilot = startedAs({ pool: "pilot" });

function previewAfter(of: Study, ...tellers: readonly Teller[]) {
	const { state } = told(of, ...tellers);
	if (state.status === "new" || state.status === "erased") throw new Error(state.status);
	return sessionViewSchema.parse(view(of, state)).preview;
}

describe("the steps of a preview", () => {
	it("are shown only to sessions of the pilot pool", () => {
		expect(previewAfter(study, started)).toBeUndefined();
		expect(previewAfter(study, pilot)?.at).toBe("consent");
	});

	it("name conversations only by number before their order is drawn", () => {
		const { at, course = [] } = previewAfter(study, pilot, consented) ?? {};
		expect(at).toBe("form/about");
		const talks = course.filter(({ kind }) => kind === "conversation");
		expect(talks.map(({ key }) => key)).toEqual(talks.map((_, place) => `conversation/${place + 1}`));
		expect(talks.every(({ title }) => title === null)).toBe(true);
	});

	it("have the drawn order by title, and the current step", () => {
		const { at, course = [] } = previewAfter(study, pilot, consented, filled(ABOUT), randomised(PLANS.solo)) ?? {};
		expect(at).toBe("conversation/1");
		expect(course.slice(0, 4)).toEqual([
			{ key: "consent", kind: "consent", title: null, conversation: null },
			{ key: "form/about", kind: "form", title: "About you", conversation: null },
			{ key: "conversation/1", kind: "conversation", title: "One", conversation: 1 },
			{ key: "form/experience/1", kind: "form", title: expect.any(String), conversation: 1 },
		]);
		expect(new Set(course.map(({ key }) => key)).size).toBe(course.length);
	});

	it("are complete from the start if nothing has to be drawn, with the same keys later", () => {
		const { which: _, ...forms } = mixedProtocol.forms ?? {};
		const one = studyWith({ forms, conversations: mixedProtocol.conversations.filter(({ id }) => id === "solo") });
		const before = previewAfter(one, pilot)?.course;
		expect(before).toEqual(previewAfter(one, pilot, consented, filled(ABOUT), randomised(PLANS.solo))?.course);
	});

	it("keep the current step during a conversation", () => {
		const talking = [pilot, consented, filled(ABOUT), randomised(PLANS.solo), said("Hello"), wrote({ a: "Hello" })];
		expect(previewAfter(study, ...talking)?.at).toBe("conversation/1");
	});
});
