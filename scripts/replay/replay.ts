import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { isPersonal } from "../../src/personalisation/arms/personalise.ts";
import { parseProtocol, protocolHash } from "../../src/protocol/parse/parse.ts";
import type { Protocol } from "../../src/protocol/schema/schema.ts";
import { CAPSULE_TABLES, type Capsule, type CapsuleTable, type Row, rowsIn } from "../capsule/format.ts";
import { idsFor } from "./arrival-ids.ts";
import type { Difference } from "./compare.ts";
import { compared, type Replayed, type Walk } from "./compare-all.ts";
import { type Http, httpOf } from "./http.ts";
import { type OpeningInputs, openingInputs, recordedPersonal } from "./personal.ts";
import { type ReplyServer, startReplyServer } from "./reply-server.ts";
import { startReplayWorker } from "./run-worker.ts";
import { erasedSession, STAND_IN_REPLY, standInDecide } from "./stand-in.ts";
import { type Move, timelineOf } from "./timeline.ts";
import { Walker } from "./walk.ts";

export type Progress = (text: string) => void;

/** Why this capsule cannot be replayed; null if it can. */
export function unreplayable({ manifest, protocol }: Capsule): string | null {
	const parsed = parseProtocol(protocol);
	if (!parsed.ok) return `Its protocol is not valid here: ${parsed.error[0]?.pointer} ${parsed.error[0]?.detail}`;
	const hash = protocolHash(parsed.value);
	if (hash !== manifest.study.protocolHash)
		return `Its protocol has the hash ${hash} here, and ${manifest.study.protocolHash} in the record.`;
	return null;
}

const KEY = "xo_key_of_a_replay_on_this_machine_alone";
const NO_LIMITS = { LIMIT_LANDINGS: "off", LIMIT_LANDINGS_STUDY: "off", LIMIT_STARTS: "off", LIMIT_SESSION: "off" };

/** Replays a capsule in `folder`, and returns what differs from the record. */
export async function replay(capsule: Capsule, folder: string, progress: Progress): Promise<Replayed> {
	const parsed = parseProtocol(capsule.protocol);
	if (!parsed.ok) throw new Error("The capsule's protocol is not valid.");
	const protocol = parsed.value;
	const server = await startReplyServer(capsule.replies);
	const bindings = {
		...NO_LIMITS,
		BOOTSTRAP_KEY: KEY,
		IDENTITY_KEY: randomBytes(24).toString("hex"),
		REPLAY_SEED: capsule.manifest.study.seed,
		REPLAY_PROTOCOL: JSON.stringify(capsule.protocol),
		REPLAY_ORIGIN: server.origin,
		...endpointsOf(protocol, server.origin),
	};
	const log: string[] = [];
	const worker = await startReplayWorker(folder, bindings, (line) => log.push(line)).catch(async (error) => {
		await server.close();
		throw new Error(`The Worker did not start: ${log.slice(-5).join("\n")}`, { cause: error });
	});
	try {
		const http = httpOf(worker.origin, KEY);
		const walk = await walked(capsule, { protocol, http, server, progress });
		const tables = await unblindedTables(http, capsule.manifest.study.slug);
		progress("Comparing rows and reports");
		return compared(capsule, tables, { ...walk, unknown: server.unknown });
	} finally {
		await worker.stop();
		await server.close();
	}
}

const endpointsOf = ({ models }: Protocol, origin: string): Record<string, string> =>
	Object.fromEntries(
		Object.values(models).flatMap((model) =>
			"endpoint" in model
				? [
						[`ENDPOINT_${model.endpoint}_URL`, `${origin}/v1`],
						[`ENDPOINT_${model.endpoint}_KEY`, "replay"],
					]
				: [],
		),
	);

type Walking = {
	readonly protocol: Protocol;
	readonly http: Http;
	readonly server: ReplyServer;
	readonly progress: Progress;
};

async function walked(capsule: Capsule, { protocol, http, server, progress }: Walking): Promise<Walk> {
	const { slug } = capsule.manifest.study;
	const idOf = idsFor(protocol);
	await http.ask("POST", "/v1/studies", capsule.protocol);
	await giveInputs(http, slug, openingInputs(protocol, idOf(NOBODY)));
	await http.ask("POST", `/v1/studies/${slug}/open?acceptLateReplies=true`);
	server.begin();
	const personalOf = isPersonal(protocol) ? recordedPersonal(protocol, capsule.tables) : () => null;
	const recorded = new Map(capsule.participants.map((one) => [one.session, one]));
	const log = capsule.tables.get("allocations") ?? [];
	const { strata } = protocol.design;
	const walkers = new Map<string, Walker>();
	const erased: Walker[] = [];
	const moves = timelineOf(log, recorded);
	let lines = 1;
	const failures: Difference[] = [];
	for (const [place, move] of moves.entries()) {
		if (move.line !== null) lines += 1;
		const failed = await moved(move).catch((error: unknown) => error);
		if (failed !== undefined) {
			// Later participants would get other places, so the rest would differ only for this reason.
			const where = `move ${place + 1} of ${moves.length}, ${"session" in move ? move.session : "the quota"}`;
			failures.push({
				where,
				what: `the walk ends here: ${failed instanceof Error ? failed.message : String(failed)}`,
			});
			break;
		}
		if (place % 25 === 0) progress(`${place + 1} of ${moves.length} moves`);
	}
	if (failures.length === 0) for (const walker of erased) await walker.erase();
	if (failures.length === 0) await untilRowsAreThere(http, slug, [...walkers.values()]);
	const sessions = new Map(
		[...walkers.values()].map(({ session, recorded: { session: was } }) => [session ?? "", was]),
	);
	return { sessions, failures };

	async function moved(move: Move): Promise<void> {
		if (move.kind === "quota") {
			const reason = "As it was changed in the record.";
			await http.ask("PATCH", `/v1/studies/${slug}/settings`, { quota: move.quota, reason });
			return;
		}
		const known = recorded.get(move.session);
		const walker = walkers.get(move.session) ?? arriving(move, known);
		server.arriving(personalOf(walker.recorded));
		await walker.arrive(idOf(walker.recorded));
		server.standIn(known ? null : STAND_IN_REPLY);
		await MOVES[move.kind](walker);
		if (!known && move.kind === "ended") await ended(walker, log);
		if (move.line !== null) await untilLogged(http, slug, lines);
	}

	function arriving(
		{ session, ...move }: Exclude<Move, { kind: "quota" }>,
		known = erasedBy(session, move.values),
	): Walker {
		const decide = recorded.has(session) ? {} : { decide: standInDecide(strata, move.values ?? []) };
		const walker = new Walker(known, { http, study: slug, ...decide });
		walkers.set(session, walker);
		return walker;
	}

	function erasedBy(session: string, values: readonly string[] = []) {
		const entry = log.map((row) => Object(row.entry)).find((one) => one.session === session);
		return erasedSession(session, String(entry?.pool ?? "live"), strata, values);
	}

	/** A participant who completed keeps the place when they are erased later. One who left has freed it. */
	async function ended(walker: Walker, lines_: readonly Row[]): Promise<void> {
		const isConfirmed = lines_.some(({ entry }) => {
			const { kind, session } = Object(entry);
			return kind === "confirmed" && session === walker.recorded.session;
		});
		if (isConfirmed) erased.push(walker);
		else await walker.erase();
	}
}

/** The invented person of `openingInputs`. */
const NOBODY = { session: "nobody", source: "api", pool: "live" };

async function giveInputs(http: Http, slug: string, { profiles, adapters }: OpeningInputs): Promise<void> {
	for (const [what, lines] of Object.entries({ profiles, adapters })) {
		if (lines.length === 0) continue;
		const { faulty } = await http.lines<{ faulty: readonly unknown[] }>(`/v1/studies/${slug}/${what}`, lines);
		if (faulty.length > 0) throw new Error(`The study cannot be opened again: ${JSON.stringify(faulty[0])}`);
	}
}

const MOVES: Readonly<Record<Exclude<Move["kind"], "quota">, (walker: Walker) => Promise<unknown>>> = {
	randomised: (walker) => walker.walk(({ conversation }) => conversation !== null),
	ended: (walker) => walker.end(),
	lapsed: (walker) => walker.lapse(),
	renewed: (walker) => walker.walk(({ conversation }) => conversation !== null),
};

const PATIENCE_MS = 60_000;
const LOOK_MS = 40;

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!(await isTrue())) {
		if (Date.now() > deadline) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}.`);
		await setTimeout(LOOK_MS);
	}
}

/**
 * The allocator records an end after the participant sees it. The next arrival may get the freed place, so the replay
 * waits.
 */
const untilLogged = (http: Http, slug: string, lines: number): Promise<void> =>
	until(`line ${lines} of the allocation log`, async () => {
		const { allocationLog } = await http.ask<{ allocationLog: { lines: number } | null }>("GET", `/v1/studies/${slug}`);
		return (allocationLog?.lines ?? 0) >= lines;
	});

/** Rows arrive in D1 within seconds. */
const untilRowsAreThere = (http: Http, slug: string, walkers: readonly Walker[]): Promise<void> =>
	until("the rows of all sessions", async () => {
		const rows = rowsIn(await http.text(`/v1/studies/${slug}/exports/sessions.jsonl`));
		const found = new Map(rows.map(({ session, status }) => [session, status]));
		return walkers.every(
			({ session, recorded: { status, participant } }) => participant === "" || found.get(session) === status,
		);
	}).catch(() => undefined);

/** Closes and unblinds, because the record is of an unblinded study, and reads all tables. */
async function unblindedTables(http: Http, slug: string): Promise<Map<CapsuleTable, string>> {
	const path = `/v1/studies/${slug}`;
	await http.ask("POST", `${path}/close`);
	const body = { reason: "A replay of the record of the finished study.", turnAway: true };
	await until("the last sealed rows", async () => {
		const { opened } = await http.ask<{ opened: { complete: boolean } }>("POST", `${path}/unblind`, body);
		return opened.complete;
	});
	const tables = new Map<CapsuleTable, string>();
	for (const name of CAPSULE_TABLES) tables.set(name, await http.text(`${path}/exports/${name}.jsonl`));
	return tables;
}
