import { z } from "@hono/zod-openapi";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { and, asc, eq } from "drizzle-orm";
import { sessions } from "../../db/tables/sessions.ts";
import { timestamp } from "../../shared/clock.ts";
import { sha256Of } from "../../shared/json.ts";
import type { Source } from "../table.ts";
import type { TrainingFile } from "./catalogue.ts";
import type { SetOptions } from "./options.ts";
import { Tally } from "./tally.ts";

const option = z.union([z.string(), z.number(), z.array(z.string())]);

export const manifestSchema = z
	.strictObject({
		path: z.string().describe("The file's path, relative to this document, with the same query."),
		title: z.string(),
		created: z.iso.datetime(),
		study: z.string(),
		version: z.string(),
		protocolHash: z.string(),
		blinded: z.boolean(),
		options: z.record(z.string(), option).describe("All options, including defaults."),
		bytes: z.int(),
		lines: z.int(),
		hash: z.string().describe("`sha256:` followed by 64 hex digits."),
		counts: z.record(z.string(), z.int()).describe("What is included, and what is left out for which reason."),
		erasures: z
			.strictObject({
				honoured: z.int(),
				participants: z
					.array(z.string())
					.describe("SHA-256 of each pseudonym. Delete these participants from sets that you made earlier."),
			})
			.describe("Participants of the pool who asked for erasure. They are in no file."),
	})
	.openapi("TrainingManifest");

export type TrainingManifest = z.output<typeof manifestSchema>;

/** Writes the whole file to compute its hash. While a study runs, the file changes. */
export async function manifestOf<O extends SetOptions>(
	file: TrainingFile<O>,
	source: Source,
	options: O,
	nowMs: number,
): Promise<TrainingManifest> {
	const { study } = source;
	const tally = new Tally();
	const encoder = new TextEncoder();
	const hash = sha256.create();
	let [bytes, lines] = [0, 0];
	for await (const text of file.write(source, options, tally)) {
		const chunk = encoder.encode(text);
		hash.update(chunk);
		bytes += chunk.length;
		lines += text.split("\n").length - 1;
	}
	const erased = await erasedParticipants(source, options.pool);
	return {
		path: `${file.name}.${file.extension}`,
		title: file.title,
		created: timestamp(nowMs),
		study: study.slug,
		version: String(study.version),
		protocolHash: study.protocolHash,
		blinded: study.protocol.blinding.level === "double" && study.unblindedAt === null,
		options: z.record(z.string(), option).parse(options),
		bytes,
		lines,
		hash: `sha256:${bytesToHex(hash.digest())}`,
		counts: tally.counts(),
		erasures: { honoured: erased.length, participants: erased.map(sha256Of) },
	};
}

async function erasedParticipants({ db, study }: Source, pool: SetOptions["pool"]): Promise<string[]> {
	const rows = await db
		.select({ participant: sessions.participantId })
		.from(sessions)
		.where(and(eq(sessions.studyId, study.id), eq(sessions.pool, pool), eq(sessions.source, "erased")))
		.orderBy(asc(sessions.id));
	return rows.map(({ participant }) => participant);
}
