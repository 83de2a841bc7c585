import { describe, expect, it } from "vitest";
import {
	askedAgain,
	callOf,
	chose,
	completed,
	consented,
	declined,
	endedByParticipant,
	erased,
	expired,
	failed,
	filled,
	randomised,
	said,
	started,
	startedAs,
	type Teller,
	withdrawn,
	wrote,
} from "../../../test/support/sessions/session-events.ts";
import { T0, told } from "../../../test/support/sessions/session-spec.ts";
import {
	ABOUT,
	EXPERIENCE,
	FACTS,
	MOON,
	PLANS,
	SEAL_TO,
	SESSION,
	SUN,
	studyWith,
} from "../../../test/support/sessions/session-study.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import { timestamp } from "../../shared/clock.ts";
import { evolve } from "../domain/evolve/evolve.ts";
import { conversationIdOf, initialState, type SessionState, type Study, stepIdOf } from "../domain/state.ts";
import { turnIdOf } from "./conversation-rows.ts";
import { type Logged, project } from "./project.ts";
import type { Write } from "./writes.ts";

const study = studyWith();
const single = studyWith({ blinding: { level: "single", pace: "as-is" } });
const ofSession = { sessionId: SESSION, studyId: FACTS.studyId, protocolHash: FACTS.protocolHash };
const solo = [started, consented, filled(ABOUT), randomised()];
const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const SCORES = { a: 31, b: 88 };

/** The log as the outbox passes it on. */
function logged(of: Study, ...tellers: readonly Teller[]): Logged[] {
	let state: SessionState = initialState;
	return told(of, ...tellers).events.map((event, index) => {
		const before = state;
		state = evolve(of, before, event);
		return { seq: index + 1, event, before, after: state };
	});
}

/** The rows of the last event, without the session's own row. */
function writesIn(of: Study, ...tellers: readonly Teller[]): Write[] {
	const last = logged(of, ...tellers).at(-1);
	return last ? project(of, last).filter(({ into }) => into !== "sessions") : [];
}
const writesOf = (...tellers: readonly Teller[]) => writesIn(study, ...tellers);
const at = (index: number) => timestamp(T0 + index * 1000);
const conversation = (index: number) => conversationIdOf(SESSION, index);

describe("the row of a session", () => {
	const rowOf = (...tellers: readonly Teller[]) => {
		const last = logged(study, ...tellers).at(-1);
		const rows = last ? project(study, last).filter(({ into }) => into === "sessions") : [];
		expect(rows).toHaveLength(1);
		return rows[0];
	};

	it("starts with the first event", () =>
		expect(rowOf(started)).toEqual({
			into: "sessions",
			row: {
				id: SESSION,
				studyId: FACTS.studyId,
				protocolHash: FACTS.protocolHash,
				participantId: FACTS.participantId,
				source: "prolific",
				pool: "live",
				status: "active",
				profileId: null,
				stratum: null,
				sequence: null,
				startedAt: at(0),
				consentedAt: null,
				consentVersion: null,
				randomisedAt: null,
				endedAt: null,
				lastEvent: 1,
				currentStep: "consent",
				stepsDone: 0,
				stepsOf: 14,
				lastActivityAt: at(0),
			},
		}));
	it("is rewritten without the attributes, which have a row of their own from the start", () => {
		const attributes = {
			into: "sessionAttributes",
			row: { sessionId: SESSION, studyId: FACTS.studyId, attributes: { region: "north" } },
		};
		expect(writesOf(started)).toContainEqual(attributes);
		expect(writesOf(...solo)).not.toContainEqual(attributes);
		expect(writesOf(startedAs({ attributes: {} }))).not.toContainEqual(
			expect.objectContaining({ into: "sessionAttributes" }),
		);
	});
	it("has the participant's profile", () =>
		expect(rowOf(startedAs({ personalisation: { profileId: "pt_known", hash: null } }), declined)).toMatchObject({
			row: { profileId: "pt_known" },
		}));
	it("has consent, stratum, the sequence by labels, and the number of the last event", () =>
		expect(rowOf(...solo)).toMatchObject({
			row: {
				consentedAt: at(1),
				consentVersion: "2026-05",
				stratum: "(all)",
				sequence: `${SUN} ${MOON}`,
				randomisedAt: at(3),
				lastEvent: 4,
			},
		}));
	it("does not count failures and retries, because their number depends on the arm", () => {
		const smooth = [said("hello"), wrote({ a: "hi" })];
		const rough = [said("hello"), failed({}, 2), askedAgain, failed({}, 4), askedAgain, wrote({ a: "hi" })];
		expect(rowOf(...solo, ...rough)).toEqual(rowOf(...solo, ...smooth));
	});
	it("is written with every event, and has the end", () =>
		expect(rowOf(started, declined)).toMatchObject({ row: { status: "declined", endedAt: at(1), lastEvent: 2 } }));
});

describe("an event", () => {
	it("of a start writes the identity and the attributes separately", () =>
		expect(writesOf(started)).toEqual([
			{
				into: "participantIdentities",
				row: {
					participantId: FACTS.participantId,
					studyId: FACTS.studyId,
					source: "prolific",
					externalId: "prolific-1",
					reference: { submission: "submission-1" },
				},
			},
			{
				into: "sessionAttributes",
				row: { sessionId: SESSION, studyId: FACTS.studyId, attributes: { region: "north" } },
			},
		]));
	it("of consent writes only the session", () => expect(writesOf(started, consented)).toEqual([]));

	it("of randomisation writes the first conversation", () =>
		expect(writesOf(...solo)).toEqual([
			{
				into: "conversations",
				row: {
					id: conversation(0),
					...ofSession,
					entry: "solo",
					position: 1,
					topicPosition: 1,
					layout: "single",
					labels: SUN,
					predecessor: null,
					turns: 0,
					startedAt: at(3),
					endedAt: null,
				},
			},
		]));

	it("of a message writes the turn and the number of turns", () =>
		expect(writesOf(...solo, said("hello"))).toEqual([
			{ into: "conversations", row: expect.objectContaining({ id: conversation(0), turns: 1 }) },
			{
				into: "withholding",
				column: "retries",
				upsert: {
					into: "turns",
					row: expect.objectContaining({
						...ofSession,
						conversationId: conversation(0),
						turn: 1,
						text: "hello",
						sentAt: at(4),
						retries: 0,
					}),
				},
			},
		]));

	const replies = (...tellers: readonly Teller[]) =>
		writesOf(...tellers).flatMap((write) => (write.into === "replies" ? [write] : []));
	const attempts = ({ of }: ReturnType<typeof replies>[number]) => of.calls.map(({ call }) => unseal(call).attempt);
	const failedOnce = [said("hello"), failed({}, 2, [callOf("a", 1), callOf("a", 2)])];

	it.each<[string, ...Teller[]]>([
		["failed", failed({}, 2, [callOf("a", 1)])],
		["failed and is retried", failed({}, 2, [callOf("a", 1)]), askedAgain],
	])("of a reply that %s writes no row in a double-blind study, not even an unchanged one", (_case, ...more) => {
		const last = logged(study, ...solo, said("hello"), ...more).at(-1);
		expect(last && project(study, last)).toEqual([]);
	});
	it("of a failed reply writes its calls so far", () =>
		expect(writesIn(single, ...solo, ...failedOnce)).toEqual([
			{
				into: "replies",
				isFinal: false,
				of: {
					...ofSession,
					conversationId: conversation(0),
					turnId: turnIdOf(SESSION, 0, 0),
					turn: 1,
					firstStep: stepIdOf(SESSION, 4),
					slots: [{ slot: "a", label: SUN }],
					calls: [1, 2].map((attempt) => ({ step: stepIdOf(SESSION, 4), call: callOf("a", attempt) })),
					deviations: [],
					retries: 0,
				},
				sealTo: SEAL_TO,
			},
		]));
	it("of a retry writes the number of retries", () =>
		expect(writesIn(single, ...solo, said("hello"), failed({}, 2), askedAgain)).toMatchObject([
			{ into: "withholding", upsert: { into: "turns", row: { turn: 1, retries: 1 } } },
		]));
	it("of a reply after a failure writes the calls of both rounds, under the first step", () => {
		const [write, ...more] = replies(...solo, ...failedOnce, askedAgain, wrote({ a: "hi" }, [callOf("a", 3)]));
		expect(more).toEqual([]);
		expect(write).toMatchObject({ isFinal: true, of: { firstStep: stepIdOf(SESSION, 4), retries: 1 } });
		expect(write && attempts(write)).toEqual([1, 2, 3]);
		expect(new Set(write?.of.calls.map(({ step }) => step))).toEqual(
			new Set([stepIdOf(SESSION, 4), stepIdOf(SESSION, 6)]),
		);
	});
	it.each([
		["expires", expired],
		["withdraws", withdrawn],
	] as const)("of a session that %s before the reply is complete writes its calls", (_case, end) => {
		const [write, ...more] = replies(...solo, ...failedOnce, askedAgain, end);
		expect(more).toEqual([]);
		expect(write).toMatchObject({ isFinal: true, of: { turn: 1, retries: 1 } });
		expect(write && attempts(write)).toEqual([1, 2]);
		// Compared with a turn whose models did not fail.
		expect(replies(...solo, said("hello"), end)).toMatchObject([{ isFinal: true, of: { calls: [] } }]);
	});
	it("of a participant who leaves after a reply writes nothing more for that reply", () =>
		expect(replies(...solo, said("hello"), wrote({ a: "hi" }), withdrawn)).toEqual([]));

	it("of a reply writes each candidate with its label, no choice, and the calls", () => {
		const [a, b, ...rest] = writesOf(
			...duel,
			said("hello"),
			wrote({ a: "A", b: "B" }, [callOf("a", 1), callOf("b", 1)]),
		);
		const row = { ...ofSession, conversationId: conversation(0), turn: 1, chosen: null };
		expect(a).toMatchObject({ into: "candidates", row: { ...row, slot: "a", label: MOON, text: "A" } });
		expect(b).toMatchObject({ into: "candidates", row: { ...row, slot: "b", label: SUN, text: "B" } });
		const slots = [
			{ slot: "a", label: MOON },
			{ slot: "b", label: SUN },
		];
		expect(rest).toMatchObject([{ into: "replies", isFinal: true, of: { slots } }]);
		expect(rest[0]?.into === "replies" && rest[0].of.calls).toHaveLength(2);
	});

	it("of a choice writes the candidates again, and a rating for each on the scale", () => {
		const writes = writesOf(...duel, said("hello"), wrote({ a: "A", b: "B" }), chose("b", SCORES));
		const rating = {
			...ofSession,
			source: "choice",
			turn: 1,
			form: null,
			item: null,
			min: 1,
			max: 100,
			ratedAt: at(6),
		};
		expect(writes).toMatchObject([
			{ into: "candidates", row: { slot: "a", chosen: false } },
			{ into: "candidates", row: { slot: "b", chosen: true } },
			{ into: "ratings", row: { ...rating, slot: "a", label: MOON, value: 31 } },
			{ into: "ratings", row: { ...rating, slot: "b", label: SUN, value: 88 } },
		]);
	});
	it("of later best-of samples writes all under the chosen label", () => {
		const later = [said("1"), wrote({ a: "A", b: "B" }), chose("b", SCORES), said("2")];
		expect(writesOf(...duel, ...later, wrote({ a: "A2", b: "B2" }, [callOf("a", 1)]))).toMatchObject([
			{ into: "candidates", row: { turn: 2, slot: "a", label: SUN } },
			{ into: "candidates", row: { turn: 2, slot: "b", label: SUN } },
			{
				into: "replies",
				of: {
					turn: 2,
					slots: [
						{ slot: "a", label: SUN },
						{ slot: "b", label: SUN },
					],
				},
			},
		]);
	});

	it("of a conversation's end writes its time", () =>
		expect(writesOf(...solo, said("hello"), wrote({ a: "hi" }), endedByParticipant)).toEqual([
			{ into: "conversations", row: expect.objectContaining({ id: conversation(0), turns: 1, endedAt: at(6) }) },
		]));
	it("of a next conversation writes its predecessor", () => {
		const first = [said("hello"), wrote({ a: "hi" }), endedByParticipant];
		expect(writesOf(...solo, ...first, filled(EXPERIENCE))).toContainEqual({
			into: "conversations",
			row: expect.objectContaining({
				id: conversation(1),
				position: 2,
				labels: MOON,
				predecessor: SUN,
				startedAt: at(7),
			}),
		});
	});

	it("of leaving writes the exit with its code", () =>
		expect(writesOf(started, declined)).toEqual([
			{ into: "exits", row: { ...ofSession, reason: "declined", code: "NO", exitedAt: at(1) } },
		]));
	it("of a withdrawal after completion keeps the exit that was shown", () =>
		expect(writesOf(started, completed, withdrawn)).toEqual([]));

	it("of erasure removes the content and keeps the session's row", () => {
		const last = logged(study, ...solo, said("hello"), withdrawn, erased).at(-1);
		if (!last) throw new Error("no event was given");
		const writes = project(study, last);
		expect(writes).toEqual([
			{
				into: "nowhere",
				sessionId: SESSION,
				studyId: FACTS.studyId,
				participantId: FACTS.participantId,
				profileId: null,
				knownAs: [],
			},
			{
				into: "sessions",
				row: expect.objectContaining({
					id: SESSION,
					status: "withdrawn",
					source: "erased",
					profileId: null,
					stratum: null,
					sequence: null,
					randomisedAt: at(3),
					lastEvent: 1,
				}),
			},
		]);
		// The log then has only the tombstone, which has to give the same rows.
		expect(project(study, { ...last, before: initialState })).toEqual(writes);
	});
});
