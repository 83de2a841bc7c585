import { runInDurableObject } from "cloudflare:test";
import type { CountedSession } from "../../../scripts/costs/counted-session.ts";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import { statementsDuring } from "../d1/recorded-statements.ts";
import { enrol, type Fetch, type Participant } from "../http/participant.ts";
import { fetchWorker, KEY, rows, sessionStub } from "../http/worker.ts";
import { type InObjects, inObjectsDuring } from "./counted-objects.ts";
import { delivered, timedWalk } from "./timed-walk.ts";

/** Walks one session at a person's pace, and counts what the platform bills for it. The study is open and has had a session, so that first uses are not counted. */
export async function countedSession(
	slug: string,
	id: string,
	reply: (step: StepView) => unknown,
): Promise<CountedSession> {
	let [requests, replies] = [0, 0];
	const counting: Fetch = (path, init) => {
		requests += 1;
		return fetchWorker(path, init);
	};
	let who: (Participant & { readonly url: string }) | null = null;
	let seconds = 0;
	let inObjects: InObjects | null = null;
	const statements = await statementsDuring(async () => {
		inObjects = await inObjectsDuring(async () => {
			who = (await enrol(counting, KEY, slug, id)) as Participant & { readonly url: string };
			const { pathname, search } = new URL(who.url);
			await (await counting(pathname + search)).text();
			const walked = await timedWalk(counting, who, { reply });
			if (walked.status !== "completed") throw new Error(`the session ended as ${walked.status}`);
			({ seconds, replies } = walked);
			await delivered(who.session);
		});
	});
	const { session } = who as unknown as Participant;
	const { objectBytes, protocolBytes } = await storedIn(session);
	const { calls, ...rest } = inObjects as unknown as InObjects;
	const sum = (of: "rowsWritten" | "rowsRead") => statements.reduce((all, each) => all + each[of], 0);
	return {
		...{ seconds, replies, requests, objectRequests: calls, ...rest },
		...{ databaseRows: sum("rowsWritten"), databaseRowsRead: sum("rowsRead") },
		...{ databaseBytes: await bytesInDatabase(session), objectBytes, protocolBytes },
	};
}

const storedIn = (session: string) =>
	runInDurableObject(sessionStub(session), (_, { storage: { sql } }) => ({
		objectBytes: sql.databaseSize,
		protocolBytes: sql
			.exec<{ n: number }>("SELECT length(CAST(value AS BLOB)) AS n FROM meta WHERE name = 'protocol'")
			.one().n,
	}));

type Column = { readonly name: string };

/** Estimates the bytes of a session's rows: those of each column, again for each index that has the column, and SQLite's overhead for each row. */
async function bytesInDatabase(session: string): Promise<number> {
	const [own] = await rows<{ study_id: string; participant_id: string }>(
		"SELECT study_id, participant_id FROM sessions WHERE id = ?",
		session,
	);
	let bytes = 0;
	for (const { name } of await rows<{ name: string }>(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 3) <> '_cf'",
	)) {
		const columns = (await rows<Column>("SELECT name FROM pragma_table_info(?)", name)).map((each) => each.name);
		const of = ownedBy(name, columns);
		if (of === null || !own) continue;
		const indexed = await rows<Column>(
			"SELECT column.name FROM pragma_index_list(?) AS indexes JOIN pragma_index_info(indexes.name) AS column",
			name,
		);
		const lengths = [...columns, ...indexed.map((each) => each.name)].map(
			(column) => `coalesce(length(CAST("${column}" AS BLOB)), 0)`,
		);
		const [found] = await rows<{ bytes: number }>(
			`SELECT coalesce(sum(${lengths.join(" + ")} + ${BYTES_PER_ROW + columns.length}), 0) AS bytes FROM "${name}" WHERE ${of}`,
			...(of.includes("participant_id =")
				? [own.participant_id]
				: of.includes("study_id =")
					? [own.study_id]
					: [session]),
		);
		bytes += found?.bytes ?? 0;
	}
	return bytes;
}

/** SQLite's overhead: row id, sizes of header and row, and their share of a page. */
const BYTES_PER_ROW = 12;

/** Model calls of a blinded study name no session, so all calls of the study are counted. It has only this session. */
function ownedBy(table: string, columns: readonly string[]): string | null {
	if (table === "model_calls") return "study_id = ?";
	if (table === "participant_identities") return "participant_id = ?";
	if (table === "sessions") return "id = ?";
	return columns.includes("session_id") ? "session_id = ?" : null;
}
