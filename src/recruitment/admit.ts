import { eq } from "drizzle-orm";
import { pseudonymOf } from "../access/pseudonym.ts";
import { database } from "../db/database.ts";
import { sessions } from "../db/tables/sessions.ts";
import type { Env } from "../env.ts";
import { enrolmentPause } from "../models/health/enrolment.ts";
import { isPersonal, personalise } from "../personalisation/admission.ts";
import { sessionOf } from "../session/client.ts";
import { toProblem } from "../session/problems.ts";
import type { SessionView } from "../session/view-schema.ts";
import type { Problem } from "../shared/problem.ts";
import { err, ok, type Result } from "../shared/result.ts";
import type { StudyRecord } from "../studies/queries.ts";
import type { Arrival } from "./arrival.ts";

export type Admitted = {
	readonly session: string;
	readonly created: boolean;
	readonly token: string;
	readonly view: SessionView;
};

/** Begins somebody's session, or finds the one they have. A study that is not open takes in nobody new. */
export async function admit(env: Env, study: StudyRecord, arrival: Arrival): Promise<Result<Admitted, Problem>> {
	const { participant, session } = pseudonymOf(study.pseudonymKey, arrival.source, arrival.externalId);
	const { source, externalId, reference, pool, attributes, returnUrl } = arrival;
	const [come, personal] = await Promise.all([
		hasCome(env, session),
		personalise(database(env.DB), study, { source, id: externalId }),
	]);
	const closed = come ? null : await closedTo(env, study);
	if (closed) return err(closed);
	const started = await sessionOf(env.SESSIONS, session).start({
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
		returnUrl,
		...((isPersonal(study.protocol) || personal.profileId !== null) && {
			personalisation: { profileId: personal.profileId, knownAs: personal.knownAs, hash: personal.hash },
		}),
		fittings: personal.fittings,
		exclusion: personal.exclusion,
	});
	return started.ok ? ok({ session, ...started.value }) : err(toProblem(started.error));
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

/** D1 may be a moment behind the session, which matters only to who came in the moment in which the study was paused. */
async function hasCome(env: Env, session: string): Promise<boolean> {
	const rows = await database(env.DB).select({ id: sessions.id }).from(sessions).where(eq(sessions.id, session));
	return rows.length > 0;
}
