import { describe, expect, it } from "vitest";
import {
	checksFailed,
	consented,
	endedByParticipant,
	filled,
	randomised,
	said,
	screenedOut,
	started,
	startedAs,
	type Teller,
	wrote,
} from "../../../../test/support/sessions/session-events.ts";
import { activeAfter, answer, answerTo, specFor, stepOf } from "../../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	EXPERIENCE,
	mixedProtocol,
	PLANS,
	studyWith,
	studyWithEntry,
} from "../../../../test/support/sessions/session-study.ts";
import { view } from "../../view/view.ts";
import { digestOf } from "./step-answer.ts";

const study = studyWith();
const given = specFor(study);
const FORM = 1;
const ORDER = ["note", "age", "check", "words"];

describe("when a form is asked", () => {
	const asked = given(started, consented);

	it("records its answers", () => asked.when(answer({ answers: ABOUT })).records(filled(ABOUT)));
	it("records the time that the client measured", () =>
		asked.when(answer({ answers: ABOUT, elapsedMs: 4200 })).records(filled(ABOUT, { elapsedMs: 4200 })));

	it("rounds a time with fractions, because a browser's clock has them", () =>
		asked.when(answer({ answers: ABOUT, elapsedMs: 4199.7 })).records(filled(ABOUT, { elapsedMs: 4200 })));

	it("reports all faults together, with pointers", () =>
		asked
			.when(answer({ answers: { age: 300, words: "far too long for twenty characters", colour: "red" } }))
			.refusesAt("/answers/colour", "/answers/age", "/answers/check", "/answers/words"));
	it("refuses an answer to an item that asks nothing", () =>
		asked.when(answer({ answers: { ...ABOUT, note: "read" } })).refusesAt("/answers/note"));
	it.each([
		["no answers", {}, "/answers"],
		["a list of answers", { answers: [1] }, "/answers"],
		["an invalid time", { answers: ABOUT, elapsedMs: -1 }, "/elapsedMs"],
		["an invalid order", { answers: ABOUT, shown: "age" }, "/shown"],
		["an object as a value", { answers: { ...ABOUT, words: { deep: [] } } }, "/answers/words"],
	])("refuses %s", (_, value, pointer) => asked.when(answer(value)).refusesAt(pointer));
	it("refuses half a surrogate pair, which cannot be stored as UTF-8", () =>
		asked.when(answer({ answers: { ...ABOUT, words: "\ud83d" } })).refusesAt("/answers/words"));

	it("refuses a stale answer and names the current step", () =>
		asked.when(answerTo(9, { answers: ABOUT })).refuses({ kind: "stale", current: stepOf(FORM) }));
});

describe("when a preview sends passChecks", () => {
	const wrong = { answers: { ...ABOUT, check: "first" }, passChecks: true };

	it("records the correct answers to attention checks, in the pilot pool", () =>
		given(startedAs({ pool: "pilot" }), consented)
			.when(answer(wrong))
			.records(filled(ABOUT, { digest: digestOf(wrong) })));
	it("refuses it in other pools", () => given(started, consented).when(answer(wrong)).refusesAt("/passChecks"));
});

describe("after a form was answered", () => {
	const answered = given(started, consented, filled(ABOUT));

	it("makes no events when the same answer comes again", () =>
		answered.when(answerTo(FORM, { answers: ABOUT })).isSilent());
	it("makes no events when the same answer comes in another order or with another time", () =>
		answered
			.when(answerTo(FORM, { answers: { check: ABOUT.check, age: ABOUT.age }, elapsedMs: 9, shown: ORDER }))
			.isSilent());
	it.each([
		["another answer", { answers: { ...ABOUT, age: 31 } }],
		["an answer of another kind", { accept: true }],
		["half a surrogate pair", { answers: { ...ABOUT, words: "\ud83d" } }],
		["a text with half a surrogate pair", { text: "\ud83d" }],
		["no answer", null],
	])("keeps the first answer against %s", (_, value) =>
		answered.when(answerTo(FORM, value)).refuses({ kind: "already_answered", current: stepOf(FORM + 1) }),
	);
});

describe("when the items of a form are shuffled", () => {
	const { about, ...forms } = mixedProtocol.forms ?? {};
	if (!about) throw new Error("the study asks nothing");
	const items = ["note", "age", "check", "words", "more", "most"].map((id) =>
		id === "age" || id === "check"
			? (about.items.find((item) => item.id === id) ?? { id, kind: "info" as const, label: id })
			: { id, kind: "text" as const, label: id, required: false },
	);
	const shuffled = studyWith({ forms: { ...forms, about: { ...about, shuffle: true, items } } });
	const asked = specFor(shuffled)(started, consented);
	const seen = view(shuffled, activeAfter(shuffled, started, consented)).step;
	const drawn = seen?.kind === "form" ? seen.items.map(({ id }) => id) : [];

	it("draws an order of all items", () => {
		expect([...drawn].sort()).toEqual(items.map(({ id }) => id).sort());
		expect(drawn).not.toEqual(items.map(({ id }) => id));
	});
	it("shows the same order each time, and records it", () => {
		expect(view(shuffled, activeAfter(shuffled, started, consented)).step).toEqual(seen);
		asked.when(answer({ answers: ABOUT })).records(filled(ABOUT, { order: drawn }));
	});
	it("records the order that the client showed", () => {
		const shown = [...drawn].reverse();
		asked.when(answer({ answers: ABOUT, shown })).records(filled(ABOUT, { order: shown }));
	});
	it("draws from the plan's seed after randomisation, anew for each conversation", () => {
		const often = studyWith({
			forms: { ...forms, about, experience: { title: "Often", shuffle: true, items } },
			eligibility: [],
		});
		const talk = [said("hello"), wrote({ a: "hi" }), endedByParticipant];
		const orderAfter = (seed: string, ...more: readonly Teller[]) => {
			const plan = randomised({ ...PLANS.solo, seed });
			const { step } = view(often, activeAfter(often, started, consented, filled(ABOUT), plan, ...talk, ...more));
			return step?.kind === "form" ? step.items.map(({ id }) => id).join(" ") : "";
		};
		const [one, other] = ["1".repeat(64), "2".repeat(64)];
		const orders = [orderAfter(one), orderAfter(other), orderAfter(one, filled(ABOUT), ...talk)];
		expect(new Set(orders).size).toBe(3);
		expect(orderAfter(one)).toBe(orders[0]);
	});
	it.each([
		["an item is missing from", drawn.slice(1)],
		["an item is repeated in", [...drawn.slice(1), drawn[1] ?? ""]],
		["an unknown item is in", [...drawn.slice(1), "other"]],
		["an additional item is in", [...drawn, "other"]],
	])("records the drawn order if %s the client's", (_, shown) =>
		asked.when(answer({ answers: ABOUT, shown })).records(filled(ABOUT, { order: drawn })),
	);
});

describe("when a participant is not eligible", () => {
	const asked = given(started, consented);
	const young = { ...ABOUT, age: 17 };

	it("ends as screened out with the answer, before randomisation", () =>
		asked.when(answer({ answers: young })).records(filled(young), screenedOut));
	it("makes no events on the same answer, and refuses another", () => {
		const out = given(started, consented, filled(young), screenedOut);
		out.when(answerTo(FORM, { answers: young })).isSilent();
		out.when(answerTo(FORM, { answers: ABOUT })).refuses({ kind: "already_answered", current: null });
		out.when(answerTo(FORM + 1, { retry: true })).refuses({ kind: "ended" });
	});
	it("is screened out rather than failed if a check fails too", () => {
		const both = { age: 17, check: "first" };
		specFor(studyWith({ checks: { failAfter: 1 } }))(started, consented)
			.when(answer({ answers: both }))
			.records(filled(both, { failedChecks: ["check"] }), screenedOut);
	});
});

describe("when a form with eligibility rules is asked again after a conversation", () => {
	it("does not screen out after randomisation", () => {
		const young = { ...ABOUT, age: 17 };
		specFor(studyWithEntry("solo", { after: ["about", "experience"] }))(
			started,
			consented,
			filled(ABOUT),
			randomised(),
			said("hello"),
			wrote({ a: "hi" }),
			endedByParticipant,
		)
			.when(answer({ answers: young }))
			.records(filled(young));
	});
});

describe("when attention checks are failed", () => {
	const careless = { ...ABOUT, check: "first" };
	const inattentive = { ...EXPERIENCE, attention: 5 };
	const toExperience = [randomised(), said("hello"), wrote({ a: "hi" }), endedByParticipant];

	it("records the failure and continues while there are few", () =>
		given(started, consented)
			.when(answer({ answers: careless }))
			.records(filled(careless, { failedChecks: ["check"] })));
	it("ends as failed_checks at the study's limit, counted over all forms", () =>
		given(started, consented, filled(careless, { failedChecks: ["check"] }), ...toExperience)
			.when(answer({ answers: inattentive }))
			.records(filled(inattentive, { failedChecks: ["attention"] }), checksFailed));
	it("continues if the later check is passed", () =>
		given(started, consented, filled(careless, { failedChecks: ["check"] }), ...toExperience)
			.when(answer({ answers: EXPERIENCE }))
			.records(filled(EXPERIENCE)));
	it("only records failures if the study sets no limit", () => {
		const { checks: _, ...uncounted } = study.protocol;
		specFor({ protocol: uncounted })(started, consented, filled(careless, { failedChecks: ["check"] }), ...toExperience)
			.when(answer({ answers: inattentive }))
			.records(filled(inattentive, { failedChecks: ["attention"] }));
	});
	it("fails rather than completes on the last form", () => {
		const { closing: _, ...forms } = study.protocol.forms;
		const flow = ["consent", "conversations", "about"];
		const last = studyWith({ checks: { failAfter: 1 }, flow, eligibility: [], forms });
		specFor(last)(
			started,
			consented,
			randomised(),
			said("hello"),
			wrote({ a: "hi" }),
			endedByParticipant,
			filled(EXPERIENCE),
			said("hello"),
			wrote({ a: "hi" }),
			endedByParticipant,
			filled(EXPERIENCE),
		)
			.when(answer({ answers: careless }))
			.records(filled(careless, { failedChecks: ["check"] }), checksFailed);
	});
});
