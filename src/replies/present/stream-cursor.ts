/**
 * How far a reader is in a reply's stream. Parts come in a fixed order, so the cursor says which were sent. It is the `id`
 * of each event, and has to suffice for an object that knows only its storage.
 */
export type Cursor = {
	/** `texts` until all texts have ended, then the last part that was sent. */
	readonly phase: "texts" | "view" | "finish" | "done";
	/** Slots whose `text-start` was sent, with the UTF-16 units sent and whether `text-end` was sent. */
	readonly slots: Readonly<Record<string, { readonly sent: number; readonly ended: boolean }>>;
};

/** Only `start` was sent. */
export const STARTED: Cursor = { phase: "texts", slots: {} };

/** `st_…~a12.b30!` and, after the texts, `~view`, `~finish`, `~done`. Printable ASCII, because it returns in a header. */
export function formatCursor(replyId: string, { phase, slots }: Cursor): string {
	const texts = Object.entries(slots).map(([slot, { sent, ended }]) => `${slot}${sent}${ended ? "!" : ""}`);
	return `${replyId}~${texts.join(".")}${phase === "texts" ? "" : `~${phase}`}`;
}

/**
 * Null if this reply's stream cannot have sent it: another reply's cursor, an unknown slot, more text than there is, or a
 * premature end. `texts` are the reply's texts so far.
 */
export function parseCursor(id: string, replyId: string, texts: Readonly<Record<string, string>>): Cursor | null {
	const [reply, list, last, ...rest] = id.split("~");
	if (reply !== replyId || list === undefined || rest.length > 0) return null;
	const slots = parseSlots(list, texts);
	const phase = parsePhase(last);
	if (slots === null || phase === null) return null;
	const allEnded = Object.keys(texts).every((slot) => slots[slot]?.ended);
	return phase === "texts" || allEnded ? { phase, slots } : null;
}

function parsePhase(text: string | undefined): Cursor["phase"] | null {
	if (text === undefined) return "texts";
	return text === "view" || text === "finish" || text === "done" ? text : null;
}

function parseSlots(list: string, texts: Readonly<Record<string, string>>): Cursor["slots"] | null {
	const slots: Record<string, Cursor["slots"][string]> = {};
	for (const item of list === "" ? [] : list.split(".")) {
		const [, slot = "", digits = "", mark = ""] = /^([a-z]+)(\d{1,9})(!?)$/.exec(item) ?? [];
		const text = Object.hasOwn(texts, slot) ? texts[slot] : undefined;
		const sent = Number(digits);
		const ended = mark === "!";
		if (text === undefined || slot in slots || sent > text.length || (ended && sent < text.length)) return null;
		slots[slot] = { sent, ended };
	}
	return slots;
}
