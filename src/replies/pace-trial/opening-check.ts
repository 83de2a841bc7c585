import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { ThinkingModels } from "../../models/health/thinking-models.ts";
import { trialAdapter } from "../../personalisation/adapters/trial-adapter.ts";
import { readRules } from "../../self-identification/rules/read-rules.ts";
import { ProblemError } from "../../shared/problem.ts";
import type { MeasureModels } from "../../studies/lifecycle/open-study.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { measurePace, showingOf } from "./measure-pace.ts";
import { findingsOf, type PaceReport, paceReport } from "./pace-report.ts";

/** For the opening of a study: measures its models and turns the result into faults and warnings. */
export const measureModels: MeasureModels = async (study, env, { acceptLateReplies }) => {
	const report = await reportFor(study, env);
	if (report === null) return { faults: [], warnings: [], record: "as-is" };
	const { faults, warnings } = findingsOf(report, { accepted: acceptLateReplies });
	return { faults, warnings, record: plainReport(report) };
};

/** Null if the protocol shows replies as they come. */
export async function reportFor({ id, protocol }: StudyRecord, env: Env): Promise<PaceReport | null> {
	const showing = showingOf(protocol);
	if (showing === null) return null;
	// What is held back to be searched counts.
	if (showing.screening) await readRules(env.ASSETS).catch(refuse);
	const adapterOf = (arm: StudyRecord["protocol"]["arms"][number]) => trialAdapter(database(env.DB), id, arm);
	const thinking = new ThinkingModels(env.HEALTH);
	return paceReport(await measurePace(protocol, { bindings: env, thinking, adapterOf, clock: Date.now }), showing);
}

function refuse(): never {
	const detail = "The rules that find self-identification cannot be read at the moment. Repeat the request.";
	throw new ProblemError({ code: "unavailable", detail });
}

export const plainReport = ({ pace: asked, models, holds }: PaceReport) => ({
	pace: { ...asked },
	models: models.map((each) => ({ ...each, arms: [...each.arms] })),
	holds: holds && { ...holds },
});
