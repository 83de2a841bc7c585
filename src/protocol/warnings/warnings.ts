import type { Protocol } from "../schema/schema.ts";
import { protocolOpeningFaults } from "../validate/opening-faults.ts";
import { armWarnings } from "./arms.ts";
import { conversationWarnings } from "./conversations.ts";
import { designWarnings } from "./design.ts";
import { durationWarnings } from "./duration.ts";
import { eligibilityWarnings } from "./eligibility.ts";
import { formWarnings } from "./forms.ts";
import { quotaWarnings } from "./quotas.ts";
import { recruitmentWarnings } from "./recruitment.ts";
import { textWarnings } from "./texts.ts";
import { type Warning, warningIf } from "./warning.ts";

export const blindingWarnings = ({ blinding }: Protocol): Warning[] =>
	warningIf(
		blinding.level === "double" && blinding.pace === "as-is",
		"pace_as_is",
		["blinding", "pace"],
		"Replies appear as fast as their models write, and their times can tell arms apart. Set a pace, or make the study single blind.",
	);

/** One file per theme. Each check gets a protocol without faults, and nothing else. */
const CHECKS: readonly ((protocol: Protocol) => Warning[])[] = [
	blindingWarnings,
	armWarnings,
	designWarnings,
	quotaWarnings,
	conversationWarnings,
	formWarnings,
	eligibilityWarnings,
	recruitmentWarnings,
	textWarnings,
	durationWarnings,
];

/** The warnings that follow from the protocol, for drafts and open studies. */
export const protocolWarnings = (protocol: Protocol): Warning[] => CHECKS.flatMap((check) => check(protocol));

/** What keeps a draft from opening, as far as the protocol shows. */
export const draftWarnings = (protocol: Protocol): Warning[] =>
	protocolOpeningFaults(protocol).map((fault) => ({
		code: "not_openable" as const,
		...fault,
	}));
