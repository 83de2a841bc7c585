import { piecesOf } from "../../protocol/schema/formats/placeholder.ts";
import type { Arm } from "../../protocol/schema/schema.ts";
import { costOf, costOfTokens, tokensOfCost } from "../../protocol/tokens/counted-reply.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { fieldText, type Profile } from "../profiles/profile.ts";
import { fenced, NOTICE } from "./fence.ts";
import { fitHistory, renderHistory } from "./history-text.ts";

export type ContextTemplate = Extract<NonNullable<Arm["personalisation"]>, { kind: "prompt" }>;

export type ContextPrompt = {
	readonly text: string;
	/** By the documented approximation. */
	readonly tokens: number;
	/** Parts that did not fit into the budget. */
	readonly leftOut: { readonly turns: number; readonly fields: readonly string[] };
};

type Missing = { readonly kind: "missing"; readonly fields: readonly string[] };

const NOT_KNOWN = "(not known)";
const LEFT_OUT = "(left out)";

/**
 * The filled template of a prompted arm for one participant. If the budget is short, whole turns are left out, from the end of
 * the least important conversation; then whole fields, the template's last one first. Nothing is cut in half, and the same
 * profile always gives the same text.
 */
export function contextPrompt(spec: ContextTemplate, profile: Profile): Result<ContextPrompt, Missing> {
	const pieces = piecesOf(`${NOTICE}\n\n${spec.template}`);
	const missing = new Set<string>();
	const filled = pieces.map((piece): Filled => {
		if ("text" in piece) return { kind: "text", text: piece.text };
		const { field, optional } = piece;
		if (field === "history" && profile.history.length > 0) return { kind: "history" };
		const text = fieldText(profile, field);
		if (text === null && !optional) missing.add(field);
		return text === null ? { kind: "text", text: NOT_KNOWN } : { kind: "field", field, text: fenced("data", text) };
	});
	if (missing.size > 0) return err({ kind: "missing", fields: [...missing] });
	return ok(withinBudget(spec, profile, filled));
}

type Filled =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "field"; readonly field: string; readonly text: string }
	| { readonly kind: "history" };

function withinBudget(spec: ContextTemplate, profile: Profile, filled: readonly Filled[]): ContextPrompt {
	const { kept, fields } = keepFields(filled, costOfTokens(spec.maxTokens));
	const places = kept.filter(({ kind }) => kind === "history").length;
	const room = costOfTokens(spec.maxTokens) - costOfAll(kept, LEFT_OUT);
	const history = fitHistory(profile.history, spec.history, places === 0 ? 0 : Math.floor(room / places));
	const written = history.turns === 0 ? LEFT_OUT : renderHistory(history);
	const text = kept.map((piece) => (piece.kind === "history" ? written : piece.text)).join("");
	const leftOut = { turns: places === 0 ? 0 : history.leftOut, fields };
	return { text, tokens: tokensOfCost(costOf(text)), leftOut };
}

/** Leaves out whole fields, the last one first, until the rest fits without any history. */
function keepFields(filled: readonly Filled[], budget: number): { kept: readonly Filled[]; fields: readonly string[] } {
	const kept = [...filled];
	const fields: string[] = [];
	for (let index = kept.length - 1; index >= 0 && costOfAll(kept, LEFT_OUT) > budget; index--) {
		const piece = kept[index];
		if (piece?.kind !== "field" || costOf(piece.text) <= costOf(LEFT_OUT)) continue;
		kept[index] = { kind: "text", text: LEFT_OUT };
		fields.unshift(piece.field);
	}
	return { kept, fields };
}

const costOfAll = (pieces: readonly Filled[], history: string): number =>
	pieces.reduce((sum, piece) => sum + costOf(piece.kind === "history" ? history : piece.text), 0);

/** The tokens of the template without content: no smaller budget can be kept for every participant. */
export const fixedTokens = ({ template }: ContextTemplate): number =>
	tokensOfCost(
		piecesOf(`${NOTICE}\n\n${template}`).reduce((sum, piece) => {
			// "(not known)" is longer than "(left out)", so optional fields count with it.
			const text = "text" in piece ? piece.text : piece.optional ? NOT_KNOWN : LEFT_OUT;
			return sum + costOf(text);
		}, 0),
	);
