import { isPresent } from "./error.ts";

/** What one JSON value of a chat completion contains. Unknown or malformed fields are ignored. */
export type Chunk = {
	readonly text: string;
	/** Thinking that the server sends apart from the text. */
	readonly hidden: string;
	/** The text is the whole reply (`message`), not the next part of it (`delta`). */
	readonly isWhole: boolean;
	/** In the server's own words; null while the reply continues. */
	readonly finish: string | null;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	readonly servedModel: string | null;
	/** The server does not know this user, and answered with its generic adapter. Only the server in `training/` sends this field. */
	readonly isGenericUser: boolean;
	/** The server's error; undefined if there was none. */
	readonly error: unknown;
};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Null for a value without meaning here: a number, an empty list, a ping. */
export function chunkOf(value: unknown): Chunk | null {
	// Gemini's compatible API wraps its errors in a list.
	if (Array.isArray(value)) return value.length > 0 ? chunkOf(value[0]) : null;
	if (!isFields(value)) return null;
	const choice = firstChoice(value.choices);
	const said = choiceText(choice, value);
	return {
		...said,
		finish: finishIn(choice),
		...countsIn(value.usage, choice?.usage, isFields(value.x_groq) ? value.x_groq.usage : undefined),
		servedModel: typeof value.model === "string" && value.model !== "" ? value.model : null,
		isGenericUser: value.user_embedding === "generic",
		error: errorIn(value, choice),
	};
}

/** The request asks for one reply. A server that sends several mixes them; only the first one counts. */
function firstChoice(choices: unknown): Fields | undefined {
	if (!Array.isArray(choices)) return undefined;
	return choices.find((choice): choice is Fields => isFields(choice) && Number(choice.index ?? 0) === 0);
}

type ChoiceText = Pick<Chunk, "text" | "hidden" | "isWhole">;

function choiceText(choice: Fields | undefined, value: Fields): ChoiceText {
	// Workers AI's own format, in which a text that looks like a number is sent as a number.
	if (choice === undefined) return { text: textOf(value.response), hidden: "", isWhole: false };
	const delta = partsOf(choice.delta);
	if (delta.text !== "" || delta.hidden !== "") return { ...delta, isWhole: false };
	const message = partsOf(choice.message);
	if (message.text !== "" || message.hidden !== "") return { ...message, isWhole: true };
	return { text: textOf(choice.text), hidden: "", isWhole: false };
}

/** Fields in which vLLM, SGLang, llama.cpp, Ollama and OpenRouter send thinking. Only the first one present counts. */
const HIDDEN_FIELDS = ["reasoning_content", "reasoning", "thinking", "reasoning_text"];

function partsOf(message: unknown): { text: string; hidden: string } {
	if (!isFields(message)) return { text: textOf(message), hidden: "" };
	const { text, hidden } = contentOf(message.content);
	const named = HIDDEN_FIELDS.map((name) => textOf(message[name])).find((found) => found !== "");
	const apart = named ?? (Array.isArray(message.reasoning_details) ? hiddenOf(message.reasoning_details) : "");
	return { text: text === "" ? textOf(message.refusal) : text, hidden: apart + hidden };
}

const textOf = (value: unknown): string =>
	typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

function contentOf(content: unknown): { text: string; hidden: string } {
	if (!Array.isArray(content)) {
		return { text: isFields(content) ? textOf(content.text) : textOf(content), hidden: "" };
	}
	const thoughts = content.filter(isThought);
	return {
		text: content
			.filter((part) => !isThought(part))
			.map(textOfPart)
			.join(""),
		hidden: hiddenOf(thoughts),
	};
}

/** The format of Mistral's reasoning models. */
const isThought = (part: unknown): boolean => isFields(part) && /think|reason/.test(textOf(part.type));

const hiddenOf = (parts: readonly unknown[]): string =>
	parts
		.map((part) => (isFields(part) ? contentOf(part.thinking ?? part.text ?? part.summary).text : textOf(part)))
		.join("");

const textOfPart = (part: unknown): string => {
	if (!isFields(part)) return textOf(part);
	return isFields(part.text) ? textOf(part.text.value) : textOf(part.text ?? part.refusal);
};

/** Some servers send an empty text or "null" with every chunk except the last. */
function finishIn(choice: Fields | undefined): string | null {
	const reason = choice?.finish_reason;
	const name = isFields(reason) ? reason.type : reason;
	return typeof name === "string" && name !== "" && name !== "null" ? name : null;
}

/**
 * Zero means "not counted": a prompt has at least one token, and servers that do not count send zeros, nulls or an empty
 * object. A reply without text fails anyway.
 */
function countsIn(...places: readonly unknown[]): Pick<Chunk, "inputTokens" | "outputTokens"> {
	const usage = places.find((place) => isFields(place) && Object.keys(place).length > 0);
	if (!isFields(usage)) return { inputTokens: null, outputTokens: null };
	return {
		inputTokens: countOf(usage.prompt_tokens ?? usage.input_tokens),
		outputTokens: countOf(usage.completion_tokens ?? usage.output_tokens),
	};
}

function countOf(value: unknown): number | null {
	const count = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	return typeof count === "number" && Number.isFinite(count) && count > 0 ? Math.round(count) : null;
}

function errorIn(value: Fields, choice: Fields | undefined): unknown {
	if (isPresent(value.error)) return value;
	if (Array.isArray(value.errors) && value.errors.length > 0) return value.errors;
	if (value.object === "error" || value.type === "error") return value;
	if (isPresent(choice?.error)) return choice?.error;
	if (value.choices !== undefined || value.response !== undefined) return undefined;
	// Not a completion, but a refusal of FastAPI or of a gateway.
	const refuses =
		isPresent(value.detail) || (typeof value.message === "string" && isPresent(value.code ?? value.status));
	return refuses ? value : undefined;
}
