/**
 * The meaning of a control tag in a reply: tags around a model's thinking, and chat-template tokens that the server should have
 * removed.
 */
export type Marker =
	| "thinking-starts"
	| "thinking-ends"
	/** `<|im_end|>`, `</s>`: the reply is over. */
	| "turn-ends"
	/** `<|end|>`: one message of the reply is over. A model with channels sends another one after it. */
	| "message-ends"
	/** A role's name follows, up to the end of its line or the next token. */
	| "header"
	/** The name of a channel follows. */
	| "channel"
	/** The header ends here. */
	| "body"
	| "assistant"
	| "someone-else"
	/** `<answer>`: the tag around the reply of a thinking model. */
	| "wrapper"
	/** `<s>` is also HTML for text that is struck through. */
	| "strike"
	| "strike-ends"
	| "nothing";

export type Found = { readonly start: number; readonly end: number; readonly marker: Marker };

/** Tags around thinking. Longest first, so that the expression does not stop at a shorter name. */
const THINKING = [
	"internal_monologue",
	"chain_of_thought",
	"longcat_think",
	"antthinking",
	"seed:think",
	"scratchpad",
	"reasoning",
	"reflection",
	"analysis",
	"thinking",
	"thoughts",
	"thought",
	"think",
];
const WRAPPERS = ["final_answer", "response", "answer", "output"];
const TEMPLATE_TAGS: Readonly<Record<string, Marker>> = {
	s: "strike",
	"/s": "strike-ends",
	bos: "nothing",
	eos: "turn-ends",
	pad: "nothing",
	unk: "nothing",
	start_of_turn: "header",
	end_of_turn: "turn-ends",
	end_of_utterance: "turn-ends",
	// MedGemma.
	unused94: "thinking-starts",
	unused95: "thinking-ends",
};

const ATTRIBUTES = String.raw`(?:\s[^<>\n]{0,80})?`;
const NAMES = [...THINKING, ...WRAPPERS].join("|");
const TEMPLATE_NAMES = Object.keys(TEMPLATE_TAGS)
	.map((name) => name.replace("/", String.raw`\/`))
	.join("|");

/** DeepSeek's tokens have full-width bars and U+2581 instead of spaces. */
const MARKER = new RegExp(
	[
		String.raw`<[|｜](?<token>[^|｜<>\n]{1,40})[|｜]>`,
		String.raw`(?:<|&lt;)(?<close>\/?)\s?(?<tag>${NAMES})${ATTRIBUTES}\s?\/?(?:>|&gt;)`,
		`<(?<template>${TEMPLATE_NAMES})>`,
		String.raw`[[◁](?<closeBracket>\/?)(?<bracket>THINK|INST)[\]▷]`,
		String.raw`<<(?<closeSystem>\/?)SYS>>`,
	].join("|"),
	"giu",
);

/** The first marker at or after `from`; null if there is none. */
export function nextMarker(text: string, from: number): Found | null {
	MARKER.lastIndex = from;
	const match = MARKER.exec(text);
	if (match === null) return null;
	return { start: match.index, end: match.index + match[0].length, marker: markerOf(match.groups ?? {}) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function markerOf({ token, close, tag, template, closeBracket, bracket, closeSystem }: Groups): Marker {
	if (token !== undefined) return markerOfToken(token.toLowerCase());
	if (template !== undefined) return TEMPLATE_TAGS[template.toLowerCase()] ?? "nothing";
	if (closeSystem !== undefined) return "someone-else";
	if (bracket?.toUpperCase() === "INST") return closeBracket === "" ? "someone-else" : "assistant";
	if (bracket !== undefined) return closeBracket === "" ? "thinking-starts" : "thinking-ends";
	if (tag !== undefined && WRAPPERS.includes(tag.toLowerCase())) return "wrapper";
	return close === "" ? "thinking-starts" : "thinking-ends";
}

const TOKENS: Readonly<Record<string, Marker>> = {
	im_start: "header",
	start_header_id: "header",
	start_of_role: "header",
	start: "header",
	channel: "channel",
	end_header_id: "body",
	end_of_role: "body",
	message: "body",
	im_sep: "body",
	end: "message-ends",
	call: "message-ends",
	assistant: "assistant",
	chatbot_token: "assistant",
	user: "someone-else",
	user_token: "someone-else",
	system: "someone-else",
	system_token: "someone-else",
	tool: "someone-else",
	observation: "someone-else",
};
const TURN_ENDS = /^(im_end|eot_id|eom_id|end_?of_?(text|turn|sentence|turn_token)|endoftext|return|eos)$/;

function markerOfToken(name: string): Marker {
	const plain = name.replaceAll("▁", "_");
	if (/think|thought|reason/.test(plain)) return /end|stop|\//.test(plain) ? "thinking-ends" : "thinking-starts";
	return TOKENS[plain] ?? (TURN_ENDS.test(plain) ? "turn-ends" : "nothing");
}

/** The length of the longest marker, including attributes. */
const LONGEST = 130;
const OPENERS = /[<[◁&]/g;

/** The start of a possible marker whose end is not received yet: the text from there has to wait. The text's length if there is none. */
export function waitsFrom(text: string): number {
	OPENERS.lastIndex = Math.max(0, text.length - LONGEST);
	for (let found = OPENERS.exec(text); found !== null; found = OPENERS.exec(text)) {
		if (mayBecomeMarker(text.slice(found.index))) return found.index;
	}
	return text.length;
}

const NAMED = new RegExp(String.raw`^(?:<|&lt;)\/?\s?(?:${NAMES})(?:\s[^<>\n&]{0,80})?\s?\/?(?:&(?:g(?:t)?)?)?$`, "iu");
const TOKEN = /^<(?:[|｜](?:[^|｜<>\n]{0,40}[|｜]?)?)?$/u;
const LITERALS = [
	...["<", "</", "< ", "</ ", "&lt;", "&lt;/", "&lt; "].flatMap((start) =>
		[...THINKING, ...WRAPPERS].map((name) => start + name),
	),
	...Object.keys(TEMPLATE_TAGS).map((name) => `<${name}>`),
	...["[think]", "[/think]", "[inst]", "[/inst]", "◁think▷", "◁/think▷", "<<sys>>", "<</sys>>"],
];

function mayBecomeMarker(tail: string): boolean {
	const lower = tail.toLowerCase();
	return (
		TOKEN.test(tail) ||
		NAMED.test(tail) ||
		LITERALS.some((literal) => literal.length > lower.length && literal.startsWith(lower))
	);
}
