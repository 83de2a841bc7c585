import { ALGORITHM, ALGORITHM_1, type OpeningRecord } from "../draw/scheme.ts";
import type { AllocatorOpening } from "./allocator-client.ts";

/** What the log tells of an opening: nothing of the seed, and the labels in no arm's order. */
export const openingRecord = ({
	studyId,
	protocolHash,
	design,
	conversations,
	quota,
	labels,
	poolLabels,
}: AllocatorOpening): OpeningRecord => ({
	algorithm: poolLabels ? ALGORITHM : ALGORITHM_1,
	studyId,
	protocolHash,
	design,
	conversations,
	quota: quota ?? null,
	labels: [...labels].sort(),
	...(poolLabels && {
		poolLabels: { pilot: [...poolLabels.pilot].sort(), simulated: [...poolLabels.simulated].sort() },
	}),
});
