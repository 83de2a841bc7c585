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

/** One file a theme. Each check is given a protocol without faults and looks at nothing else. */
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

/** What the protocol alone gives reason to warn of, in a draft as in an open study. */
export const protocolWarnings = (protocol: Protocol): Warning[] => CHECKS.flatMap((check) => check(protocol));

/** What will keep a draft from opening, as far as the protocol alone can tell. */
export const draftWarnings = (protocol: Protocol): Warning[] =>
	protocolOpeningFaults(protocol).map((fault) => ({
		code: "not_openable" as const,
		...fault,
	}));
