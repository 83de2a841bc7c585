import type { Context } from "hono";
import { recordAudit } from "../access/audit.ts";
import { actorOf } from "../access/require-scope.ts";
import { database } from "../db/database.ts";
import type { AppEnv } from "../env.ts";
import type { Control } from "../runs/run-control.ts";
import { invalidRequest, type Problem, ProblemError } from "../shared/problem.ts";
import type { StudyRecord } from "../studies/study-queries.ts";
import { MOST_PARTICIPANTS, type NewRunRequest } from "./contract.ts";
import { requestFaults } from "./request-faults.ts";
import { poolsHaveOwnLabels } from "./run/own-labels.ts";

/** Refuses a request that this study cannot have, in its present state. */
export async function refuseFaulty(c: Context<AppEnv>, study: StudyRecord, asked: NewRunRequest): Promise<void> {
	const faults = requestFaults(asked, study.protocol);
	if (faults.length > 0) throw new ProblemError(invalidRequest(faults));
	if (study.unblindedAt !== null && asked.condition !== "judge") throw new ProblemError(REVEALED);
	const names = Object.keys(asked.policy?.preferences ?? {}).length > 0;
	const isBlinded = study.protocol.blinding.level === "double" && study.unblindedAt === null;
	if (names && isBlinded && !(await poolsHaveOwnLabels(c.env, study.id))) throw new ProblemError(SHARED_LABELS);
}

export function refuseSize(size: number): void {
	if (size >= 1 && size <= MOST_PARTICIPANTS) return;
	const detail =
		size === 0
			? "Nobody fits: there is no such person yet."
			: `At most ${MOST_PARTICIPANTS} participants, with their samples. These are ${size}.`;
	throw new ProblemError(invalidRequest([{ pointer: "/participants", detail }]));
}

const REVEALED: Problem = {
	code: "study_state",
	detail: "The study is unblinded, so nobody can be randomised any more. Simulate a copy of it.",
};
const SHARED_LABELS: Problem = {
	code: "study_state",
	detail:
		"This study was opened before simulated participants had labels of their own. Preferences by arm would unblind it. Leave them out, or unblind the study first.",
};

export const record = (
	c: Context<AppEnv>,
	study: StudyRecord,
	act: Control | "start" | "preview",
	of: { readonly run?: string; readonly reason?: string | undefined },
) => {
	const entry = { actor: actorOf(c), action: `simulation.${act}`, studyId: study.id } as const;
	const target = of.run === undefined ? {} : { target: of.run };
	const why = of.reason === undefined ? {} : { reason: of.reason };
	return recordAudit(database(c.env.DB), { ...entry, ...target, detail: { study: study.slug, ...why } }, Date.now());
};
