import { ALGORITHM, ALGORITHM_1, type OpeningRecord } from "../draw/scheme.ts";
import type { AllocatorOpening } from "./allocator-client.ts";

/** The part of an opening that the log shows: without the seed, and with labels in no arm's order. */
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
