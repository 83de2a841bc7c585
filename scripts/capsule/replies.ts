import { callSeed, participantSeed } from "../../src/randomisation/plan/orders.ts";
import type { CapsuleTable, Row } from "./format.ts";

/** A model server's reply. */
export type RecordedReply = {
	/** The seed of its call. */
	readonly seed: number;
	readonly text: string;
	readonly hidden: string | null;
	readonly served: string | null;
	/** Null if the server did not count. */
	readonly usage: { readonly input: number; readonly output: number } | null;
	readonly finish: string;
};

/**
 * The recorded replies with the seeds of their calls. A seed follows from the study's seed, the participant's draw and
 * the place of the reply, so a reply is found only if all of these are unchanged.
 */
export function recordedReplies(seed: string, tables: ReadonlyMap<CapsuleTable, readonly Row[]>): RecordedReply[] {
	const draws = drawsOf(tables.get("allocations") ?? []);
	const places = new Map((tables.get("conversations") ?? []).map((row) => [row.conversation_id, Number(row.position)]));
	const calls = Map.groupBy(tables.get("model-calls") ?? [], placeOf);
	return (tables.get("transcripts") ?? []).flatMap((row) => {
		const draw = draws.get(String(row.session));
		const place = places.get(row.conversation_id);
		if (row.role !== "assistant" || !draw || place === undefined) return [];
		const plan = participantSeed(seed, draw.pool, draw.draw);
		// A discarded text is followed by a call with the next seed of its slot.
		const seedOf = (time: number): number =>
			callSeed(plan, place - 1, Number(row.turn), time === 0 ? String(row.slot) : `${row.slot}/${time}`, 1);
		const own = (calls.get(placeOf(row)) ?? []).toSorted((one, other) => Number(one.attempt) - Number(other.attempt));
		const discarded = own.filter(({ discarded_text }) => typeof discarded_text === "string");
		const last = own.findLast(({ failure }) => failure === null) ?? own.at(-1);
		// The rehearsal model computes its replies from their seeds, so a replay computes them again.
		if (last?.provider === "rehearsal") return [];
		const written = typeof row.written === "string" ? row.written : String(row.text);
		return [
			...discarded.map((call, time) => replyOf(seedOf(time), String(call.discarded_text), call)),
			replyOf(seedOf(discarded.length), written, last),
		];
	});
}

const placeOf = ({ conversation_id, turn, slot }: Row): string => `${conversation_id} ${turn} ${slot}`;

function replyOf(seed: number, text: string, call: Row | undefined): RecordedReply {
	const { hidden_text, served_model, input_tokens, output_tokens, counted_by, finish_reason } = call ?? {};
	const isCounted = counted_by === "server" && typeof input_tokens === "number" && typeof output_tokens === "number";
	return {
		seed,
		text,
		hidden: typeof hidden_text === "string" && hidden_text !== "" ? hidden_text : null,
		served: typeof served_model === "string" ? served_model : null,
		usage: isCounted ? { input: input_tokens, output: output_tokens } : null,
		finish: typeof finish_reason === "string" && finish_reason !== "none" ? finish_reason : "stop",
	};
}

type Draw = { readonly pool: string; readonly draw: number };

/** The draw of each session. The last one counts, because a lapsed place may have been given away. */
function drawsOf(log: readonly Row[]): ReadonlyMap<string, Draw> {
	return new Map(
		log.flatMap(({ entry }) => {
			const { kind, session, pool, draw }: Row = Object(entry);
			return kind === "allocated" ? [[String(session), { pool: String(pool), draw: Number(draw) }] as const] : [];
		}),
	);
}
