import type { Protocol } from "../../protocol/schema/schema.ts";
import { isBlinded } from "../datapackage.ts";
import type { Source } from "../table.ts";

export type ProtocolFile = { readonly name: string; readonly document: object };

/**
 * The protocol as far as a reader of the package may know it. It names arms and models, so while the study is blinded the package
 * has only what says nothing of them: an analyst who has the tables alone could otherwise match what an arm is like with the
 * labels whose replies are like it. That part has another name, because it does not have the protocol's hash.
 */
export const protocolFileOf = (study: Source["study"]): ProtocolFile =>
	isBlinded(study)
		? { name: "documentation/protocol-blinded.json", document: blindedPart(study) }
		: { name: "documentation/protocol.json", document: study.protocol };

/** A list of what is open, so that a new part of the protocol is not. */
function blindedPart({ protocolHash, protocol }: Pick<Source["study"], "protocolHash" | "protocol">): object {
	const {
		slug,
		title,
		language,
		consent,
		flow,
		conversations,
		design,
		blinding,
		eligibility,
		checks,
		analysis,
	}: Protocol = protocol;
	return {
		protocolHash,
		withheld:
			"Arms, models and recruitment are withheld while the study is blinded, so this is not what protocolHash hashes.",
		...{ slug, title, language, consent, flow, conversations, design, blinding: { level: blinding.level } },
		...(eligibility && { eligibility }),
		...(checks && { checks }),
		...(analysis && { analysis }),
		arms: protocol.arms.map((_, place) => ({ id: `arm ${place + 1}` })),
	};
}
