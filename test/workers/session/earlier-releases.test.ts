import { describe, expect, it } from "vitest";
import record from "../../golden/releases/2026-11-28.json" with { type: "json" };
import { type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { type StoredData, writeStoredData } from "../../support/release/stored-data.ts";

/** `npm run record-release` made the file under an earlier release. It is never made anew; a later release gets a file of its own. */
const { underway, complete, stored } = record as typeof record & { readonly stored: StoredData };

const chosen = "SELECT conversation_id, turn, slot, chosen FROM candidates WHERE session_id = ? ORDER BY 1, 2, 3";

describe("when a new release finds what an earlier one has stored", () => {
	it("shows a participant the same step, and lets them finish", async () => {
		await writeStoredData(stored);
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

	it("still shows the end of a session that was complete", async () => {
		expect(await see(fetchWorker, complete)).toMatchObject({ status: "completed", step: null });
	});

	it("goes on with the allocator's record", async () => {
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
