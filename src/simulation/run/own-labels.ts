import type { Env } from "../../env.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";

/**
 * Whether the study's pools have labels of their own. In older studies all pools share them, so the choices of scripted
 * participants with preferences would tell which label of the people's rows is which arm.
 */
export async function poolsHaveOwnLabels(env: Env, studyId: string): Promise<boolean> {
	const { lines } = await allocatorOf(env.ALLOCATORS, studyId).exportLog(0);
	const opened = lines.map(({ entry }) => entry).find((entry) => entry.kind === "opened");
	return opened?.kind === "opened" && opened.opening.poolLabels !== undefined;
}
