import { rm } from "node:fs/promises";
import { join } from "node:path";

/** Without this, local wrangler keeps a trace of each request, with its whole URL and so with platform ids. */
export const WITHOUT_TRACES = { X_LOCAL_OBSERVABILITY: "false" } as const;

/** Deletes the traces of earlier runs. `state` is wrangler's folder of local data. */
export const deleteTraces = (state: string): Promise<void> =>
	rm(join(state, "v3", "observability"), { recursive: true, force: true });
