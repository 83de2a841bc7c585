import { PieceTable, type Sql } from "../../shared/piece-table.ts";
import { PIECE_UNITS } from "../../shared/pieces.ts";
import { zerosFor } from "../../shared/zeros.ts";
import type { StoredTexts } from "../present/self-identification-filter.ts";
import { applyFrame, type Frame, mergeFrames, type StoredReply, textLength } from "./frame.ts";

/** The part of the store that a job needs. */
export type FrameSink = {
	load(replyId: string): StoredReply;
	append(replyId: string, frame: Frame): void;
};

/**
 * A segment, which is one row, is rewritten by each frame until it has this many characters, and then stays. Rewriting a
 * row costs as much as adding one, but a reply then leaves few rows, and deleting is billed by the row. The limit keeps a
 * long reply from being rewritten completely at each frame. A frame that is too large for a row, as when a server sends a
 * long reply at once, continues in pieces.
 */
const ROW_CHARACTERS = 4000;
const PIECES = "reply_frame_pieces";

/** For the object's own schema; may be repeated. Without a rowid, the primary key needs no second row. */
export const FRAME_TABLES: readonly string[] = [
	"CREATE TABLE IF NOT EXISTS reply_frames (reply_id TEXT NOT NULL, seq INTEGER NOT NULL, frame TEXT NOT NULL, PRIMARY KEY (reply_id, seq)) WITHOUT ROWID",
	PieceTable.schemaOf(PIECES),
];

export function createTables(sql: Sql): void {
	for (const table of FRAME_TABLES) sql.exec(table);
}

/** A row, and whether it continues in pieces. */
type Segment = { readonly seq: number; readonly frame: Frame; readonly inPieces: boolean };
type CachedReply = { reply: StoredReply; last: Segment };

/**
 * The replies being written, in the object's SQLite. Only what is stored here may be shown, so that no eviction can take
 * back text that was seen.
 *
 * Rows written for one reply: one for each frame. A frame has the text of all candidates, so the slowest one decides: ten
 * rows a second while text comes, one or two while a pace has text enough, two or three in all for a reply that comes at
 * once. When it is cleared, two for each 4,000 characters, because rows are overwritten and then deleted.
 */
export class FrameStore implements FrameSink {
	readonly #sql: Sql;
	readonly #pieces: PieceTable;
	/** Writes all pieces of a row, or none. */
	readonly #transact: (write: () => void) => void;
	/** Changed only after the row was written. There are few replies, because the session clears one before it starts the next. */
	readonly #cache = new Map<string, CachedReply>();

	constructor(sql: Sql, transact: (write: () => void) => void = (write) => write()) {
		this.#sql = sql;
		this.#transact = transact;
		this.#pieces = new PieceTable(sql, PIECES);
	}

	load(replyId: string): StoredReply {
		return this.#cached(replyId).reply;
	}

	append(replyId: string, frame: Frame): void {
		const { reply, last } = this.#cached(replyId);
		const full = textLength(last.frame) >= ROW_CHARACTERS;
		const next = full ? { seq: last.seq + 1, frame } : { seq: last.seq, frame: mergeFrames(last.frame, frame) };
		const text = JSON.stringify(next.frame);
		const inPieces = text.length > PIECE_UNITS;
		if (inPieces || (last.inPieces && !full)) this.#transact(() => this.#writeInPieces(replyId, next.seq, text));
		else this.#write(replyId, next.seq, text);
		this.#cache.set(replyId, { reply: applyFrame(reply, frame), last: { ...next, inPieces } });
	}

	#write(replyId: string, seq: number, text: string): void {
		this.#sql.exec(
			"INSERT INTO reply_frames (reply_id, seq, frame) VALUES (?, ?, ?) ON CONFLICT (reply_id, seq) DO UPDATE SET frame = excluded.frame",
			replyId,
			seq,
			text,
		);
	}

	/** The row may have been longer before, because the end of a call removes the text that it held. */
	#writeInPieces(replyId: string, seq: number, text: string): void {
		this.#pieces.remove(ownerOf(replyId, seq));
		this.#write(replyId, seq, this.#pieces.write(ownerOf(replyId, seq), text));
	}

	/** For `readReply`. Slots without a stored row are being written, with an empty text. */
	progress(replyId: string, slots: readonly string[]): StoredTexts {
		const reply = this.load(replyId);
		return {
			texts: Object.fromEntries(slots.map((slot) => [slot, reply[slot]?.text ?? ""])),
			writing: slots.filter((slot) => (reply[slot]?.state ?? "writing") === "writing"),
			reply,
		};
	}

	/** Called before another reply starts. The text of a failed reply may not be shown any more. */
	clearOthers(replyId: string): void {
		this.#remove("reply_id <> ?", replyId);
		this.#pieces.removeExcept(ownerOf(replyId, "*"));
		for (const cached of [...this.#cache.keys()]) if (cached !== replyId) this.#cache.delete(cached);
	}

	clearAll(): void {
		this.#remove("reply_id <> ?", "");
		this.#pieces.remove("*");
		this.#cache.clear();
	}

	clear(replyId: string): void {
		this.#remove("reply_id = ?", replyId);
		this.#pieces.remove(ownerOf(replyId, "*"));
		this.#cache.delete(replyId);
	}

	#remove(condition: string, replyId: string): void {
		this.#sql.exec(`UPDATE reply_frames SET frame = ${zerosFor("frame")} WHERE ${condition}`, replyId);
		this.#sql.exec(`DELETE FROM reply_frames WHERE ${condition}`, replyId);
	}

	#cached(replyId: string): CachedReply {
		const cached = this.#cache.get(replyId) ?? this.#read(replyId);
		this.#cache.set(replyId, cached);
		return cached;
	}

	#read(replyId: string): CachedReply {
		const cached: CachedReply = { reply: {}, last: { seq: 0, frame: {}, inPieces: false } };
		for (const row of this.#sql.exec("SELECT seq, frame FROM reply_frames WHERE reply_id = ? ORDER BY seq", replyId)) {
			const rest = this.#pieces.restOf(ownerOf(replyId, Number(row.seq)));
			const frame: Frame = JSON.parse(String(row.frame) + rest);
			cached.reply = applyFrame(cached.reply, frame);
			cached.last = { seq: Number(row.seq), frame, inPieces: rest !== "" };
		}
		return cached;
	}
}

const ownerOf = (replyId: string, seq: number | "*"): string => `${replyId} ${seq}`;
