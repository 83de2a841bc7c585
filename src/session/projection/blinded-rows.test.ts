import { expect, it } from "vitest";
import {
	askedAgain,
	callOf,
	completed,
	consented,
	endedByLimit,
	endedByParticipant,
	failed,
	filled,
	identified,
	randomised,
	said,
	started,
	type Teller,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { T0 } from "../../../test/support/sessions/session-spec.ts";
import { ABOUT, EXPERIENCE, PLANS, studyWith } from "../../../test/support/sessions/session-study.ts";
import type { SessionEvent } from "../domain/events.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { initialState, type SessionState } from "../domain/state.ts";
import { project } from "./project.ts";
import type { Write } from "./writes.ts";

const study = studyWith({ blinding: { level: "double", pace: "as-is", selfIdentification: "regenerate" } });
const SPANS = [{ start: 0, end: 3, kind: "name" as const }];
const BEHAVIOUR = { pastes: 0, pasted: 0, focusLost: 0, focusLostMs: 0, firstKeyMs: 1, typingMs: 2 };

/** What happens between a message and its reply. The participant sends the message and later answers at the same times. */
type Trouble = readonly Teller[];
const TROUBLES: Readonly<Record<string, Trouble>> = {
	"a call that was repeated": [wrote({ a: "hi" }, [callOf("a", 1), callOf("a", 2)])],
	"discarded texts": [
		identified("a", SPANS, { handling: "regenerate", discarded: 1 }),
		identified("a", SPANS, { handling: "regenerate", discarded: 2 }),
		wrote({ a: "hi" }, [callOf("a", 1), callOf("a", 2), callOf("a", 3)]),
	],
	"rounds that failed": [
		failed({}, 3, [callOf("a", 1), callOf("a", 2), callOf("a", 3)]),
		askedAgain,
		identified("a", SPANS, { handling: "regenerate", discarded: 1 }),
		failed({}, 4, [callOf("a", 4)]),
		askedAgain,
		wrote({ a: "hi" }, [callOf("a", 5)]),
	],
};
const SMOOTH: Trouble = [wrote({ a: "hi" }, [callOf("a", 1)])];

const spoken: Teller = (now) => ({
	...(said("hello")(now) as SessionEvent & { type: "MessageSent" }),
	behaviour: BEHAVIOUR,
});
const asked: Teller = (now) => ({
	...(filled(EXPERIENCE)(now) as SessionEvent & { type: "FormAnswered" }),
	behaviour: BEHAVIOUR,
});
const closing = filled({ order: ["conversation-2", "conversation-1"] });

const course = (trouble: Trouble): readonly (readonly Teller[])[] => [
	[started],
	[consented],
	[filled(ABOUT)],
	[randomised(PLANS.solo)],
	[spoken, ...trouble],
	[spoken, ...trouble, endedByLimit],
	[asked],
	[spoken, ...SMOOTH],
	[endedByParticipant],
	[asked],
	[closing, completed],
];

/** The open rows of D1 as a researcher polls them, after each action of the participant. */
function polled(trouble: Trouble): string[] {
	const tables = new Map<string, unknown>();
	let state: SessionState = initialState;
	let seq = 0;
	return course(trouble).map((events, act) => {
		for (const teller of events) {
			const event = teller({ study, state, atMs: T0 + act * 60_000 });
			const before = state;
			state = evolve(study, before, event);
			seq += 1;
			for (const write of project(study, { seq, event, before, after: state })) take(tables, write);
		}
		return JSON.stringify([...tables]);
	});
}

function take(tables: Map<string, unknown>, write: Write): void {
	if (write.into === "nowhere") return;
	if (write.into === "replies") {
		if (write.isFinal)
			for (const { slot } of write.of.slots) tables.set(`replies/${write.of.turnId}/${slot}`, "sealed");
		return;
	}
	const { into, row } = "upsert" in write ? write.upsert : write;
	const withheld = write.into === "withholding" ? { [write.column]: null } : {};
	const key = "id" in row ? row.id : "sessionId" in row ? row.sessionId : row.participantId;
	tables.set(`${into}/${key}`, { ...row, ...withheld });
}

it.each(Object.entries(TROUBLES))(
	"has the same open rows in the same order, whatever a model did: %s",
	(_, trouble) => {
		expect(polled(trouble)).toEqual(polled(SMOOTH));
	},
);

it("polls rows at all", () => {
	const last = polled(SMOOTH).at(-1) ?? "";
	for (const table of ["turns/", "candidates/", "behaviour/", "replies/", "formAnswers/", "exits/"])
		expect(last).toContain(`"${table}`);
});
