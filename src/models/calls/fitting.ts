import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import type { Fitting, Fittings } from "../model-types.ts";

/** The fitting of an arm without personalisation. */
export const NO_PERSONALISATION: Fitting = { prompt: null, adapter: null };

/**
 * The participant's fitting for this arm. Null if the arm is personalised but its fitting is missing: such an arm must never be
 * served without personalisation.
 */
export function fittingOf({ id, personalisation }: Arm, fittings: Fittings | null): Fitting | null {
	if (!personalisation) return NO_PERSONALISATION;
	const fitting = fittings?.[id] ?? NO_PERSONALISATION;
	const needed = personalisation.kind === "prompt" ? fitting.prompt : fitting.adapter;
	return needed === null ? null : fitting;
}

/** The arm's system prompt, or the shared one, followed by the participant's personal prompt. */
export function systemOf(protocol: Protocol, arm: Arm, { prompt }: Fitting): string | undefined {
	const parts = [arm.system ?? protocol.system, prompt].filter((part) => part !== undefined && part !== null);
	return parts.length > 0 ? parts.join("\n\n") : undefined;
}

/**
 * The model with the adapter's served name for each `{{adapter}}` of the protocol. Two arms that differ only by adapter differ
 * nowhere else.
 */
export function withAdapter(model: Model, { adapter }: Fitting): Model {
	if (model.provider === "rehearsal" || adapter === null) return model;
	const { providerOptions } = model;
	return {
		...model,
		model: filled(model.model, adapter),
		...(providerOptions && {
			providerOptions: Object.fromEntries(
				Object.entries(providerOptions).map(([name, value]) => [name, filledIn(value, adapter)]),
			),
		}),
	};
}

/** The replacement is a function, because `replaceAll` would interpret `$&` in a string. */
const filled = (text: string, adapter: string): string => text.replaceAll(/\{\{\s*adapter\s*\}\}/g, () => adapter);

type Mutable = NonNullable<Exclude<Model, { provider: "rehearsal" }>["providerOptions"]>[string];

function filledIn(value: Mutable, adapter: string): Mutable {
	if (typeof value === "string") return filled(value, adapter);
	if (Array.isArray(value)) return value.map((inner) => filledIn(inner, adapter));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner, adapter)]));
}
