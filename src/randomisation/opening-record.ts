import type { AllocatorOpening } from "./client.ts";
import { ALGORITHM, type OpeningRecord } from "./scheme.ts";

/** What the log tells of an opening: nothing of the seed, and the labels in no arm's order. */
export const openingRecord = ({
	studyId,
	protocolHash,
	design,
	conversations,
	quota,
	labels,
}: AllocatorOpening): OpeningRecord => ({
	algorithm: ALGORITHM,
	studyId,
	protocolHash,
	design,
	conversations,
	quota: quota ?? null,
	labels: [...labels].sort(),
});
