import { PieceTable, type Sql } from "../../shared/piece-table.ts";
import { PIECE_UNITS } from "../../shared/pieces.ts";
import { zerosFor } from "../../shared/zeros.ts";
import { applyFrame, type Frame, mergeFrames, type StoredReply, textLength } from "./frame.ts";
import type { StoredTexts } from "./self-identification-filter.ts";

/** What a job needs of the store. */
export type FrameSink = {
	load(replyId: string): StoredReply;
	append(replyId: string, frame: Frame): void;
};

/**
 * A row holds what came until it has this many characters, is rewritten by each frame until then, and closed after.
 * Rewriting one row costs as much as adding one, but a reply then leaves few rows, and deleting is billed by the row;
 * the bound keeps a long reply from rewriting all of itself at each frame. A frame that alone is too large for a row, as when
 * a server sends a long reply at once, goes on in pieces.
 */
const ROW_CHARACTERS = 4000;
const PIECES = "reply_frame_pieces";

/** For the object's own schema; repeats change nothing. Without a rowid the primary key costs no second row to write. */
export function createTables(sql: Sql): void {
	sql.exec(
		"CREATE TABLE IF NOT EXISTS reply_frames (reply_id TEXT NOT NULL, seq INTEGER NOT NULL, frame TEXT NOT NULL, PRIMARY KEY (reply_id, seq)) WITHOUT ROWID",
	);
	PieceTable.create(sql, PIECES);
}

/** A row, and whether it goes on in pieces. */
type Segment = { readonly seq: number; readonly frame: Frame; readonly inPieces: boolean };
type Held = { reply: StoredReply; last: Segment };

/**
 * The replies being written, in the object's SQLite: what is here, and only that, may be presented, so that nothing that
 * was seen can be gone after an eviction.
 *
 * Rows written for one reply: one for each frame (a frame has the deltas of all candidates, so it is a matter of how long
 * the slowest takes: ten a second while text comes, two or three in all for a reply that comes at once). When it is cleared, two for
 * each 4,000 characters: they are overwritten, then deleted.
 */
export class FrameStore implements FrameSink {
	readonly #sql: Sql;
	readonly #pieces: PieceTable;
	/** All pieces of a row are written, or none. */
	readonly #transact: (write: () => void) => void;
	/** Changed only after the row was written. Replies are few: the session clears one before it begins the next. */
	readonly #held = new Map<string, Held>();

	constructor(sql: Sql, transact: (write: () => void) => void = (write) => write()) {
		this.#sql = sql;
		this.#transact = transact;
		this.#pieces = new PieceTable(sql, PIECES);
	}

	load(replyId: string): StoredReply {
		return this.#holding(replyId).reply;
	}

	append(replyId: string, frame: Frame): void {
		const { reply, last } = this.#holding(replyId);
		const full = textLength(last.frame) >= ROW_CHARACTERS;
		const next = full ? { seq: last.seq + 1, frame } : { seq: last.seq, frame: mergeFrames(last.frame, frame) };
		const text = JSON.stringify(next.frame);
		const inPieces = text.length > PIECE_UNITS;
		if (inPieces || (last.inPieces && !full)) this.#transact(() => this.#writeInPieces(replyId, next.seq, text));
		else this.#write(replyId, next.seq, text);
		this.#held.set(replyId, { reply: applyFrame(reply, frame), last: { ...next, inPieces } });
	}

	#write(replyId: string, seq: number, text: string): void {
		this.#sql.exec(
			"INSERT INTO reply_frames (reply_id, seq, frame) VALUES (?, ?, ?) ON CONFLICT (reply_id, seq) DO UPDATE SET frame = excluded.frame",
			replyId,
			seq,
			text,
		);
	}

	/** The row may have been longer before: a call that ends takes the text that it held out of it. */
	#writeInPieces(replyId: string, seq: number, text: string): void {
		this.#pieces.remove(ownerOf(replyId, seq));
		this.#write(replyId, seq, this.#pieces.write(ownerOf(replyId, seq), text));
	}

	/** For `readReply`: the slots of which nothing is stored yet are being written, and their text is empty. */
	progress(replyId: string, slots: readonly string[]): StoredTexts {
		const reply = this.load(replyId);
		return {
			texts: Object.fromEntries(slots.map((slot) => [slot, reply[slot]?.text ?? ""])),
			writing: slots.filter((slot) => (reply[slot]?.state ?? "writing") === "writing"),
			reply,
		};
	}

	/** Before another reply begins: what a failed one left may be shown no more. */
	clearOthers(replyId: string): void {
		this.#remove("reply_id <> ?", replyId);
		this.#pieces.removeExcept(ownerOf(replyId, "*"));
		for (const held of [...this.#held.keys()]) if (held !== replyId) this.#held.delete(held);
	}

	clearAll(): void {
		this.#remove("reply_id <> ?", "");
		this.#pieces.remove("*");
		this.#held.clear();
	}

	clear(replyId: string): void {
		this.#remove("reply_id = ?", replyId);
		this.#pieces.remove(ownerOf(replyId, "*"));
		this.#held.delete(replyId);
	}

	#remove(condition: string, replyId: string): void {
		this.#sql.exec(`UPDATE reply_frames SET frame = ${zerosFor("frame")} WHERE ${condition}`, replyId);
		this.#sql.exec(`DELETE FROM reply_frames WHERE ${condition}`, replyId);
	}

	#holding(replyId: string): Held {
		const held = this.#held.get(replyId) ?? this.#read(replyId);
		this.#held.set(replyId, held);
		return held;
	}

	#read(replyId: string): Held {
		const held: Held = { reply: {}, last: { seq: 0, frame: {}, inPieces: false } };
		for (const row of this.#sql.exec("SELECT seq, frame FROM reply_frames WHERE reply_id = ? ORDER BY seq", replyId)) {
			const rest = this.#pieces.restOf(ownerOf(replyId, Number(row.seq)));
			const frame: Frame = JSON.parse(String(row.frame) + rest);
			held.reply = applyFrame(held.reply, frame);
			held.last = { seq: Number(row.seq), frame, inPieces: rest !== "" };
		}
		return held;
	}
}

const ownerOf = (replyId: string, seq: number | "*"): string => `${replyId} ${seq}`;
