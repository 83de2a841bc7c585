import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { expectContract, keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, openStudy, type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows, sessionStub } from "../../support/http/worker.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";
import { arrive, eventTypesOf } from "../../support/sessions/lapsed-place.ts";

const SLUG = "adjusted";
const PATH = `/v1/studies/${SLUG}/settings`;
const TEMPLATE = "/v1/studies/{study}/settings";
const reason = "The code on Prolific was another one.";
const patch = (json: object, more = {}) => send(PATH, { method: "PATCH", json: { reason, ...json }, ...more });
const study = smallStudy({
	slug: SLUG,
	recruitment: { prolific: { exits: EXITS }, quota: { total: 8 }, returnUrls: ["https://first.example"] },
});
const prolific = (id: string) => enrol(fetchWorker, KEY, SLUG, id, { source: "prolific" });
const codeOf = (view: Participant["view"]) => view.exit?.code;
const isAtMessage = ({ step }: Participant["view"]) => step?.kind === "message";

beforeAll(() => openStudy(fetchWorker, KEY, study));

describe("the settings of an open study", () => {
	it("are the protocol's until they are changed", async () => {
		const settings = await expectContract("GET", TEMPLATE, await send(PATH));
		expect(settings).toMatchObject({
			...{ version: 0, exits: EXITS, quota: { total: 8 }, expiresAfter: "PT3H", budget: null, contact: null },
		});
	});

	it("let a later participant leave with a corrected code, and leave on record what another was shown", async () => {
		const [before, during] = [await prolific("before"), await prolific("during")];
		expect(codeOf(await walk(fetchWorker, before))).toBe("COMPLETED");
		await walk(fetchWorker, during, isAtMessage);
		for (const { session } of [before, during]) await drain(session);
		const changed = await expectContract("PATCH", TEMPLATE, await patch({ exits: { completed: { code: "RIGHT" } } }));
		expect(changed).toMatchObject({ version: 1, exits: { ...EXITS, completed: { code: "RIGHT" } } });
		expect(codeOf(await walk(fetchWorker, during))).toBe("RIGHT");
		expect(codeOf(await walk(fetchWorker, await prolific("after")))).toBe("RIGHT");
		expect(codeOf(await see(fetchWorker, before))).toBe("COMPLETED");
		for (const { session } of [before, during]) await drain(session);
		const codes = await rows<{ session_id: string; code: string }>("SELECT session_id, code FROM exits");
		expect(codes.find((row) => row.session_id === before.session)?.code).toBe("COMPLETED");
		expect(codes.find((row) => row.session_id === during.session)?.code).toBe("RIGHT");
	});

	it("leave the protocol and its hash, and are in the audit with the reason", async () => {
		const shown = await readJson(await send(`/v1/studies/${SLUG}`));
		expect(shown).toMatchObject({ protocol: { recruitment: { prolific: { exits: EXITS } } } });
		const [version] = await rows<{ protocol_hash: string }>(
			"SELECT protocol_hash FROM study_versions WHERE study_id = (SELECT id FROM studies WHERE slug = ?)",
			SLUG,
		);
		expect(shown.protocolHash).toBe(version?.protocol_hash);
		const [entry] = await rows<{ detail: string }>("SELECT detail FROM audit WHERE action = 'study.settings'");
		expect(JSON.parse(String(entry?.detail))).toEqual({
			version: 1,
			before: { exits: EXITS },
			after: { exits: { completed: { code: "RIGHT" } } },
			reason,
		});
	});

	it("reach a session that began before its row was in D1", async () => {
		const who = await prolific("between");
		await drain(who.session);
		await rows("DELETE FROM sessions WHERE id = ?", who.session);
		await patch({ expiresAfter: "PT5H" });
		const had = await eventTypesOf(who.session);
		await walk(fetchWorker, who, isAtMessage);
		await drain(who.session);
		const changes = (types: string[]) => types.filter((type) => type === "SettingsChanged").length;
		expect(changes(had)).toBe(1);
		expect(changes(await eventTypesOf(who.session))).toBe(2);
	});

	it("move the time at which a session expires", async () => {
		const who = await prolific("hurried");
		await drain(who.session);
		await patch({ expiresAfter: "PT2H" });
		const due = await runInDurableObject(sessionStub(who.session), (_, { storage }) =>
			storage.sql.exec<{ due_ms: number }>("SELECT due_ms FROM deadlines WHERE kind = 'expiry'").one(),
		);
		const [started] = await rows<{ started_at: string }>("SELECT started_at FROM sessions WHERE id = ?", who.session);
		expect(due.due_ms - Date.parse(String(started?.started_at))).toBe(2 * 3_600_000);
	});

	it("let survey tools return people to a new origin", async () => {
		const start = (returnUrl: string) =>
			send(`/v1/studies/${SLUG}/sessions`, { method: "POST", json: { participant: { id: "survey" }, returnUrl } });
		expect(await problemIn(await start("https://second.example/x"))).toMatchObject({ pointers: ["/returnUrl"] });
		await patch({ returnUrls: ["https://first.example", "https://second.example"] });
		expect((await start("https://second.example/x")).status).toBe(201);
	});

	it("raise the quota, which the allocation log records and the verification follows", async () => {
		const held = async () => {
			const { sequences } = (await readJson(await send(`/v1/studies/${SLUG}/balance`))) as {
				sequences: { reserved: number; confirmed: number }[];
			};
			return sequences.reduce((sum, row) => sum + row.reserved + row.confirmed, 0);
		};
		for (let nth = await held(); nth < 8; nth += 1) await arrive(SLUG, `fills-${nth}`);
		const turnedAway = await walk(fetchWorker, await prolific("late"), isAtMessage);
		expect(turnedAway.status).toBe("full");
		expect(await problemIn(await patch({ quota: { total: 4 } }))).toMatchObject({ pointers: ["/quota/total"] });
		expect((await patch({ quota: { total: 12 } })).status).toBe(200);
		expect((await walk(fetchWorker, await prolific("luckier"), isAtMessage)).step?.kind).toBe("message");
		const log = await (await send(`/v1/studies/${SLUG}/exports/allocations.jsonl`)).text();
		expect(log).toContain('"quota_changed"');
	});

	it("need a reason, a change, and a scope", async () => {
		expect(await problemIn(await send(PATH, { method: "PATCH", json: { reason } }))).toMatchObject({
			code: "invalid_request",
		});
		expect((await send(PATH, { method: "PATCH", json: { expiresAfter: "PT1H" } })).status).toBe(400);
		expect((await patch({ expiresAfter: "PT1H" }, { key: await keyWith("studies:read") })).status).toBe(403);
	});
});
