import type { CallRecord } from "../../blinding/seals/sealed.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { approximateTokens } from "../../protocol/tokens/counted-reply.ts";
import type { CallStats } from "../model-types.ts";

export type Account = Pick<CallRecord, "inputTokens" | "outputTokens" | "countedBy" | "cost" | "currency">;

/**
 * Tokens and cost of a call. If the server answered without a count, the texts are counted by the documented approximation and
 * the call is marked as estimated. A call without an answer has no count, because it is not billed. `asked` is all text sent,
 * `answered` all text received.
 */
export function accountOf(
	model: Model,
	{ inputTokens, outputTokens }: Pick<CallStats, "inputTokens" | "outputTokens">,
	{ asked, answered }: { readonly asked: string; readonly answered: string },
): Account {
	const isCounted = inputTokens !== null && outputTokens !== null;
	const estimate = !isCounted && answered !== "";
	const input = inputTokens ?? (estimate ? approximateTokens(asked) : null);
	const output = outputTokens ?? (estimate ? approximateTokens(answered) : null);
	// The rehearsal model is not a server: its token counts are approximations.
	const countedBy =
		estimate || (isCounted && model.provider === "rehearsal") ? "estimate" : isCounted ? "server" : null;
	return { inputTokens: input, outputTokens: output, countedBy, ...costOf(model, input, output) };
}

function costOf(model: Model, input: number | null, output: number | null): Pick<Account, "cost" | "currency"> {
	const price = "price" in model ? model.price : undefined;
	if (!price || input === null || output === null) return { cost: null, currency: null };
	return { cost: (input * price.input + output * price.output) / 1e6, currency: price.currency };
}
