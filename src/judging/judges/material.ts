/** One message as the participant saw it. There is no field for an arm, a label or a model: judges are blind. */
export type JudgedTurn = { readonly role: "participant" | "assistant"; readonly text: string };

/**
 * The text that a judge reads. `reply`: a conversation that ends with the reply to judge. `pair`: a conversation that ends with
 * the participant's message, and two replies to it. `opening`: a participant's first message.
 */
export type Material =
	| { readonly kind: "reply"; readonly turns: readonly JudgedTurn[] }
	| { readonly kind: "pair"; readonly turns: readonly JudgedTurn[]; readonly replies: readonly [string, string] }
	| { readonly kind: "opening"; readonly text: string };

/** Null if the material can be judged, otherwise the reason. */
export function faultOf(material: Material): string | null {
	if (material.kind === "opening") return material.text.trim() === "" ? "The opening message is empty." : null;
	const last = material.turns.at(-1);
	if (material.kind === "reply") {
		if (last?.role !== "assistant") return "The conversation does not end with a reply.";
		return last.text.trim() === "" ? "The reply is empty." : null;
	}
	if (last?.role !== "participant") return "The conversation of a pair has to end with the participant's message.";
	return material.replies.some((reply) => reply.trim() === "") ? "One of the two replies is empty." : null;
}

/** The pair with its replies in the other order. */
export const swapped = (material: Extract<Material, { kind: "pair" }>): Material => ({
	...material,
	replies: [material.replies[1], material.replies[0]],
});
