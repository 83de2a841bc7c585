import { pseudonymOf } from "../access/participant-id/pseudonym.ts";
import { newSessionId } from "../access/session/session-id.ts";
import { sealCipherOf } from "../crypto/cipher.ts";
import { database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { endpointInputs } from "../models/endpoints/endpoint-inputs.ts";
import { enrolmentPause } from "../models/health/enrolment.ts";
import { isPersonal, type Personalisation, personalise } from "../personalisation/arms/personalise.ts";
import type { SessionArrival } from "../session/domain/session-arrival.ts";
import { toProblem } from "../session/refusal-problems.ts";
import { type Session, type SessionRefusal, type StartedSession, sessionOf } from "../session/session-client.ts";
import type { Problem } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { unrecordedInputs } from "../studies/inputs/unrecorded-inputs.ts";
import { admitsParticipants } from "../studies/lifecycle/admits-participants.ts";
import { withOpenKey } from "../studies/lifecycle/study-key.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import type { Arrival, ArrivalRefusal } from "./arrival.ts";
import { knownSession, mayBeTheirs } from "./known-session.ts";

export type Admitted = StartedSession & { readonly session: string };

export type Admission = {
	readonly env: Env;
	readonly study: StudyRecord;
	/** The token of a session that the visitor's browser sends, if any. */
	readonly tokenOf: (session: string) => string | null;
	/** Runs work after the response, so that it cannot delay some responses more than others. */
	readonly afterwards: (work: () => Promise<unknown>) => void;
	/** The API key that asks, if any: the session's log has it, for the audit. */
	readonly startedBy?: string;
};

/**
 * Starts a person's session, or resumes it. Every way in calls this. The order keeps refusals alike for known and unknown ids:
 * 1. Whoever proves to be the participant resumes the session, in every state of the study.
 * 2. A study that admits nobody refuses everybody else.
 * 3. Only an open study refuses an arrival because its proof is not enough.
 */
export async function admit(admission: Admission, arrival: Arrival): Promise<Result<Admitted, ArrivalRefusal>> {
	const { env, study, tokenOf, afterwards } = admission;
	const { openKey } = await withOpenKey(env, study);
	const { participant, session: name } = pseudonymOf(openKey, arrival.source, arrival.externalId);
	const known = await knownSession(env, participant);
	const session = known?.id ?? newSessionId(name, env);
	const { proof, reference, attributes, returnUrl } = arrival;
	const arriving: SessionArrival = { proof, token: tokenOf(session), reference, attributes, returnUrl };
	const object = sessionOf(env.SESSIONS, session);
	const resumed = mayBeTheirs(known, arriving) ? await object.resume(arriving) : null;
	if (resumed && !isStrange(resumed)) return admitted(resumed);
	const closed = await closedTo(env, study);
	const refused = closed ? { problem: closed } : arrival.stranger;
	if (!refused) {
		const { source, externalId } = arrival;
		const cipher = sealCipherOf(env);
		const personal = await personalise(database(env.DB), { ...study, openKey }, { source, id: externalId }, cipher);
		const inputs = [...personal.inputs, ...endpointInputs(study, env)];
		if ((await unrecordedInputs(env, study, inputs, Date.now())).length > 0)
			return err({ problem: paused(CHANGED_MS) });
		return admitted(await begin(admission, arrival, { participant, session, arriving, object, personal }));
	}
	if (known && !resumed && proof.kind === "claimed") afterwards(() => object.resume(arriving));
	return err(refused);
}

/** The session does not belong to this arrival, or does not exist. Both are treated like an unknown id. */
const isStrange = (result: Result<StartedSession, SessionRefusal>): boolean =>
	!result.ok && (result.error.kind === "unproven" || result.error.kind === "not_started");

/** Under the id that the session has: one from before MACs keeps its own. */
const admitted = (result: Result<StartedSession, SessionRefusal>): Result<Admitted, ArrivalRefusal> =>
	result.ok ? ok({ ...result.value, session: result.value.view.id }) : err({ problem: toProblem(result.error) });

type Beginning = {
	readonly participant: string;
	readonly session: string;
	readonly arriving: SessionArrival;
	readonly object: Session;
	readonly personal: Personalisation;
};

/** Until somebody has looked at what was changed. */
const CHANGED_MS = 300_000;

async function begin(
	{ study, startedBy }: Admission,
	{ source, externalId, reference, pool, attributes, returnUrl }: Arrival,
	{ participant, session, arriving, object, personal }: Beginning,
): Promise<Result<StartedSession, SessionRefusal>> {
	const { profileId, knownAs, hash, fittings, exclusion } = personal;
	const personalisation = isPersonal(study.protocol) || profileId !== null ? { profileId, knownAs, hash } : null;
	return object.start(
		{
			sessionId: session,
			studyId: study.id,
			slug: study.slug,
			protocolHash: study.protocolHash,
			protocol: study.protocol,
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

/** Why nobody new can begin now. Asked of newcomers alone: one of them may have to wait while an endpoint is asked whether it serves again. */
async function closedTo(env: Env, study: StudyRecord): Promise<Problem | null> {
	if (study.status !== "open") return notOpen(study);
	if (!(await admitsParticipants(env, study))) return notOpen({ status: "closed" });
	const pauseMs = await enrolmentPause(study.protocol, env);
	return pauseMs === null ? null : paused(pauseMs);
}

const notOpen = ({ status }: Pick<StudyRecord, "status">): Problem => ({
	code: "study_not_open",
	detail: `The study is ${status}: nobody new can enter it.`,
});

/** The same words whichever endpoint it is, and whoever asks. */
const paused = (pauseMs: number): Problem => ({
	code: "unavailable",
	detail: "Nobody new can begin at the moment. Come back in a while; nothing was begun yet.",
	retryAfterSeconds: Math.ceil(pauseMs / 1000),
});
