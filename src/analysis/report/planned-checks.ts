import type { Env } from "../../env.ts";
import type { Fault } from "../../shared/problem.ts";
import { type Planned, plannedFaults } from "./planned-faults.ts";

/**
 * Formulas of prespecified analyses. The deployed Worker has another function in its place, which lets the research Worker
 * read them: `scripts/worker-bundle/remote-checks.ts`.
 */
export const checkedAnalyses = async (_env: Env, planned: readonly Planned[]): Promise<Fault[]> =>
	plannedFaults(planned);
