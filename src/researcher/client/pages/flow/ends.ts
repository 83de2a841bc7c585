/** The exits of a study, by the names of the counts: their title, their meaning, and the status of their sessions. */
export type End = { readonly name: string; readonly means: string; readonly status: string };

export const BEFORE = {
	declined: {
		name: "Declined",
		means: "They did not give consent.",
		status: "declined",
	},
	screened_out: {
		name: "Screened out",
		means: "They did not meet the study's eligibility rules.",
		status: "screened_out",
	},
	failed_checks_before: {
		name: "Failed checks",
		means: "They failed as many attention checks as the protocol allows, before randomisation.",
		status: "failed_checks",
	},
	full: { name: "Study full", means: "All places were taken when they came.", status: "full" },
	withdrawn_before: {
		name: "Left",
		means: "They withdrew before randomisation.",
		status: "withdrawn",
	},
	expired_before: {
		name: "Expired",
		means: "They did not go on within the study's time, before randomisation.",
		status: "expired",
	},
} as const satisfies Record<string, End>;

export const AFTER = {
	failed_checks: {
		name: "Failed checks",
		means: "They failed as many attention checks as the protocol allows.",
		status: "failed_checks",
	},
	withdrawn: { name: "Left", means: "They withdrew.", status: "withdrawn" },
	expired: { name: "Expired", means: "They did not go on within the study's time.", status: "expired" },
	full_after: {
		name: "Place lapsed",
		means: "Their place lapsed before the first message, and they returned when the quota was full.",
		status: "full",
	},
} as const satisfies Record<string, End>;
