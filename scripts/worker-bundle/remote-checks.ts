import type { Planned } from "../../src/analysis/report/planned-faults.ts";
import type { Env } from "../../src/env.ts";
import type { Protocol } from "../../src/protocol/schema/schema.ts";
import type { Answer } from "../../src/research-worker.ts";
import type { Fault } from "../../src/shared/problem.ts";
import type { ChangeOfSettings, StageOfProtocol } from "../../src/studies/protocol-checks.ts";
import { type RemoteCalls, researchWorkerOf, resultOf } from "./research-worker.ts";

/** In place of `src/studies/protocol-checks.ts` and `src/analysis/report/planned-checks.ts` in the deployed Worker. */
async function checked<T>(env: Env, check: (calls: RemoteCalls) => Promise<Answer<T>>): Promise<T> {
	using calls = await researchWorkerOf(env);
	return await resultOf(check(calls));
}

export const checkedDraft = (env: Env, protocol: Protocol) => checked(env, (calls) => calls.draftFaults(protocol));
export const checkedUnread = (env: Env, input: unknown) => checked(env, (calls) => calls.unreadFaults(input));
export const checkedSettings = (env: Env, change: ChangeOfSettings) =>
	checked(env, (calls) => calls.settingsFaults(change));
export const checkedOpening = (env: Env, protocol: Protocol) => checked(env, (calls) => calls.openingFaults(protocol));
export const checkedWarnings = (env: Env, stage: StageOfProtocol) => checked(env, (calls) => calls.warnings(stage));

/** Most studies plan no formula. */
export const checkedAnalyses = async (env: Env, planned: readonly Planned[]): Promise<Fault[]> =>
	planned.some(({ formula }) => formula !== undefined) ? checked(env, (calls) => calls.plannedFaults(planned)) : [];
