import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { smallStudy } from "./small-study.ts";

/** A small study whose models include `person`, which plays people. Its arms are those of the small study. */
export function studyWithSimulator(
	slug: string,
	model: string,
	over: Omit<Parameters<typeof smallStudy>[0], "slug"> = {},
): ProtocolInput {
	const protocol = smallStudy({ slug, ...over });
	const price = { input: 1, output: 2, currency: "USD" };
	const person = { provider: "openai-compatible", endpoint: "GPU", model, price } as const;
	return { ...protocol, models: { ...protocol.models, person } };
}
