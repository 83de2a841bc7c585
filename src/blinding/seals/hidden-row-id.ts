import { derivedId, type Id } from "../../shared/id.ts";

/**
 * The id of a discarded text's row in `sealed_deviations`, where studies had one before sealed rows held the whole reply. It is keyed by the
 * session's secret, so that open ids do not give it.
 */
export const hiddenIdOf = (secret: string, deviation: string): Id<"deviation"> =>
	derivedId("deviation", secret, deviation);
