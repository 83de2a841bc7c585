import { describe, expect, it } from "vitest";
import record from "../../golden/releases/2026-11-28.json" with { type: "json" };
import { type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { type StoredData, writeStoredData } from "../../support/release/stored-data.ts";

/** `npm run record-release` made the file under an earlier release. It is never made anew; a later release gets a file of its own. */
const { underway, complete } = record;
/** The file is from before records had the name of their last migration. */
const stored = { ...record.stored, migration: "0028_identities_by_study.sql" } as StoredData;

type StoredTable = StoredData["d1"][number];

/** The recorded sessions have none. */
const withAttributes = ({ name, rows: all }: StoredTable, session: string, attributes: string): StoredTable => ({
	name,
	rows: all.map((row) => (name === "sessions" && row.id === session ? { ...row, attributes } : row)),
});

const chosen = "SELECT conversation_id, turn, slot, chosen FROM candidates WHERE session_id = ? ORDER BY 1, 2, 3";

describe("when a new release finds what an earlier one has stored", () => {
	it("shows a participant the same step, and lets them finish", async () => {
		const attributes = '{"region":"north"}';
		await writeStoredData({
			...stored,
			d1: stored.d1.map((table) => withAttributes(table, underway.session, attributes)),
		});
		expect(await rows("SELECT session, attributes FROM v_sessions ORDER BY session = ?", underway.session)).toEqual([
			{ session: complete.session, attributes: "{}" },
			{ session: underway.session, attributes },
		]);
		const before = await rows(chosen, underway.session);
		expect(before).toHaveLength(2);

		const view = await see(fetchWorker, underway);
		expect(view).toMatchObject({ status: "active", step: { kind: "choice" }, conversation: { index: 1 } });
		expect((await walk(fetchWorker, { ...underway, view } as Participant)).step).toBeNull();
		expect((await see(fetchWorker, underway)).status).toBe("completed");

		await drain(underway.session);
		const after = await rows(chosen, underway.session);
		expect(after.map(({ chosen: _, ...row }) => row)).toEqual(before.map(({ chosen: _, ...row }) => row));
		expect(before.filter((row) => row.chosen === 1)).toHaveLength(0);
		expect(after.filter((row) => row.chosen === 1)).toHaveLength(1);
	});

	it("has each answer with all columns of the earlier table, before and after a rebuild", async () => {
		const columns =
			"id, session_id, study_id, protocol_hash, conversation_id, form, item, kind, value, position, correct, elapsed_ms, answered_at, asked, changes, history";
		const of = complete.session;
		const before = stored.d1.find(({ name }) => name === "answers")?.rows.filter((row) => row.session_id === of) ?? [];
		expect(before.length).toBeGreaterThan(3);
		const byId = [...before].sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
		const now = () => rows(`SELECT ${columns} FROM answers WHERE session_id = ? ORDER BY id`, of);
		expect(await now()).toEqual(byId);
		const [form] = await rows("SELECT * FROM form_answers WHERE session_id = ? ORDER BY id", of);
		await rows("DELETE FROM form_answers WHERE session_id = ?", of);
		await sessionStub(of).rebuild();
		await drain(of);
		expect(await now()).toEqual(byId);
		expect((await rows("SELECT * FROM form_answers WHERE session_id = ? ORDER BY id", of))[0]).toEqual(form);
	});

	it("still shows the end of a session that was complete", async () => {
		expect(await see(fetchWorker, complete)).toMatchObject({ status: "completed", step: null });
	});

	it("continues with the allocator's record", async () => {
		const headers = { Authorization: `Bearer ${KEY}` };
		const balance = await fetchWorker("/v1/studies/recorded/balance", { headers });
		const { sequences } = await balance.json<{ sequences: { confirmed: number; reserved: number }[] }>();
		expect(sequences.reduce((sum, { confirmed, reserved }) => sum + confirmed + reserved, 0)).toBe(2);
		const { url } = await fetchWorker("/v1/studies/recorded/sessions", {
			method: "POST",
			headers: { ...headers, "Content-Type": "application/json" },
			body: JSON.stringify({ participant: { id: "newcomer" } }),
		}).then((response) => response.json<{ url: string }>());
		expect(url).toContain("/s/se_");
	});
});
