import { useState } from "preact/hooks";
import type { OwnCopy } from "../../../../session/view/view-schema.ts";
import { lettered, type OwnTexts, texts } from "../../texts/catalogue.ts";
import { useStage } from "../step-context.ts";

/** Saves the participant's conversations as a text file, made in the browser. */
export function SaveCopy() {
	const { flow } = useStage();
	const [fault, setFault] = useState("");
	const [busy, setBusy] = useState(false);

	async function save(): Promise<void> {
		if (busy) return;
		setBusy(true);
		setFault("");
		const given = await flow.copy().catch(() => null);
		setBusy(false);
		const copy = copyAsText(given, texts);
		if (copy === null) return setFault(texts.menu.copyFailed);
		const url = URL.createObjectURL(new Blob([copy], { type: "text/plain;charset=utf-8" }));
		const link = document.createElement("a");
		link.href = url;
		link.download = texts.menu.copyName;
		link.click();
		setTimeout(() => URL.revokeObjectURL(url), 60_000);
	}

	return (
		<>
			<button type="button" class="button secondary" aria-disabled={busy} onClick={() => void save()}>
				{texts.menu.copy}
			</button>
			<p class="fault" role="alert">
				{fault}
			</p>
		</>
	);
}

/** The participant's conversations as plain text. Null if the server's answer has another shape. */
export function copyAsText(copy: unknown, texts: OwnTexts): string | null {
	if (!isCopy(copy)) return null;
	return copy.conversations
		.map(({ title, messages }, place) => {
			const lines = messages.map(({ role, text, candidate, stopped }) => {
				const name = candidate === undefined ? texts.chat.assistant : texts.chat.named(lettered(candidate));
				const said = `${role === "participant" ? texts.chat.you : name}:\n${text}`;
				return stopped ? `${said}\n(${texts.chat.stopped})` : said;
			});
			return [`${place + 1}. ${title}`, ...lines].join("\n\n");
		})
		.join("\n\n\n");
}

const isCopy = (copy: unknown): copy is OwnCopy =>
	typeof copy === "object" && copy !== null && "conversations" in copy && Array.isArray(copy.conversations);
