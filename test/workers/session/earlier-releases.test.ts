import { beforeAll, describe, expect, it } from "vitest";
import november28 from "../../golden/releases/2026-11-28.json" with { type: "json" };
import november30 from "../../golden/releases/2026-11-30.json" with { type: "json" };
import { type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { type StoredData, writeStoredData } from "../../support/release/stored-data.ts";

type Who = { readonly session: string; readonly token: string };
type Release = { readonly underway: Who; readonly complete: Who; readonly stored: StoredData };

/** `npm run record-release` made each file under its release. It is never made anew; a later release gets a file of its own. */
const RELEASES: readonly (readonly [string, Release])[] = [
	// The file is from before records had the name of their last migration.
	[
		"2026-11-28",
		{ ...november28, stored: { ...november28.stored, migration: "0028_identities_by_study.sql" } as StoredData },
	],
	["2026-11-30", { ...november30, stored: november30.stored as StoredData }],
];

/** The recorded sessions have none. Releases until migration 0029 had them in the session's row, later ones have them in a row of their own. */
function withAttributes(stored: StoredData, session: string, attributes: string): StoredData {
	const inRow = (row: StoredTable["rows"][number]) =>
		"attributes" in row && row.id === session ? { ...row, attributes } : row;
	const changed = ({ name, rows: all }: StoredTable): StoredTable["rows"] => {
		if (name === "sessions") return all.map(inRow);
		return name === "session_attributes" ? [...all, { session_id: session, study_id: "", attributes }] : all;
	};
	return { ...stored, d1: stored.d1.map((table) => ({ name: table.name, rows: changed(table) })) };
}

type StoredTable = StoredData["d1"][number];

const chosen = "SELECT conversation_id, turn, slot, chosen FROM candidates WHERE session_id = ? ORDER BY 1, 2, 3";

describe.each(RELEASES)("when a new release finds what that of %s has stored", (_, { underway, complete, stored }) => {
	const attributes = '{"region":"north"}';
	beforeAll(() => writeStoredData(withAttributes(stored, underway.session, attributes)));

	it("shows a participant the same step, and lets them finish", async () => {
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

	it("has each answer with all columns of the table that answers once had, before and after a rebuild", async () => {
		const columns =
			"id, session_id, study_id, protocol_hash, conversation_id, form, item, kind, value, position, correct, elapsed_ms, answered_at, asked, changes, history";
		const of = complete.session;
		const now = () => rows(`SELECT ${columns} FROM answers WHERE session_id = ? ORDER BY id`, of);
		// From migration 0033 on, it is a view of `form_answers`.
		const table = stored.d1.find(({ name }) => name === "answers")?.rows.filter((row) => row.session_id === of);
		const byId = [...(table ?? (await now()))].sort((one, other) => (String(one.id) < String(other.id) ? -1 : 1));
		expect(byId.length).toBeGreaterThan(3);
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
