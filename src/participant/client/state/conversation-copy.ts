import type { OwnCopy } from "../../../session/view/view-schema.ts";
import { lettered, type OwnTexts } from "../texts/catalogue.ts";

/** The participant's own conversations as they would write them down; null for an answer that is none. */
export function copyAsText(copy: unknown, texts: OwnTexts): string | null {
	if (!isCopy(copy)) return null;
	return copy.conversations
		.map(({ title, messages }, place) => {
			const lines = messages.map(({ role, text, candidate }) => {
				const name = candidate === undefined ? texts.chat.assistant : texts.chat.named(lettered(candidate));
				return `${role === "participant" ? texts.chat.you : name}:\n${text}`;
			});
			return [`${place + 1}. ${title}`, ...lines].join("\n\n");
		})
		.join("\n\n\n");
}

const isCopy = (copy: unknown): copy is OwnCopy =>
	typeof copy === "object" && copy !== null && "conversations" in copy && Array.isArray(copy.conversations);
