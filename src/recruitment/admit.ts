import { pseudonymOf } from "../access/participant-id/pseudonym.ts";
import { newSessionId } from "../access/session/session-id.ts";
import { sealCipherOf } from "../crypto/cipher.ts";
import { database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { endpointInputs } from "../models/endpoints/endpoint-inputs.ts";
import { enrolmentPause } from "../models/health/enrolment.ts";
import { isPersonal, type Personalisation, personalise } from "../personalisation/arms/personalise.ts";
import { pseudonymsOfTwin } from "../personalisation/profiles/known-pseudonyms.ts";
import type { SessionArrival } from "../session/domain/session-arrival.ts";
import { toProblem } from "../session/refusal-problems.ts";
import { type Session, type SessionRefusal, type StartedSession, sessionOf } from "../session/session-client.ts";
import type { Problem } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { unrecordedInputs } from "../studies/inputs/unrecorded-inputs.ts";
import { admitsParticipants } from "../studies/lifecycle/admits-participants.ts";
import { withOpenKey } from "../studies/lifecycle/study-key.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { type Arrival, type ArrivalRefusal, pseudonymousSource } from "./arrival.ts";
import { type FoundArrival, findArrival, mayBeTheirs } from "./known-session.ts";

export type Admitted = StartedSession & { readonly session: string };

export type Admission = {
	readonly env: Env;
	readonly study: StudyRecord;
	/** What D1 has of the person, if it was read with the study. */
	readonly found?: FoundArrival;
	/** The token of a session that the visitor's browser sends, if any. */
	readonly tokenOf: (session: string) => string | null;
	/** Runs work after the response, so that it cannot delay some responses more than others. */
	readonly afterwards: (work: () => Promise<unknown>) => void;
	/** The id of the API key that starts the session, if any. It is kept in the session's log for the audit. */
	readonly startedBy?: string;
	/** The pseudonym of the person whose profile and adapters a simulated participant has. */
	readonly standsFor?: string;
};

/**
 * Starts or resumes a participant's session, for every kind of arrival. The order gives known and unknown ids the same refusals:
 * 1. A visitor with proof resumes the session, whatever the study's state.
 * 2. If the study accepts no new participants, all other visitors are refused.
 * 3. Only an open study refuses an arrival for insufficient proof.
 */
export async function admit(admission: Admission, arrival: Arrival): Promise<Result<Admitted, ArrivalRefusal>> {
	const { env, study, tokenOf, afterwards, standsFor } = admission;
	const { openKey } = await withOpenKey(env, study);
	const { participant, session: name } = pseudonymOf(openKey, pseudonymousSource(arrival), arrival.externalId);
	const { known, pseudonyms } =
		admission.found ?? (await findArrival(env, { id: study.id, openKey }, participant, arrival));
	const session = known?.id ?? newSessionId(name, env);
	const { proof, reference, attributes, returnUrl } = arrival;
	const arriving: SessionArrival = { proof, token: tokenOf(session), reference, attributes, returnUrl };
	const object = sessionOf(env.SESSIONS, session);
	const resumed = mayBeTheirs(known, arriving) ? await object.resume(arriving) : null;
	if (resumed && !isUnknown(resumed)) return admitted(resumed);
	const closed = await enrolmentProblem(env, study, arrival);
	const refused = closed ? { problem: closed } : arrival.stranger;
	if (!refused) {
		const db = database(env.DB);
		const loadedAs = standsFor === undefined ? pseudonyms : await pseudonymsOfTwin(db, study.id, standsFor);
		const personal = await personalise(db, study, loadedAs, sealCipherOf(env));
		const inputs = [...personal.inputs, ...endpointInputs(study, env)];
		if ((await unrecordedInputs(env, study, inputs, Date.now())).length > 0)
			return err({ problem: paused(INPUTS_CHANGED_PAUSE_MS) });
		return admitted(await begin(admission, arrival, { participant, session, arriving, object, personal }));
	}
	if (known && !resumed && proof.kind === "claimed") afterwards(() => object.resume(arriving));
	return err(refused);
}

/** The session does not exist, or the visitor did not prove that it is theirs. Both are treated like an unknown id. */
const isUnknown = (result: Result<StartedSession, SessionRefusal>): boolean =>
	!result.ok && (result.error.kind === "unproven" || result.error.kind === "not_started");

/** Uses the id from the view, because an old session keeps its id without a MAC. */
const admitted = (result: Result<StartedSession, SessionRefusal>): Result<Admitted, ArrivalRefusal> =>
	result.ok ? ok({ ...result.value, session: result.value.view.id }) : err({ problem: toProblem(result.error) });

type NewSession = {
	readonly participant: string;
	readonly session: string;
	readonly arriving: SessionArrival;
	readonly object: Session;
	readonly personal: Personalisation;
};

/** The wait after an unrecorded change of arm inputs, until a researcher has dealt with it. */
const INPUTS_CHANGED_PAUSE_MS = 300_000;

async function begin(
	{ study, startedBy, standsFor }: Admission,
	{ source, externalId, reference, pool, attributes, returnUrl }: Arrival,
	{ participant, session, arriving, object, personal }: NewSession,
): Promise<Result<StartedSession, SessionRefusal>> {
	const { profileId, knownAs, hash, fittings, exclusion } = personal;
	// Erasing a session erases its person's profile. A simulated participant's session must not name it as its own.
	const own =
		standsFor === undefined ? { profileId, knownAs, hash } : { profileId: null, knownAs: [], hash, standsFor };
	const personalisation = isPersonal(study.protocol) || profileId !== null ? own : null;
	return object.start(
		{
			sessionId: session,
			studyId: study.id,
			slug: study.slug,
			protocolHash: study.protocolHash,
			protocol: study.protocol,
			settings: study.settings,
			participantId: participant,
			source,
			externalId,
			reference,
			pool,
			attributes: { ...personal.attributes, ...attributes },
			given: Object.keys(attributes),
			returnUrl,
			...(startedBy !== undefined && { startedBy }),
			...(personalisation && { personalisation }),
			fittings,
			exclusion,
		},
		arriving,
	);
}

/** Why the study accepts no new participants now. Only for new ones, because this may wait for a test of a failed endpoint. */
async function enrolmentProblem(env: Env, study: StudyRecord, { pool }: Arrival): Promise<Problem | null> {
	if (!acceptsNew(study, pool)) return notOpen(study);
	if (!(await admitsParticipants(env, study))) return notOpen({ status: "closed" });
	const pauseMs = await enrolmentPause(study.protocol, env);
	return pauseMs === null ? null : paused(pauseMs);
}

/** A study that people have finished can still be simulated, until its seed is given out. */
const acceptsNew = ({ status }: StudyRecord, pool: Arrival["pool"]): boolean =>
	status === "open" || (pool === "simulated" && (status === "paused" || status === "closed"));

const notOpen = ({ status }: Pick<StudyRecord, "status">): Problem => ({
	code: "study_not_open",
	detail: `The study is ${status}, so it accepts no new participants.`,
});

/** The same text for every endpoint and visitor, so that it does not reveal an arm. */
const paused = (pauseMs: number): Problem => ({
	code: "unavailable",
	detail: "The study accepts no new participants at the moment. Try again later. No session was started.",
	retryAfterSeconds: Math.ceil(pauseMs / 1000),
});
