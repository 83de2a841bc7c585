import { pseudonymOf } from "../access/pseudonym.ts";
import { newSessionId } from "../access/session-id.ts";
import { database } from "../db/database.ts";
import type { Env } from "../env.ts";
import { enrolmentPause } from "../models/health/enrolment.ts";
import { isPersonal, personalise } from "../personalisation/admission.ts";
import type { Arriving } from "../session/arriving.ts";
import { type Session, type SessionRefusal, type Started, sessionOf } from "../session/client.ts";
import { toProblem } from "../session/problems.ts";
import type { Problem } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import type { StudyRecord } from "../studies/queries.ts";
import type { Arrival, Refusal } from "./arrival.ts";
import { knownSession, mayBeTheirs } from "./known-session.ts";

export type Admitted = Started & { readonly session: string };

export type Admission = {
	readonly env: Env;
	readonly study: StudyRecord;
	/** The token of a session that the arrival's browser has, if any. */
	readonly tokenOf: (session: string) => string | null;
	/** Does this once the answer is out, so that it takes no longer for one visitor than for another. */
	readonly afterwards: (work: () => Promise<unknown>) => void;
	/** The API key that asks, if any: the session's log has it, for the audit. */
	readonly startedBy?: string;
};

/**
 * The one way into a session: begins it, or resumes the one that the person has. In this order, so that a refusal is the same for
 * an id that takes part and for one that does not: who can show that the session is theirs gets it back whatever the study's state is; a study
 * that takes nobody in refuses everybody else; only an open study tells anybody that a link is not enough.
 */
export async function admit(admission: Admission, arrival: Arrival): Promise<Result<Admitted, Refusal>> {
	const { env, study, tokenOf, afterwards } = admission;
	const { participant, session: name } = pseudonymOf(study.pseudonymKey, arrival.source, arrival.externalId);
	const known = await knownSession(env, participant);
	const session = known?.id ?? newSessionId(name, env);
	const { proof, reference, attributes, returnUrl } = arrival;
	const arriving: Arriving = { proof, token: tokenOf(session), reference, attributes, returnUrl };
	const object = sessionOf(env.SESSIONS, session);
	const resumed = mayBeTheirs(known, arriving) ? await object.resume(arriving) : null;
	if (resumed && !isStrange(resumed)) return admitted(resumed);
	const closed = await closedTo(env, study);
	const refused = closed ? { problem: closed } : arrival.stranger;
	if (!refused) return admitted(await begin(admission, arrival, { participant, session, arriving, object }));
	if (known && !resumed && proof.kind === "claimed") afterwards(() => object.resume(arriving));
	return err(refused);
}

/** Refused as a stranger is: because nothing shows that it is the participant, or because there is no such session after all. */
const isStrange = (result: Result<Started, SessionRefusal>): boolean =>
	!result.ok && (result.error.kind === "unproven" || result.error.kind === "not_started");

/** Under the id that the session has: one from before MACs keeps its own. */
const admitted = (result: Result<Started, SessionRefusal>): Result<Admitted, Refusal> =>
	result.ok ? ok({ ...result.value, session: result.value.view.id }) : err({ problem: toProblem(result.error) });

type Beginning = {
	readonly participant: string;
	readonly session: string;
	readonly arriving: Arriving;
	readonly object: Session;
};

async function begin(
	{ env, study, startedBy }: Admission,
	{ source, externalId, reference, pool, attributes, returnUrl }: Arrival,
	{ participant, session, arriving, object }: Beginning,
): Promise<Result<Started, SessionRefusal>> {
	const personal = await personalise(database(env.DB), study, { source, id: externalId });
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
	const pauseMs = await enrolmentPause(study.protocol, env);
	return pauseMs === null ? null : paused(pauseMs);
}

const notOpen = ({ status }: StudyRecord): Problem => ({
	code: "study_not_open",
	detail: `The study is ${status}: nobody new can enter it.`,
});

/** The same words whichever endpoint it is, and whoever asks. */
const paused = (pauseMs: number): Problem => ({
	code: "unavailable",
	detail: "Nobody new can begin at the moment. Come back in a while; nothing was begun yet.",
	retryAfterSeconds: Math.ceil(pauseMs / 1000),
});
