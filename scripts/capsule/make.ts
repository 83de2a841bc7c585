import type { components } from "../../clients/typescript/src/index.ts";
import { ALGORITHM } from "../../src/randomisation/draw/scheme.ts";
import { err, ok, type Result } from "../../src/shared/result.ts";
import {
	CAPSULE_FORMAT,
	CAPSULE_TABLES,
	type Capsule,
	type CapsuleTable,
	type Manifest,
	type Row,
	rowsIn,
} from "./format.ts";
import { readmeOf } from "./readme.ts";
import { recordedSessions } from "./recorded.ts";
import { recordedReplies } from "./replies.ts";
import { poolsIn, reportsOf } from "./reports.ts";

type Study = components["schemas"]["Study"];

export type Making = {
	readonly study: Study;
	readonly tables: ReadonlyMap<CapsuleTable, readonly Row[]>;
	readonly draws: number;
	readonly seed: string;
	readonly created: string;
	readonly crossover: string;
};

/** The reason why this study cannot become a capsule now; null if it can. Asked before the download. */
export function refusalOf({ status, unblindedAt, revealedSeed, seedCommitment }: Study): string | null {
	if (status === "draft") return "The study is a draft. A capsule is of a finished study.";
	if (unblindedAt === null || revealedSeed === null || seedCommitment === null)
		return "The study is not unblinded. A capsule holds the arms, their models and the seed, so close and unblind the study first.";
	return null;
}

/** A capsule of an unblinded study, from its exports. */
export function makeCapsule({ study, tables, draws, seed, created, crossover }: Making): Result<Capsule, string> {
	const refused = refusalOf(study);
	if (refused !== null || study.revealedSeed === null || study.seedCommitment === null) return err(refused ?? "");
	const calls = tables.get("model-calls") ?? [];
	const sealed = calls.filter(({ label }) => label === null).length;
	if (sealed > 0)
		return err(`${sealed} model calls are still sealed. Send the request to unblind again, until it is complete.`);
	const algorithm = algorithmOf(tables.get("allocations") ?? []);
	if (algorithm !== ALGORITHM)
		return err(`The study was drawn by ${algorithm}. A capsule can be replayed only if it was drawn by ${ALGORITHM}.`);
	const about: Manifest["study"] = {
		slug: study.slug,
		title: study.title,
		version: String(study.version),
		protocolHash: study.protocolHash,
		seedCommitment: study.seedCommitment,
		seed: study.revealedSeed,
		algorithm,
	};
	const manifest: Manifest = {
		format: CAPSULE_FORMAT,
		created,
		crossover,
		study: about,
		report: { draws, seed, pools: poolsIn(tables.get("sessions") ?? []) },
		models: study.protocol.arms.map(({ id, model }) => ({ arm: id, model, served: servedBy(calls, id, tables) })),
		files: {},
	};
	const reported = { tables, protocol: study.protocol, study: about, created };
	const reports = reportsOf(reported, { draws, seed });
	const did = { participants: recordedSessions(tables), replies: recordedReplies(study.revealedSeed, tables) };
	return ok({ manifest, protocol: study.protocol, tables, ...did, reports, readme: readmeOf(manifest) });
}

/** The first line of the export is its head, the second one the opening. */
function algorithmOf([, opened]: readonly Row[]): string {
	const { entry }: { entry?: { opening?: { algorithm?: unknown } } } = Object(opened);
	return String(entry?.opening?.algorithm ?? "an unknown version");
}

function servedBy(calls: readonly Row[], arm: string, tables: Making["tables"]): string[] {
	const labels = (tables.get("arms") ?? []).filter((row) => row.arm === arm).map(({ label }) => label);
	const served = calls.filter(({ label }) => labels.includes(label)).map((row) => row.served_model);
	return [...new Set(served.filter((name) => typeof name === "string"))].sort();
}

/** The exports of a capsule, by a function that downloads JSON Lines. */
export async function exportsOf(
	linesOf: (table: CapsuleTable) => Promise<string>,
): Promise<ReadonlyMap<CapsuleTable, readonly Row[]>> {
	const tables = new Map<CapsuleTable, readonly Row[]>();
	for (const name of CAPSULE_TABLES) tables.set(name, rowsIn(await linesOf(name)));
	return tables;
}
