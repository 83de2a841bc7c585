import type { Arm, Model, Protocol } from "../../protocol/schema/schema.ts";
import type { Fitting, Fittings } from "../port.ts";

/** Of an arm that is adapted to nobody. */
export const PLAIN: Fitting = { prompt: null, adapter: null };

/**
 * What this arm is adapted with for the participant. Null where it is to be adapted and is not: it must never be served as the
 * arm that is adapted to nobody.
 */
export function fittingOf({ id, personalisation }: Arm, fittings: Fittings | null): Fitting | null {
	if (!personalisation) return PLAIN;
	const fitting = fittings?.[id] ?? PLAIN;
	const needed = personalisation.kind === "prompt" ? fitting.prompt : fitting.adapter;
	return needed === null ? null : fitting;
}

/** The arm's system prompt, or the one that all share, and after it what the arm is told of the participant. */
export function systemOf(protocol: Protocol, arm: Arm, { prompt }: Fitting): string | undefined {
	const parts = [arm.system ?? protocol.system, prompt].filter((part) => part !== undefined && part !== null);
	return parts.length > 0 ? parts.join("\n\n") : undefined;
}

/** The model with the adapter's served name wherever the protocol has `{{adapter}}`: the only place in which two arms of adapters differ. */
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

/** By a function: in a text, `$&` of an adapter's name would mean something to `replaceAll`. */
const filled = (text: string, adapter: string): string => text.replaceAll(/\{\{\s*adapter\s*\}\}/g, () => adapter);

type Mutable = NonNullable<Exclude<Model, { provider: "rehearsal" }>["providerOptions"]>[string];

function filledIn(value: Mutable, adapter: string): Mutable {
	if (typeof value === "string") return filled(value, adapter);
	if (Array.isArray(value)) return value.map((inner) => filledIn(inner, adapter));
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner, adapter)]));
}
