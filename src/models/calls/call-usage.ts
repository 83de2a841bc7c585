import type { CallRecord } from "../../blinding/seals/sealed.ts";
import type { Model } from "../../protocol/schema/schema.ts";
import { approximateTokens } from "../../protocol/tokens/counted-reply.ts";
import type { CallStats } from "../port.ts";

export type Account = Pick<CallRecord, "inputTokens" | "outputTokens" | "countedBy" | "cost" | "currency">;

/**
 * What a call took. Where the server did not count and did answer, the texts are counted by the stated approximation and
 * the call is marked; a call that was never answered has no count, for nobody bills it. `asked` is everything that was sent,
 * `answered` everything that came.
 */
export function accountOf(
	model: Model,
	{ inputTokens, outputTokens }: Pick<CallStats, "inputTokens" | "outputTokens">,
	{ asked, answered }: { readonly asked: string; readonly answered: string },
): Account {
	const told = inputTokens !== null && outputTokens !== null;
	const estimate = !told && answered !== "";
	const input = inputTokens ?? (estimate ? approximateTokens(asked) : null);
	const output = outputTokens ?? (estimate ? approximateTokens(answered) : null);
	// The rehearsal model is no server: what it says of tokens is a rule of thumb.
	const countedBy = estimate || (told && model.provider === "rehearsal") ? "estimate" : told ? "server" : null;
	return { inputTokens: input, outputTokens: output, countedBy, ...costOf(model, input, output) };
}

function costOf(model: Model, input: number | null, output: number | null): Pick<Account, "cost" | "currency"> {
	const price = "price" in model ? model.price : undefined;
	if (!price || input === null || output === null) return { cost: null, currency: null };
	return { cost: (input * price.input + output * price.output) / 1e6, currency: price.currency };
}
