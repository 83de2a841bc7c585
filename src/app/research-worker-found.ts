import type { Env } from "../env.ts";

export type ResearchWorkerFound = "ok" | "other_version" | "unreachable";

/**
 * Whether what makes reports is there. The deployed Worker has another function in its place, which asks the research Worker:
 * `scripts/worker-bundle/research-worker.ts`.
 */
export const researchWorkerFound = async (_env: Env): Promise<ResearchWorkerFound> => "ok";
