import type { ChatRequest } from "./model-server-wire.ts";

type Property = { type?: unknown; minimum?: number; maximum?: number; enum?: string[]; items?: { enum?: string[] } };
type Structured = ChatRequest & {
	readonly response_format?: { json_schema?: { schema?: { properties?: Record<string, Property> } } };
};

const AGAIN = "Your last answer cannot be used.";
const textOf = (message: { content: unknown } | undefined): string => String(message?.content ?? "");

/**
 * A model that plays a person as its name says: `person-<fault>` makes one fault in each first answer of the kind that the
 * fault concerns, and none in the repeat. `person-<fault>-always` makes it again. Null for other models.
 */
export function personReply(chat: ChatRequest): string | null {
	const match = /^person(?:-([a-z-]+))?$/.exec(chat.model);
	if (!match) return null;
	const [, name] = match;
	const isAgain = textOf(chat.messages.at(-1)).startsWith(AGAIN);
	const fault = name === undefined || (isAgain && !name.endsWith("-always")) ? "" : name.replace(/-always$/, "");
	const properties = (chat as Structured).response_format?.json_schema?.schema?.properties;
	return properties ? answers(properties, fault) : message(chat, fault);
}

function answers(properties: Record<string, Property>, fault: string): string {
	if (fault === "prose") return "I liked the second one better, to be honest.";
	const values = Object.entries(properties).map(([id, property]) => [id, valueFor(property, fault)]);
	return JSON.stringify(Object.fromEntries(values));
}

function valueFor({ type, minimum = 0, maximum = 100, enum: options, items }: Property, fault: string): unknown {
	if (type === "string") return options?.at(-1) ?? "It was fine.";
	if (type === "array") return items?.enum?.toReversed();
	return fault === "scale" ? maximum + 50 : Math.round((minimum + maximum) / 2);
}

function message(chat: ChatRequest, fault: string): string {
	const replies = chat.messages.filter(({ role }) => role === "user").map(textOf);
	// The first user message opens the conversation.
	const turn = replies.filter((text) => !text.startsWith(AGAIN)).length;
	const system = textOf(chat.messages[0]);
	const [, who = "somebody"] = /I am number (\w+)/.exec(system) ?? [];
	switch (fault) {
		case "assistant":
			return "Of course! I'd be happy to help you with that. What would you like to know?";
		case "refuses":
			return "I'm sorry, but I can't pretend to be a person.";
		case "ends":
			return "<end>";
		case "endless":
			return `And another thing. ${"I could go on about this for hours. ".repeat(300)}`;
		case "copies":
			return turn > 1 ? (replies.at(-1) ?? "") : "What is the best way to cook rice?";
		case "recites":
			return system.split("\n\n")[0] ?? "";
		case "same":
			return "What is the best way to cook rice, and does it matter which kind it is?";
		default:
			return turn > 1 && system.includes("<end>") ? "<end>" : `What would you tell ${who} about rice, part ${turn}?`;
	}
}
