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

describe("what a preview can go to", () => {
	it("is told to sessions of the pilot pool alone", () => {
		expect(previewAfter(study, started)).toBeUndefined();
		expect(previewAfter(study, pilot)?.at).toBe("consent");
	});

	it("names conversations only by number while their order is not drawn", () => {
		const { at, course = [] } = previewAfter(study, pilot, consented) ?? {};
		expect(at).toBe("form/about");
		const talks = course.filter(({ kind }) => kind === "conversation");
		expect(talks.map(({ key }) => key)).toEqual(talks.map((_, place) => `conversation/${place + 1}`));
		expect(talks.every(({ title }) => title === null)).toBe(true);
	});

	it("is the drawn course by title, and where the session is in it", () => {
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

	it("is whole from the beginning where there is nothing to draw, under the keys that it keeps", () => {
		const { which: _, ...forms } = mixedProtocol.forms ?? {};
		const one = studyWith({ forms, conversations: mixedProtocol.conversations.filter(({ id }) => id === "solo") });
		const before = previewAfter(one, pilot)?.course;
		expect(before).toEqual(previewAfter(one, pilot, consented, filled(ABOUT), randomised(PLANS.solo))?.course);
	});

	it("stays where it is while a conversation goes on", () => {
		const talking = [pilot, consented, filled(ABOUT), randomised(PLANS.solo), said("Hello"), wrote({ a: "Hello" })];
		expect(previewAfter(study, ...talking)?.at).toBe("conversation/1");
	});
});
