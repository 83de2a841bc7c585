import { commitmentTo, lineHash } from "../allocator/log-chain.ts";
import type { OpenedEntry } from "../allocator/log-entry.ts";
import type { AllocationExport } from "./allocation-export.ts";
import { at, type Difference, sessionOf, whole } from "./difference.ts";

/** Faults that show before anything is drawn: whether the seed fits, and whether this is the whole log of this study. */
export const frameFaults = (exported: AllocationExport, opened: OpenedEntry): Difference[] => [
	...commitmentFaults(exported, opened.commitment),
	...manifestFaults(exported, opened),
	...endFaults(exported),
];

function commitmentFaults({ seed, commitment }: AllocationExport, logged: string): Difference[] {
	const made = commitmentTo(seed);
	return [
		...(made === commitment
			? []
			: [whole(`the seed belongs to the commitment ${made}, and ${commitment} was published`)]),
		...(logged === commitment
			? []
			: [at(0, null, `the log opens with the commitment ${logged}, and ${commitment} was published`)]),
	];
}

function manifestFaults(
	{ study, protocolHash, lines, head, log }: AllocationExport,
	{ opening }: OpenedEntry,
): Difference[] {
	const other = (told: unknown, found: unknown, detail: string) =>
		told === undefined || told === found ? [] : [whole(detail)];
	const last = log.at(-1)?.hash;
	return [
		...other(study, opening.studyId, `the export is of the study ${study}, and the log of ${opening.studyId}`),
		...other(
			protocolHash,
			opening.protocolHash,
			`the export is of the protocol ${protocolHash}, and the log of ${opening.protocolHash}`,
		),
		...other(lines, log.length, `the export is of ${lines} lines, and has ${log.length}`),
		...other(head, last, `the export ends with ${head}, and its last line is ${last}`),
	];
}

/** An export with a seed is of an unblinded study, and unblinding writes a line. */
const endFaults = ({ log }: AllocationExport): Difference[] =>
	log.some(({ entry }) => entry.kind === "revealed")
		? []
		: [whole("the seed was given out, and no line says so: the log was cut, or is of before")];

/** Faults of single lines: whether each is connected to the one before by hash, number and time. */
export function chainFaults({ log, commitment }: AllocationExport): Difference[] {
	return log.flatMap(({ index, prev, hash, entry }, place) => {
		const before = log[place - 1];
		const faults: string[] = [];
		if (index !== place) faults.push(`this line stands at place ${place}: lines are missing or moved`);
		if (prev !== (place === 0 ? commitment : before?.hash))
			faults.push("the chain is broken: the line before is not the one that this one was tied to");
		if (hash !== lineHash(index, prev, entry)) faults.push("the line was changed: its hash belongs to other content");
		if (before && entry.at < before.entry.at)
			faults.push(`its time is ${entry.at}, before that of the line before, ${before.entry.at}`);
		return faults.map((detail) => at(index, sessionOf(entry), detail));
	});
}
