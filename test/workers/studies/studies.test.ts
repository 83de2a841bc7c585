import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { expectContract, problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const STUDY = "/v1/studies/{study}";
const create = (protocol: unknown) => send("/v1/studies", { method: "POST", json: protocol });
const put = (slug: string, protocol: unknown) => send(`/v1/studies/${slug}`, { method: "PUT", json: protocol });
const move = (slug: string, to: string) => send(`/v1/studies/${slug}/${to}`, { method: "POST" });

describe("when a study is posted", () => {
	it("is a draft with its protocol and all defaults", async () => {
		const response = await create(smallStudy({ slug: "fresh" }));
		expect(response.headers.get("Location")).toBe("https://crossover.test/v1/studies/fresh");
		const study = await expectContract("POST", "/v1/studies", response);
		expect(study).toMatchObject({ slug: "fresh", status: "draft", version: 1, seedCommitment: null, openedAt: null });
		expect(study.protocol).toMatchObject({ language: "en", design: { replacement: "reuse" } });
		expect(study.protocolHash).toMatch(/^sha256:[0-9a-f]{64}$/);
	});

	it("is found by its slug and by its id", async () => {
		const { id } = await readJson(await create(smallStudy({ slug: "two-names" })));
		const bySlug = await expectContract("GET", STUDY, await send("/v1/studies/two-names"));
		expect(await readJson(await send(`/v1/studies/${id}`))).toMatchObject({ id: bySlug.id });
	});

	it("gets a slug only once, also when two requests arrive at once", async () => {
		const both = await Promise.all([create(smallStudy({ slug: "twin" })), create(smallStudy({ slug: "twin" }))]);
		expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
		expect(await problemIn(await create(smallStudy({ slug: "twin" })))).toMatchObject({ code: "study_exists" });
	});

	it("is refused with all faults of its protocol, each with a pointer", async () => {
		const faulty = { ...smallStudy({ slug: "faulty" }), arms: [{ id: "Bad Id", model: "model-0" }], surprise: 1 };
		const { code, pointers } = await problemIn(await create(faulty));
		expect(code).toBe("invalid_protocol");
		expect(pointers).toEqual(expect.arrayContaining(["/arms/0/id", "/surprise"]));
	});

	it("is refused for faults between several fields", async () => {
		const response = await create({ ...smallStudy({ slug: "loose" }), flow: ["about", "conversations", "ranking"] });
		expect(await problemIn(response)).toMatchObject({ code: "invalid_protocol", pointers: ["/flow/0"] });
	});

	it("is refused with all faults, even if some fields have a wrong type", async () => {
		const { arms, ...study } = smallStudy({ slug: "slips" });
		const response = await create({
			...study,
			title: 5,
			arms: arms.map((arm, index) => (index === 0 ? { ...arm, model: "zz" } : arm)),
			flow: ["consent", "about", "nowhere", "conversations", "ranking"],
		});
		const { code, pointers } = await problemIn(response);
		expect(code).toBe("invalid_protocol");
		expect(pointers.toSorted()).toEqual(["/arms/0/model", "/flow/2", "/title"]);
	});

	it("is refused with the pointer of a field that is missing in a nested variant", async () => {
		const response = await create({ ...smallStudy({ slug: "within" }), blinding: { pace: { firstFrameMs: 5 } } });
		expect((await problemIn(response)).pointers).toEqual(["/blinding/pace/charactersPerSecond"]);
	});
});

describe("when a study is a draft", () => {
	it("accepts another protocol under the same slug", async () => {
		const before = await readJson(await create(smallStudy({ slug: "changing" })));
		const response = await put("changing", smallStudy({ slug: "changing", title: "Changed" }));
		const after = await expectContract("PUT", STUDY, response);
		expect(after).toMatchObject({ id: before.id, title: "Changed", version: 1 });
		expect(after.protocolHash).not.toBe(before.protocolHash);
		expect(await readJson(await send("/v1/studies/changing"))).toEqual(after);
	});

	it("keeps its slug", async () => {
		await create(smallStudy({ slug: "steady" }));
		expect(await problemIn(await put("steady", smallStudy({ slug: "other" })))).toMatchObject({ pointers: ["/slug"] });
	});

	it("may refer to a missing form, but then does not open", async () => {
		const { forms, ...study } = smallStudy({ slug: "half-written" });
		const flow = ["consent", "about", "later", "conversations", "ranking"];
		expect((await create({ ...study, forms, flow })).status).toBe(201);
		const refused = await problemIn(await move("half-written", "open"));
		expect(refused).toMatchObject({ code: "study_not_openable", pointers: ["/flow/2"] });
	});

	it("is refused for a misspelt form, with its pointer and a suggestion", async () => {
		const protocol = smallStudy({ slug: "misspelt" });
		const flow = ["consent", "abuot", "conversations", "ranking"];
		const refused = await readJson(await create({ ...protocol, flow }));
		expect(refused).toMatchObject({
			code: "invalid_protocol",
			errors: [{ pointer: "/flow/1", detail: expect.stringContaining('Did you mean "about"?') }],
		});
	});

	it("gets a warning for an unused form, and opens once the form is used", async () => {
		const protocol = smallStudy({ slug: "unasked" });
		const flow = ["consent", "about", "conversations"];
		const draft = await expectContract("POST", "/v1/studies", await create({ ...protocol, flow }));
		expect(draft.warnings).toContainEqual(
			expect.objectContaining({ code: "not_openable", pointer: "/forms/ranking", raisedAt: null }),
		);
		expect(await problemIn(await move("unasked", "open"))).toMatchObject({ pointers: ["/forms/ranking"] });
		await put("unasked", protocol);
		const opened = await readJson(await move("unasked", "open"));
		expect(opened.warnings).not.toContainEqual(expect.objectContaining({ code: "not_openable" }));
	});

	it("can neither pause nor close", async () => {
		await create(smallStudy({ slug: "unborn" }));
		for (const to of ["pause", "close"])
			expect(await problemIn(await move("unborn", to))).toMatchObject({ code: "study_state" });
	});

	it("lists all faults that keep it from opening", async () => {
		const remote = { provider: "openai-compatible", endpoint: "NOWHERE", model: "secret-model" } as const;
		const protocol = smallStudy({ slug: "unready", recruitment: { onlyProfiles: true, prolific: {} } });
		await create({ ...protocol, models: { ...protocol.models, "model-0": remote } });
		const { code, pointers } = await problemIn(await move("unready", "open"));
		expect(code).toBe("study_not_openable");
		expect(pointers).toEqual(
			expect.arrayContaining([
				"/recruitment/onlyProfiles",
				"/recruitment/prolific/exits/completed",
				"/models/model-0/endpoint",
			]),
		);
		expect(await readJson(await send("/v1/studies/unready"))).toMatchObject({ status: "draft", openedAt: null });
	});
});

describe("when a study opens", () => {
	it("publishes the commitment to its seed once", async () => {
		await create(smallStudy({ slug: "opening" }));
		const opened = await expectContract("POST", `${STUDY}/open`, await move("opening", "open"));
		expect(opened).toMatchObject({ status: "open", arms: null, revealedSeed: null });
		expect(opened.seedCommitment).toEqual(expect.any(String));
		expect(await readJson(await move("opening", "open"))).toEqual(opened);
	});

	it("opens once, also with two requests at once", async () => {
		await create(smallStudy({ slug: "opened-twice" }));
		const both = await Promise.all([move("opened-twice", "open"), move("opened-twice", "open")]);
		const studies = await Promise.all(both.map(readJson));
		expect(both.map(({ status }) => status)).toEqual([200, 200]);
		expect(studies[0]).toEqual(studies[1]);
	});

	it("continues an interrupted opening, and cannot be changed in between", async () => {
		const protocol = smallStudy({ slug: "half-open", blinding: { level: "single" } });
		const { id } = await readJson(await create(protocol));
		await move("half-open", "open");
		await env.DB.batch([
			env.DB.prepare("update studies set status = 'draft', seed_commitment = null where id = ?").bind(id),
			env.DB.prepare("delete from arm_keys where study_id = ?").bind(id),
		]);
		expect(await problemIn(await put("half-open", protocol))).toMatchObject({ code: "study_not_draft" });
		const again = await readJson(await move("half-open", "open"));
		const { commitment } = await allocatorOf(env.ALLOCATORS, String(id)).commitment();
		expect(again).toMatchObject({ status: "open", seedCommitment: commitment });
		expect(again.arms).toHaveLength(3 * ARM_IDS.length);
	});

	it("no longer changes", async () => {
		await create(smallStudy({ slug: "fixed" }));
		await move("fixed", "open");
		expect(await problemIn(await put("fixed", smallStudy({ slug: "fixed" })))).toMatchObject({
			code: "study_not_draft",
		});
	});

	it("gets a warning if it is double blind and shows replies without a pace", async () => {
		const paced = { firstFrameMs: 900, charactersPerSecond: 90 };
		for (const [slug, level, pace] of [
			["unpaced", "double", "as-is"],
			["paced", "double", paced],
			["unpaced-single", "single", "as-is"],
		] as const) {
			await create(smallStudy({ slug, blinding: { level, pace } }));
			const { warnings } = await expectContract("POST", `${STUDY}/open`, await move(slug, "open"));
			const shown = [{ code: "pace_as_is", pointer: "/blinding/pace", detail: expect.any(String), raisedAt: null }];
			expect(warnings).toEqual(slug === "unpaced" ? shown : []);
		}
	});

	it("records in the audit the warnings with which it opened", async () => {
		const protocol = smallStudy({ slug: "heeded" });
		const codes = ["pace_as_is"];
		const codesIn = ({ warnings }: Record<string, unknown>) =>
			(warnings as readonly { code: string }[]).map(({ code }) => code);
		const { id, ...draft } = await expectContract("POST", "/v1/studies", await create(protocol));
		expect(codesIn(draft)).toEqual(codes);
		expect(codesIn(await expectContract("PUT", STUDY, await put("heeded", protocol)))).toEqual(codes);
		expect(codesIn(await expectContract("POST", `${STUDY}/open`, await move("heeded", "open")))).toEqual(codes);
		expect(codesIn(await expectContract("GET", STUDY, await send("/v1/studies/heeded")))).toEqual(codes);
		const [entry] = await rows<{ detail: string }>(
			"select detail from audit where study_id = ? and action = 'study.open'",
			id,
		);
		expect(JSON.parse(entry?.detail ?? "")).toMatchObject({ warnings: codes });
	});

	it("connects no label with an arm while it is double blind", async () => {
		const { id } = await readJson(await create(smallStudy({ slug: "blind" })));
		await move("blind", "open");
		expect(await rows("select * from arm_keys where study_id = ?", id)).toEqual([]);
		await walk(fetchWorker, await enrol(fetchWorker, KEY, "blind", "p1"), ({ conversation }) => conversation !== null);
		const balance = await expectContract("GET", `${STUDY}/balance`, await send("/v1/studies/blind/balance"));
		expect(balance.sequences).not.toEqual([]);
		for (const arm of ARM_IDS) expect(JSON.stringify(balance)).not.toContain(arm);
	});

	it("shows its arm key at once if it is single blind", async () => {
		const protocol = smallStudy({ slug: "single", blinding: { level: "single", pace: "as-is" } });
		await create(protocol);
		const { arms } = await expectContract("POST", `${STUDY}/open`, await move("single", "open"));
		const live = Array.isArray(arms) ? arms.filter(({ pool }) => pool === "live") : [];
		expect(live.map(({ arm }) => arm).sort()).toEqual([...ARM_IDS].sort());
		await walk(fetchWorker, await enrol(fetchWorker, KEY, "single", "p1"), ({ conversation }) => conversation !== null);
		const balance = await expectContract("GET", `${STUDY}/balance`, await send("/v1/studies/single/balance"));
		for (const arm of ARM_IDS) expect(JSON.stringify(balance)).toContain(arm);
	});

	it("pauses, opens again and closes for good", async () => {
		await create(smallStudy({ slug: "living" }));
		const { seedCommitment } = await readJson(await move("living", "open"));
		expect(await readJson(await move("living", "pause"))).toMatchObject({ status: "paused" });
		expect(await readJson(await move("living", "open"))).toMatchObject({ status: "open", seedCommitment });
		expect(await readJson(await move("living", "close"))).toMatchObject({
			status: "closed",
			closedAt: expect.any(String),
		});
		expect(await problemIn(await move("living", "open"))).toMatchObject({ code: "study_state" });
	});

	it("has every change in the audit", async () => {
		const { id } = await readJson(await create(smallStudy({ slug: "recorded" })));
		await put("recorded", smallStudy({ slug: "recorded", title: "Again" }));
		for (const to of ["open", "pause", "open", "close"]) await move("recorded", to);
		const entries = await rows<{ action: string }>(
			"select action from audit where study_id = ? order by at, rowid",
			id,
		);
		expect(entries.map(({ action }) => action)).toEqual([
			"study.create",
			"study.update",
			"study.open",
			"study.pause",
			"study.open",
			"study.close",
		]);
	});
});

describe("the commitment to the seed", () => {
	const COMMITMENT = `${STUDY}/commitment`;
	const asked = (study: string) => send(`/v1/studies/${study}/commitment`, { key: null });

	it("is public once the study is open, by slug and by id, without further data", async () => {
		const { id } = await readJson(await create(smallStudy({ slug: "committed" })));
		const { seedCommitment, openedAt, links } = await readJson(await move("committed", "open"));
		expect(links).toMatchObject({ commitment: "https://crossover.test/v1/studies/committed/commitment" });
		const told = await expectContract("GET", COMMITMENT, await asked("committed"));
		const algorithm = "crossover-plan/3 (crossover-drbg/1)";
		expect(told).toEqual({ study: "committed", commitment: seedCommitment, algorithm, openedAt });
		await walk(fetchWorker, await enrol(fetchWorker, KEY, "committed", "p1"));
		expect(await readJson(await asked(String(id)))).toEqual(told);
	});

	it("gets the same 404 for a draft and an unknown study", async () => {
		await create(smallStudy({ slug: "uncommitted" }));
		const [draft, none] = await Promise.all(
			[asked("uncommitted"), asked("nowhere")].map(async (answer) => problemIn(await answer)),
		);
		expect(draft).toMatchObject({ code: "not_found" });
		expect(draft).toEqual(none);
	});

	it("is shown to researchers with the head of the log", async () => {
		await create(smallStudy({ slug: "standing" }));
		expect(await readJson(await send("/v1/studies/standing"))).toMatchObject({ allocationLog: null });
		const { id, seedCommitment } = await readJson(await move("standing", "open"));
		const who = await enrol(fetchWorker, KEY, "standing", "p1");
		await walk(fetchWorker, who);
		await drain(who.session);
		const stands = await allocatorOf(env.ALLOCATORS, String(id)).commitment();
		expect(stands).toMatchObject({ commitment: seedCommitment, lines: expect.any(Number) });
		const study = await expectContract("GET", STUDY, await send("/v1/studies/standing"));
		const balance = await expectContract("GET", `${STUDY}/balance`, await send("/v1/studies/standing/balance"));
		expect([study.allocationLog, balance.allocationLog]).toEqual([stands, stands]);
	});

	it("is in the audit with the log's head, for researchers who archive it", async () => {
		await create(smallStudy({ slug: "anchored" }));
		const { id, seedCommitment } = await readJson(await move("anchored", "open"));
		const allocator = allocatorOf(env.ALLOCATORS, String(id));
		await walk(
			fetchWorker,
			await enrol(fetchWorker, KEY, "anchored", "p1"),
			({ conversation }) => conversation !== null,
		);
		const { head, lines } = await allocator.commitment();
		for (const to of ["pause", "open", "close"]) await move("anchored", to);
		await closeAndUnblind("anchored");
		const entries = await rows<{ action: string; detail: string }>(
			"select action, detail from audit where study_id = ? and action <> 'session.start' order by at, rowid",
			id,
		);
		expect(entries.map(({ action, detail }) => [action, JSON.parse(detail)])).toMatchObject([
			["study.create", {}],
			["study.open", { commitment: seedCommitment }],
			["study.pause", { head, lines }],
			["study.open", { head, lines }],
			["study.close", { head, lines }],
			["study.unblind", { head, lines }],
		]);
	});
});

describe("a draft", () => {
	it("has no balance yet, but an empty flow", async () => {
		await create(smallStudy({ slug: "empty" }));
		expect(await problemIn(await send("/v1/studies/empty/balance"))).toMatchObject({ code: "study_state" });
		expect(await expectContract("GET", `${STUDY}/flow`, await send("/v1/studies/empty/flow"))).toMatchObject({
			assessed: 0,
		});
		expect(await problemIn(await send("/v1/studies/empty/flow?pool=dead"))).toMatchObject({ pointers: ["/pool"] });
	});
});
