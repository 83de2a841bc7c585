import { beforeAll, describe, expect, it } from "vitest";
import type { SessionEvent } from "../../../src/session/domain/events.ts";
import { LAYOUTS } from "../../support/faults/cell.ts";
import {
	alarmUntilServed,
	type Deaths,
	dropMemory,
	killAfterEvents,
	patientFetch,
	untilAnswered,
} from "../../support/faults/deaths.ts";
import { EVENT_STUDIES } from "../../support/faults/event-studies.ts";
import { EVENT_WALKS, type EventWalk } from "../../support/faults/event-walks.ts";
import { expectRowsOfLog } from "../../support/faults/once.ts";
import { expectStoredOnce, idsOfReplies, Ledger } from "../../support/faults/session-walk.ts";
import { signedWalk } from "../../support/faults/signed-walk.ts";
import { answer, enrol, type Fetch, openStudy, type Participant, see } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, logOf, rows } from "../../support/http/worker.ts";

const WALKS = { ...EVENT_WALKS, "comes by links that Prolific signed": signedWalk } satisfies Record<string, EventWalk>;

/** The walk in which the object dies after events of each type. The compiler asks for a new type here. */
const WALK_OF: Readonly<Record<SessionEvent["type"], keyof typeof WALKS | "takes part">> = {
	SessionStarted: "takes part",
	ConsentGiven: "takes part",
	FormAnswered: "takes part",
	Randomised: "takes part",
	MessageSent: "takes part",
	ReplyWritten: "takes part",
	RepliesSeen: "takes part",
	CandidateChosen: "takes part",
	ConversationEnded: "takes part",
	SessionCompleted: "takes part",
	ConsentDeclined: "declines to take part",
	ScreenedOut: "is too young",
	ChecksFailed: "fails an attention check",
	StudyFull: "finds the study full",
	AllocationFailed: "leaves while the allocator does not answer",
	AllocationGivenUp: "leaves while the allocator does not answer",
	ReservationLapsed: "returns after the place lapsed",
	ReservationRenewed: "returns after the place lapsed",
	ReplyFailed: "leaves a conversation whose model fails",
	ReplyAskedAgain: "leaves a conversation whose model fails",
	FormSkipped: "leaves a conversation whose model fails",
	SelfIdentified: "talks with a model that names itself",
	ConversationClosed: "keeps the last reply on the screen",
	ReplyReported: "reports a reply",
	ReturnAddressChanged: "is sent again with another address to return to",
	ReentryRefused: "comes by links that Prolific signed",
	SubmissionChanged: "comes by links that Prolific signed",
	SubmissionReported: "comes by links that Prolific signed",
	SessionExpired: "never comes back",
	SessionWithdrawn: "withdraws",
	SessionErased: "has all data erased",
	SettingsChanged: "is under way when the settings change",
	SessionEndedByResearcher: "is ended by a researcher",
};

const killedAfter = new Set<SessionEvent["type"]>();

beforeAll(async () => {
	for (const study of EVENT_STUDIES) await openStudy(fetchWorker, KEY, study, "?acceptLateReplies=true");
});

/** Answers all steps, and reports each reply as seen. After each answer, the view has to follow from the log alone. */
async function takePart(fetch: Fetch, who: Participant, ledger: Ledger): Promise<void> {
	let { view } = who;
	while (view.step) {
		const given = ledger.next(view.step) as object;
		const seen = Object.fromEntries(idsOfReplies(view).map((id) => [id, 0]));
		view = await answer(fetch, who, view.step.id, { ...given, ...(view.step.kind !== "consent" && { seen }) });
		await dropMemory(who.session);
		expect(await see(fetch, who)).toEqual(view);
	}
	expect(view).toMatchObject({ status: "completed", exit: { reason: "completed" } });
}

/** Of an erased session, the log has the last event alone. */
async function expectDeathAfterEach(deaths: Deaths, session: string): Promise<void> {
	const types = (await logOf(session)).map(({ type }) => type);
	const killed = [...deaths.of(session).values()];
	for (const type of killed) killedAfter.add(type);
	expect(types.length).toBeGreaterThan(0);
	expect(types[0] === "SessionErased" ? killed.slice(-1) : killed).toEqual(types);
}

describe.each(LAYOUTS)("a session in the layout %s whose object dies after each event", (layout) => {
	it("goes on when the participant repeats what was not answered", async () => {
		const deaths = await killAfterEvents();
		const ledger = new Ledger();
		const who = await enrol(patientFetch, KEY, `events-${layout}`, "repeats");
		await takePart(patientFetch, who, ledger);
		await expectDeathAfterEach(deaths, who.session);
		await expectStoredOnce(who, ledger);
		const starts = "SELECT 1 FROM audit WHERE action = 'session.start' AND target = ?";
		expect(await rows(starts, who.session)).toHaveLength(1);
	});

	it("goes on by its alarm before the participant repeats anything", async () => {
		const deaths = await killAfterEvents();
		const ledger = new Ledger();
		const who = await enrol(patientFetch, KEY, `events-${layout}`, "waits");
		const byAlarm = () => alarmUntilServed(who.session);
		await takePart((path, init) => untilAnswered(() => fetchWorker(path, init), byAlarm), who, ledger);
		await expectDeathAfterEach(deaths, who.session);
		await expectStoredOnce(who, ledger);
	});
});

describe("a session whose object dies after each event", () => {
	it.each(Object.entries(WALKS))("goes on with a participant who %s", async (walk, take) => {
		const deaths = await killAfterEvents();
		const { session } = await take(walk.replaceAll(" ", "-"));
		await expectDeathAfterEach(deaths, session);
		const found = new Set(deaths.of(session).values());
		const expected = Object.entries(WALK_OF).flatMap(([type, of]) => (of === walk ? [type] : []));
		expect(expected.filter((type) => !found.has(type as SessionEvent["type"]))).toEqual([]);
		await drain(session);
		await expectRowsOfLog(session);
	});

	it("has died after events of every type by the end of this file", () =>
		expect([...killedAfter].sort()).toEqual(Object.keys(WALK_OF).sort()));
});
