import { openingFaults } from "./opening.ts";
import type { Protocol } from "./schema.ts";
import type { Warning } from "./warning.ts";
import { armWarnings } from "./warnings/arms.ts";
import { blindingWarnings } from "./warnings/blinding.ts";
import { conversationWarnings } from "./warnings/conversations.ts";
import { designWarnings } from "./warnings/design.ts";
import { durationWarnings } from "./warnings/duration.ts";
import { eligibilityWarnings } from "./warnings/eligibility.ts";
import { formWarnings } from "./warnings/forms.ts";
import { quotaWarnings } from "./warnings/quotas.ts";
import { recruitmentWarnings } from "./warnings/recruitment.ts";
import { textWarnings } from "./warnings/texts.ts";

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
	openingFaults(protocol).map((fault) => ({
		code: "not_openable" as const,
		...fault,
	}));
