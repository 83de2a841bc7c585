import { z } from "zod";
import { type ExitName, type ExitType, exitTypeOf, type ProlificExit } from "../../src/protocol/prolific/exits.ts";
import { durationMs } from "../../src/shared/clock.ts";
import { ProlificError } from "./prolific-error.ts";

/** What the draft needs of a study of the Worker. */
export const workerStudy = z.object({
	slug: z.string(),
	title: z.string(),
	links: z.object({ participant: z.string().nullable() }),
	protocol: z.object({
		duration: z.string().optional(),
		recruitment: z.object({
			quota: z.object({ total: z.number() }).optional(),
			prolific: z
				.object({
					signed: z.boolean(),
					exits: z.record(z.string(), z.custom<ProlificExit>()),
				})
				.optional(),
		}),
	}),
});

export type WorkerStudy = z.output<typeof workerStudy>;

export type DraftOptions = {
	/** In pence or cents. */
	readonly reward: number;
	readonly places?: number | undefined;
	readonly minutes?: number | undefined;
	readonly name?: string | undefined;
	readonly description?: string | undefined;
	readonly project?: string | undefined;
	/** Participant groups whose members may take part. */
	readonly groups: readonly string[];
	/** Earlier studies on Prolific whose participants may not take part. */
	readonly withoutStudies: readonly string[];
	/** The group that participants join who complete. */
	readonly joinGroup?: string | undefined;
};

/** The body of `POST /studies/`. */
export function draftOf(study: WorkerStudy, options: DraftOptions): object {
	const { prolific, quota } = study.protocol.recruitment;
	const link = study.links.participant;
	if (!prolific || link === null)
		throw new ProlificError(
			`The study ${study.slug} does not recruit on Prolific: add recruitment.prolific to its protocol.`,
		);
	if (!link.startsWith("https://"))
		throw new ProlificError(
			`Prolific needs an address on the internet, and the study is at ${link.split("?")[0]}. Use --api with the deployed Worker.`,
		);
	const places = options.places ?? quota?.total;
	const minutes =
		options.minutes ?? (study.protocol.duration && Math.ceil(durationMs(study.protocol.duration) / 60_000));
	if (!places) throw new ProlificError("How many places? Use --places, because the protocol has no quota.");
	if (!minutes)
		throw new ProlificError("How long does the study take? Use --minutes, because the protocol has no duration.");
	const filters = [
		...(options.groups.length > 0
			? [{ filter_id: "participant_group_allowlist", selected_values: options.groups }]
			: []),
		...(options.withoutStudies.length > 0
			? [{ filter_id: "previous_studies_blocklist", selected_values: options.withoutStudies }]
			: []),
	];
	return {
		name: options.name ?? study.title,
		internal_name: study.slug,
		description: options.description ?? study.title,
		external_study_url: link,
		prolific_id_option: "url_parameters",
		completion_codes: completionCodes(prolific.exits, options.joinGroup),
		total_available_places: places,
		estimated_completion_time: minutes,
		reward: options.reward,
		device_compatibility: ["desktop", "tablet", "mobile"],
		metadata: study.slug,
		...(filters.length > 0 && { filters }),
		...(options.project !== undefined && { project: options.project }),
		...(prolific.signed && { is_external_study_url_secure: true }),
	};
}

const RETURN_REASONS: Readonly<Record<string, string>> = {
	declined: "You did not agree to take part.",
	withdrawn: "You left the study.",
	expired: "The time for the study was over.",
};

const CODE_TYPES: Readonly<Record<ExitType, string>> = {
	completed: "COMPLETED",
	screened_out: "FIXED_SCREENOUT",
	failed_checks: "FAILED_ATTENTION_CHECK",
	full: "OTHER",
	returned: "OTHER",
};

/** One for each code: exits of one type may share a code. */
function completionCodes(exits: Readonly<Record<string, ProlificExit>>, joinGroup: string | undefined): object[] {
	const codes = new Map<string, object>();
	for (const [exit, given] of Object.entries(exits)) {
		const type = exitTypeOf(exit as ExitName, given);
		const entry = {
			code: given.code,
			code_type: codeType(exit, type, given),
			actions: actionsOf(exit, type, given, joinGroup),
		};
		if (!codes.has(given.code)) codes.set(given.code, entry);
	}
	return [...codes.values()];
}

function codeType(exit: string, type: ExitType, { fixedPay }: ProlificExit): string {
	if (exit === "declined" && type === "returned") return "NO_CONSENT";
	return type === "screened_out" && !fixedPay ? "OTHER" : CODE_TYPES[type];
}

function actionsOf(exit: string, type: ExitType, { fixedPay }: ProlificExit, joinGroup: string | undefined): object[] {
	if (type === "returned")
		return [{ action: "REQUEST_RETURN", return_reason: RETURN_REASONS[exit] ?? "You did not finish the study." }];
	if (type === "screened_out" && fixedPay)
		return [{ action: "FIXED_SCREEN_OUT_PAYMENT", fixed_screen_out_reward: fixedPay.amount, slots: fixedPay.places }];
	const join = type === "completed" && joinGroup !== undefined;
	return [
		{ action: "MANUALLY_REVIEW" },
		...(join ? [{ action: "ADD_TO_PARTICIPANT_GROUP", participant_group: joinGroup }] : []),
	];
}
