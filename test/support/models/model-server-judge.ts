import type { ChatRequest } from "./model-server-wire.ts";

type Property = { readonly properties?: { readonly value?: { readonly enum?: readonly (string | number | null)[] } } };
type Structured = ChatRequest & {
	readonly response_format?: {
		readonly json_schema?: { readonly schema?: { readonly properties?: Record<string, Property> } };
	};
};

const AGAIN = "Your answer cannot be used.";

/**
 * A model that judges, as its name says: `judge-<fault>` makes one fault in each first answer, `judge-<fault>-always` makes it
 * again. Its values are the length of the reply in words, cut to the scale. Null for other models, and for another fault.
 */
export function judgeReply(chat: ChatRequest): string | null {
	const [, name] = /^judge(?:-(prose|scale|partial|first)(-always)?)?(?:-as-\w+)?$/.exec(chat.model) ?? [];
	if (!chat.model.startsWith("judge") || (name === undefined && !/^judge(-as-\w+)?$/.test(chat.model))) return null;
	const last = String(chat.messages.at(-1)?.content ?? "");
	const isAgain = last.startsWith(AGAIN);
	const fault = isAgain && !chat.model.includes("-always") ? "" : (name ?? "");
	const properties = Object.entries((chat as Structured).response_format?.json_schema?.schema?.properties ?? {});
	if (fault === "prose") return "The reply is rather warm, I would say a seven.";
	const material: Record<string, string> = JSON.parse(isAgain ? "{}" : last);
	const values = properties.map(([id, { properties: inner }]) => {
		const options = inner?.value?.enum ?? [];
		return [
			id,
			{ reason: `It reads: ${(material.reply ?? "").slice(0, 40)}`, value: chosenOf(options, material, fault) },
		];
	});
	return JSON.stringify(Object.fromEntries(fault === "partial" ? values.slice(1) : values));
}

function chosenOf(
	options: readonly (string | number | null)[],
	{ reply = "", first, second }: Record<string, string>,
	fault: string,
) {
	if (options.includes("first"))
		return fault === "first" || (first ?? "").length >= (second ?? "").length ? "first" : "second";
	if (fault === "scale") return 99;
	const given = options.filter((option) => option !== null);
	return given[Math.min(given.length - 1, reply.split(" ").length % given.length)] ?? null;
}
