import type { AllocationExport } from "./allocation-export.ts";

/** Values that were noted while the study ran, or came with the export. */
export type Given = {
	readonly commitment?: string | undefined;
	readonly head?: string | undefined;
	readonly unblindings?: string | undefined;
	readonly deviations?: string | undefined;
};

/** What a check without differences does not prove, with the option that would check it. */
export function notChecked({ log, arms, lines, head }: AllocationExport, given: Given): string[] {
	const open: [missing: boolean, what: string][] = [
		[
			given.commitment === undefined,
			"whether this is the seed that the study was opened with: a log made anew from another seed looks the same. Give --commitment, from where you noted it.",
		],
		[
			given.head === undefined,
			"whether the log was made anew with the same seed, without somebody who came or with somebody who did not. Give --head, a hash that you noted while the study ran.",
		],
		[
			lines === undefined || head === undefined,
			"whether lines are missing behind the one that gave the seed out: this export does not say how many it has.",
		],
		[
			given.unblindings === undefined && log.some(({ entry }) => entry.kind === "unblinded"),
			"whether the records of unblindings are as they were made. Give --unblindings, exports/unblindings.jsonl.",
		],
		[
			given.deviations === undefined && log.some(({ entry }) => entry.kind === "inputs_changed"),
			"whether the records of changed adapters, profiles and addresses are as they were made. Give --deviations, exports/study-deviations.jsonl.",
		],
		[arms === undefined, "which arm each label stands for: this export names no arms."],
	];
	return open.flatMap(([missing, what]) => (missing ? [what] : []));
}
