import type { ProlificExit } from "../../../protocol/prolific/exits.ts";
import { durationMs } from "../../../shared/clock.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { isPublicHost } from "../../../webhooks/receiver/public-address.ts";
import type { Draft, DraftOptions } from "./draft-schema.ts";
import { prolificCodes } from "./prolific-codes.ts";

/** What a draft needs of a study. */
export type DraftStudy = {
	readonly slug: string;
	readonly title: string;
	/** The address for participants. Null if the study does not recruit on Prolific. */
	readonly link: string | null;
	readonly duration?: string | undefined;
	readonly quota?: { readonly total: number } | undefined;
	readonly prolific?:
		| { readonly signed: boolean; readonly exits: Readonly<Record<string, ProlificExit | undefined>> }
		| undefined;
};

/** What is missing: `recruitment.prolific`, a number of places, a duration. */
export type DraftFault = "prolific" | "places" | "minutes";

export function draftOf(study: DraftStudy, options: DraftOptions): Result<Draft, DraftFault> {
	const { prolific, quota, link, duration } = study;
	if (!prolific || link === null) return err("prolific");
	const places = options.places ?? quota?.total;
	const minutes = options.minutes ?? (duration && Math.ceil(durationMs(duration) / 60_000));
	if (!places) return err("places");
	if (!minutes) return err("minutes");
	const filters = filtersOf(options);
	return ok({
		name: options.name ?? study.title,
		internal_name: study.slug,
		description: options.description ?? study.title,
		external_study_url: link,
		prolific_id_option: "url_parameters",
		completion_codes: prolificCodes(prolific.exits, options.joinGroup),
		total_available_places: places,
		estimated_completion_time: minutes,
		reward: options.reward,
		device_compatibility: ["desktop", "tablet", "mobile"],
		metadata: study.slug,
		...(filters.length > 0 && { filters }),
		...(options.project !== undefined && { project: options.project }),
		...(prolific.signed && { is_external_study_url_secure: true }),
	});
}

/** Values within a filter are alternatives. Several filters all apply. */
const filtersOf = ({ groups, withStudies, withoutStudies }: DraftOptions): NonNullable<Draft["filters"]> =>
	[
		{ filter_id: "participant_group_allowlist", selected_values: groups ?? [] },
		{ filter_id: "previous_studies_allowlist", selected_values: withStudies ?? [] },
		{ filter_id: "previous_studies_blocklist", selected_values: withoutStudies ?? [] },
	].filter(({ selected_values }) => selected_values.length > 0);

/** Whether participants can reach the draft's link: by https, at a host that is not of a private network. */
export function isPublicLink({ external_study_url }: Draft): boolean {
	// Prolific's placeholders are no valid part of a URL.
	const [address = ""] = external_study_url.split("?");
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return protocol === "https:" && isPublicHost(hostname);
}
