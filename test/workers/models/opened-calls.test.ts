import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { rows } from "../../support/http/worker.ts";

const call = (id: string, more: Record<string, unknown>) => {
	const row = { id, study_id: "st_usage", protocol_hash: "h", session_id: "ss_usage", conversation_id: "cv", ...more };
	const columns = Object.keys(row);
	const places = columns.map(() => "?").join(", ");
	const values = Object.values(row);
	return env.DB.prepare(`INSERT INTO model_calls (${columns.join(", ")}) VALUES (${places})`).bind(...values);
};

const OPEN = { turn: 1, slot: "a", label: "K7", attempt: 1, provider: "openai", started_at: "2026-01-01T00:00:00Z" };
const deviations = () => rows("SELECT id, label, kind, sealed FROM deviations WHERE study_id = 'st_usage' ORDER BY id");

beforeAll(() =>
	env.DB.batch([
		env.DB.prepare(
			"INSERT INTO studies (id, slug, title, status, version, protocol_hash, pseudonym_key, created_at) VALUES ('st_usage', 'usage', 'U', 'open', 1, 'h', 'k', '')",
		),
		env.DB.prepare(
			"INSERT INTO sessions (id, study_id, protocol_hash, participant_id, source, pool, status, started_at, last_event) VALUES ('ss_usage', 'st_usage', 'h', 'pt', 'api', 'live', 'active', '', 1)",
		),
		call("sealed", { sealed: "eyJ.a.b.c.d" }),
		call("same", { ...OPEN, model: "gpt-4o", served_model: "gpt-4o", input_tokens: 7, output_tokens: 3, cost: 0.5 }),
		call("silent", { ...OPEN, model: "gpt-4o", input_tokens: 5, output_tokens: 1, counted_by: "estimate", cost: 0.25 }),
		call("alias", { ...OPEN, label: "Q2", model: "gpt-4o", served_model: "gpt-4o-2024-08-06" }),
	]),
);

describe("a served model other than the requested one", () => {
	it("is a deviation after the call is opened, but not while it is sealed", async () => {
		const detail = JSON.stringify({ asked: "gpt-4o", served: "gpt-4o-2024-08-06" });
		expect(await deviations()).toEqual([{ id: "alias/model", label: "Q2", kind: "model_mismatch", sealed: detail }]);
	});

	it("becomes one deviation when unblinding opens its row, even if that is repeated", async () => {
		const open = env.DB.prepare(
			"UPDATE model_calls SET sealed = NULL, session_id = 'ss_usage', label = 'K7', model = 'llama', served_model = 'other', started_at = '2026-01-01T00:00:00Z' WHERE id = 'sealed'",
		);
		await env.DB.batch([open, open]);
		expect((await deviations()).map(({ id }) => id)).toEqual(["alias/model", "sealed/model"]);
	});
});

describe("v_usage_by_arm", () => {
	it("adds up each arm's usage, with the number of estimated calls", async () => {
		const [usage] = await rows(
			"SELECT * FROM v_usage_by_arm WHERE study = 'usage' AND label = 'K7' AND model = 'gpt-4o'",
		);
		expect(usage).toMatchObject({
			calls: 2,
			sessions: 1,
			input_tokens: 12,
			output_tokens: 4,
			cost: 0.75,
			estimated: 1,
		});
	});
});
