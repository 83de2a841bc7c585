import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";

/** Every code has its line in docs/reference/protocol.md. */
export const WARNING_CODES = [
	"allocation_foreseeable",
	"arms_not_all_met",
	"carry_over_confounded",
	"check_passed_by_first_option",
	"duration_differs",
	"exit_without_code",
	"exits_share_a_code",
	"expires_before_the_end",
	"identical_samples",
	"not_openable",
	"nothing_measured",
	"one_arm_each",
	"options_look_alike",
	"pace_as_is",
	"placeholder_in_text",
	"quota_ends_within_a_block",
	"quotas_do_not_add_up",
	"rehearsal_beside_models",
	"replies_cut_short",
	"rule_admits_everybody",
	"rules_admit_nobody",
	"same_arms",
	"scale_without_labels",
	"shuffled_info",
	"single_arm",
	"small_strata",
	"stratum_not_in_link",
	"strata_of_numbers",
	"texts_in_another_script",
	"topics_cut_short",
	"unequal_reply_limits",
	"unused_model",
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/**
 * An allowed choice that the researcher probably does not want. It does not keep the study from opening. The code names
 * the kind and stays when the sentence is reworded. The sentence says what happens and what to do.
 */
export type Warning = Fault & { readonly code: WarningCode };

type Path = readonly PropertyKey[];

export const warning = (code: WarningCode, path: Path, detail: string): Warning => ({
	code,
	pointer: pointer(path),
	detail,
});

export const warningIf = (applies: boolean, code: WarningCode, path: Path, detail: string): Warning[] =>
	applies ? [warning(code, path, detail)] : [];
