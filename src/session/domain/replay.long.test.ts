import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Walked, walk } from "../../../test/support/sessions/random-session-walk.ts";
import { ARM_IDS, MOON, PLANS, SUN, studyWith, studyWithEntry } from "../../../test/support/sessions/session-study.ts";
import { view } from "../view/view.ts";
import { type SessionView, sessionViewSchema } from "../view/view-schema.ts";
import { skippedForm } from "./assistant-unavailable.ts";
import type { SessionEvent } from "./events.ts";
import { evolve } from "./evolve/evolve.ts";
import { initialState, type SessionState, type Study } from "./state.ts";

/** Seeded, so that every run has the same failures. */
const RUNS = { seed: 20260501, numRuns: 120 };
const STUDIES: readonly Study[] = [
	studyWith(),
	studyWithEntry("duel", { laterCandidates: 1, scale: null }),
	studyWith({ checks: { failAfter: 1 } }),
];

const picks = fc.array(fc.noBias(fc.nat({ max: 9_999 })), { minLength: 250, maxLength: 250 });
const walks = fc
	.tuple(fc.constantFrom(...STUDIES), picks)
	.map(([study, choices]) => ({ study, walked: walk(study, PLANS.mixed, choices) }));

function everyWalk(holds: (study: Study, walked: readonly Walked[]) => void): void {
	fc.assert(
		fc.property(walks, ({ study, walked }) => holds(study, walked)),
		RUNS,
	);
}

const viewsOf = (study: Study, walked: readonly Walked[]): SessionView[] =>
	walked.flatMap(({ after }) => (isShown(study, after) ? [view(study, after)] : []));

type Shown = Exclude<SessionState, { status: "new" | "erased" }>;

/** States within one answer, such as a step that is left at once. Nobody sees them. */
function isShown(study: Study, state: SessionState): state is Shown {
	if (state.status === "new" || state.status === "erased") return false;
	return state.status !== "active" || (state.stage.kind !== "finished" && skippedForm(study, state, 0) === null);
}

describe("over random walks through a study", () => {
	it("meets every kind of event", () => {
		const met = new Set<SessionEvent["type"]>();
		everyWalk((_, walked) => {
			for (const { event } of walked) met.add(event.type);
		});
		expect([...met].sort()).toEqual([
			"AllocationFailed",
			"AllocationGivenUp",
			"CandidateChosen",
			"ChecksFailed",
			"ConsentDeclined",
			"ConsentGiven",
			"ConversationEnded",
			"FormAnswered",
			"FormSkipped",
			"MessageSent",
			"Randomised",
			"ReentryRefused",
			"ReplyAskedAgain",
			"ReplyFailed",
			"ReplyWritten",
			"ReturnAddressChanged",
			"ScreenedOut",
			"SessionCompleted",
			"SessionErased",
			"SessionExpired",
			"SessionStarted",
			"SessionWithdrawn",
			"StudyFull",
			"SubmissionChanged",
		]);
	});

	it("gives the same state from the stored log as in the run", () =>
		everyWalk((study, walked) => {
			const stored = JSON.parse(JSON.stringify(walked.map(({ event }) => event))) as SessionEvent[];
			const folded = stored.reduce((state, event) => evolve(study, state, event), initialState as SessionState);
			expect(folded).toStrictEqual(walked.at(-1)?.after);
		}));

	it("shows only views of the contract's schema", () =>
		everyWalk((study, walked) => {
			for (const seen of viewsOf(study, walked)) expect(sessionViewSchema.parse(seen)).toEqual(seen);
		}));

	it("names no arm and no label in any view", () =>
		everyWalk((study, walked) => {
			const shown = JSON.stringify(viewsOf(study, walked));
			for (const secret of [...ARM_IDS, SUN, MOON]) expect(shown).not.toContain(secret);
		}));

	it("never lowers progress, never moves its end, and reaches it at completion", () =>
		everyWalk((study, walked) => {
			const views = viewsOf(study, walked);
			let before = 0;
			for (const { status, progress } of views) {
				expect(progress.of).toBe(views[0]?.progress.of);
				expect(progress.done).toBeGreaterThanOrEqual(before);
				expect(progress.done).toBeLessThanOrEqual(progress.of);
				if (status === "completed") expect(progress.done).toBe(progress.of);
				before = progress.done;
			}
		}));

	it("never returns to a step", () =>
		everyWalk((study, walked) => {
			const ids = viewsOf(study, walked).map(({ step }) => step?.id ?? null);
			const changes = ids.filter((id, index) => id !== null && id !== ids[index - 1]);
			expect(new Set(changes).size).toBe(changes.length);
		}));
});
