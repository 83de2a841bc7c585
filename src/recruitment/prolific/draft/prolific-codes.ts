import { type ExitName, type ExitType, exitTypeOf, type ProlificExit } from "../../../protocol/prolific/exits.ts";
import type { CompletionCode } from "./draft-schema.ts";

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

/** One for each code: exits of one type may share a code. `joinGroup`: the group that participants join who complete. */
export function prolificCodes(
	exits: Readonly<Record<string, ProlificExit | undefined>>,
	joinGroup: string | undefined,
): CompletionCode[] {
	const codes = new Map<string, CompletionCode>();
	for (const [exit, given] of Object.entries(exits)) {
		if (!given || codes.has(given.code)) continue;
		const type = exitTypeOf(exit as ExitName, given);
		const actions = actionsOf(exit, type, given, joinGroup);
		codes.set(given.code, { code: given.code, code_type: codeType(exit, type, given), actions });
	}
	return [...codes.values()];
}

function codeType(exit: string, type: ExitType, { fixedPay }: ProlificExit): string {
	if (exit === "declined" && type === "returned") return "NO_CONSENT";
	return type === "screened_out" && !fixedPay ? "OTHER" : CODE_TYPES[type];
}

function actionsOf(
	exit: string,
	type: ExitType,
	{ fixedPay }: ProlificExit,
	joinGroup: string | undefined,
): CompletionCode["actions"] {
	if (type === "returned")
		return [{ action: "REQUEST_RETURN", return_reason: RETURN_REASONS[exit] ?? "You did not finish the study." }];
	if (type === "screened_out" && fixedPay)
		return [{ action: "FIXED_SCREEN_OUT_PAYMENT", fixed_screen_out_reward: fixedPay.amount, slots: fixedPay.places }];
	if (type !== "completed" || joinGroup === undefined) return [{ action: "MANUALLY_REVIEW" }];
	return [{ action: "MANUALLY_REVIEW" }, { action: "ADD_TO_PARTICIPANT_GROUP", participant_group: joinGroup }];
}
