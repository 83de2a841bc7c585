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
import { evolve } from "../domain/evolve.ts";
import { conversationIdOf, initialState, type SessionState, type Study, stepIdOf } from "../domain/state.ts";
import { type Logged, project } from "./project.ts";
import { turnIdOf } from "./session-rows.ts";
import type { Write } from "./writes.ts";

const study = studyWith();
const single = studyWith({ blinding: { level: "single", pace: "as-is" } });
const ofSession = { sessionId: SESSION, studyId: FACTS.studyId, protocolHash: FACTS.protocolHash };
const solo = [started, consented, filled(ABOUT), randomised()];
const duel = [started, consented, filled(ABOUT), randomised(PLANS.duel)];
const SCORES = { a: 31, b: 88 };

/** The log as the outbox hands it over. */
function logged(of: Study, ...tellers: readonly Teller[]): Logged[] {
	let state: SessionState = initialState;
	return told(of, ...tellers).events.map((event, index) => {
		const before = state;
		state = evolve(of, before, event);
		return { seq: index + 1, event, before, after: state };
	});
}

/** What the last of these events writes, the session's own row aside. */
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

	it("begins with its start", () =>
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
				attributes: { region: "north" },
				profileId: null,
				stratum: null,
				sequence: null,
				startedAt: at(0),
				consentedAt: null,
				consentVersion: null,
				randomisedAt: null,
				endedAt: null,
				lastEvent: 1,
			},
		}));
	it("names the profile of who came", () =>
		expect(rowOf(startedAs({ personalisation: { profileId: "pt_known", hash: null } }), declined)).toMatchObject({
			row: { profileId: "pt_known" },
		}));
	it("knows consent, stratum and the sequence by labels, and its last event", () =>
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
	it("does not count failures and repeats, whose number depends on the arm", () => {
		const smooth = [said("hello"), wrote({ a: "hi" })];
		const rough = [said("hello"), failed({}, 2), askedAgain, failed({}, 4), askedAgain, wrote({ a: "hi" })];
		expect(rowOf(...solo, ...rough)).toEqual(rowOf(...solo, ...smooth));
	});
	it("is written with every event, and ends with the end", () =>
		expect(rowOf(started, declined)).toMatchObject({ row: { status: "declined", endedAt: at(1), lastEvent: 2 } }));
});

describe("what is written when", () => {
	it("somebody comes: who they are, apart", () =>
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
		]));
	it("consent is given: nothing but the session", () => expect(writesOf(started, consented)).toEqual([]));

	it("somebody is randomised: the first conversation", () =>
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

	it("a message is sent: the turn, and how many there are", () =>
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
		["failed and is asked for again", failed({}, 2, [callOf("a", 1)]), askedAgain],
	])("a reply %s in a double-blind study: no row, not even one that stays as it was", (_case, ...more) => {
		const last = logged(study, ...solo, said("hello"), ...more).at(-1);
		expect(last && project(study, last)).toEqual([]);
	});
	it("a reply failed: its calls, which are not all yet", () =>
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
	it("a reply is asked for again: how often", () =>
		expect(writesIn(single, ...solo, said("hello"), failed({}, 2), askedAgain)).toMatchObject([
			{ into: "withholding", upsert: { into: "turns", row: { turn: 1, retries: 1 } } },
		]));
	it("a reply is there after it failed: the calls of both rounds, under the step that began it", () => {
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
	] as const)("somebody %s before a reply is there: what was done for it", (_case, end) => {
		const [write, ...more] = replies(...solo, ...failedOnce, askedAgain, end);
		expect(more).toEqual([]);
		expect(write).toMatchObject({ isFinal: true, of: { turn: 1, retries: 1 } });
		expect(write && attempts(write)).toEqual([1, 2]);
		// As many rows where no model failed, and none was asked to its end.
		expect(replies(...solo, said("hello"), end)).toMatchObject([{ isFinal: true, of: { calls: [] } }]);
	});
	it("somebody leaves after a reply: nothing more of it", () =>
		expect(replies(...solo, said("hello"), wrote({ a: "hi" }), withdrawn)).toEqual([]));

	it("a reply is there: each candidate with its label, nobody chosen, and the calls", () => {
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

	it("one is chosen: the candidates again, and a rating each on the scale", () => {
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
	it("later samples of a best-of are written: both under the label that was chosen", () => {
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

	it("a conversation ends: when", () =>
		expect(writesOf(...solo, said("hello"), wrote({ a: "hi" }), endedByParticipant)).toEqual([
			{ into: "conversations", row: expect.objectContaining({ id: conversation(0), turns: 1, endedAt: at(6) }) },
		]));
	it("the next conversation begins: after whom it comes", () => {
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

	it("somebody leaves: the exit with its code", () =>
		expect(writesOf(started, declined)).toEqual([
			{ into: "exits", row: { ...ofSession, reason: "declined", code: "NO", exitedAt: at(1) } },
		]));
	it("somebody who completed withdraws: the exit that they were shown stays", () =>
		expect(writesOf(started, completed, withdrawn)).toEqual([]));

	it("somebody has everything erased: what was said goes, that there was a session stays", () => {
		const last = logged(study, ...solo, said("hello"), withdrawn, erased).at(-1);
		if (!last) throw new Error("nothing was told");
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
					attributes: {},
					profileId: null,
					stratum: null,
					sequence: null,
					randomisedAt: at(3),
					lastEvent: 1,
				}),
			},
		]);
		// The log that is left holds the tombstone alone: it has to give the same rows.
		expect(project(study, { ...last, before: initialState })).toEqual(writes);
	});
});
