import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keyWith, problemIn, readJson } from "../../support/http/http.ts";
import { openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { arrive } from "../../support/prolific/arrive.ts";
import { connected } from "../../support/prolific/connected.ts";
import { ProlificDouble } from "../../support/prolific/double.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "first-wave";
const STUDY = "5f0000000000000000000001";
const [ANN, BOB, CLEO] = ["a", "b", "c"].map((digit) => digit.repeat(24)) as [string, string, string];
const origin = "https://study.example.org";
const path = `/v1/studies/${slug}/prolific`;
let prolific = new ProlificDouble();

const post = (where: string, json: unknown, key = KEY, over: object = {}) =>
	connected(prolific, over)(where, key, { json, origin });
const audited = () =>
	rows<{ action: string; target: string; detail: string }>(
		"select action, target, detail from audit where action in ('prolific.draft', 'prolific.group') order by at desc, id desc",
	);

beforeAll(async () => {
	const recruitment = { quota: { total: 40 }, prolific: { exits: EXITS } };
	await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment }));
	for (const id of [ANN, BOB]) {
		const who = await arrive(slug, id, `${id}-1`);
		await walk(fetchWorker, who);
		await drain(who.session);
	}
	await drain((await arrive(slug, CLEO, "cleo-1")).session);
	await eventually(
		async () =>
			(await rows("select 1 from exits where study_id in (select id from studies where slug = ?)", slug)).length >= 2,
		"exits",
	);
});

beforeEach(() => {
	prolific = new ProlificDouble();
	const submission = (participant_id: string, id: string, status: string) => ({ id, participant_id, status });
	prolific.submissions.set(STUDY, [
		submission(ANN, `${ANN}-1`, "APPROVED"),
		submission(CLEO, "cleo-1", "ACTIVE"),
		submission("d".repeat(24), "dora-1", "APPROVED"),
	]);
});

describe("a draft by the API", () => {
	it("is created on Prolific with the link, the codes and the eligible participants", async () => {
		const options = {
			reward: 450,
			places: 5,
			minutes: 12,
			groups: ["g1"],
			withStudies: ["s7"],
			withoutStudies: ["s9"],
		};
		const response = await post(`${path}/drafts`, { ...options, joinGroup: "g2", project: "p1" });
		expect(response.status).toBe(201);
		const answer = await readJson(response);
		const [draft] = [...prolific.studies.values()];
		expect(draft).toMatchObject({
			...{
				status: "UNPUBLISHED",
				reward: 450,
				total_available_places: 5,
				estimated_completion_time: 12,
				project: "p1",
			},
			external_study_url: `${origin}/p/${slug}?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}`,
			filters: [
				{ filter_id: "participant_group_allowlist", selected_values: ["g1"] },
				{ filter_id: "previous_studies_allowlist", selected_values: ["s7"] },
				{ filter_id: "previous_studies_blocklist", selected_values: ["s9"] },
			],
		});
		expect(draft?.completion_codes.map(({ code }) => code)).toContain("COMPLETED");
		expect(answer).toMatchObject({ id: draft?.id, url: expect.stringContaining(draft?.id ?? "none"), warnings: [] });
		expect((await audited())[0]).toMatchObject({ action: "prolific.draft", target: draft?.id });
	});

	it("takes places from the protocol, and is only shown in a dry run, without a token", async () => {
		const over = { PROLIFIC_API_TOKEN: undefined };
		const response = await post(`${path}/drafts`, { reward: 450, minutes: 12, dryRun: true }, KEY, over);
		expect(response.status).toBe(200);
		expect(await readJson(response)).toMatchObject({
			id: null,
			url: null,
			warnings: [],
			draft: { total_available_places: 40 },
		});
		expect(prolific.asked).toEqual([]);
	});

	it("of an unreachable Worker is shown with a warning, and is not created", async () => {
		const local = { origin: "http://127.0.0.1:8787" };
		const json = { reward: 450, minutes: 12 };
		const shown = await connected(prolific)(`${path}/drafts`, KEY, { ...local, json: { ...json, dryRun: true } });
		expect((await readJson(shown)).warnings).toEqual([expect.stringContaining("http://127.0.0.1:8787/p/first-wave")]);
		const made = await connected(prolific)(`${path}/drafts`, KEY, { ...local, json });
		expect(await problemIn(made)).toMatchObject({
			code: "study_state",
			detail: expect.stringContaining("deployed Worker"),
		});
		expect(prolific.asked).toEqual([]);
	});

	it("names the missing parts", async () => {
		const withoutMinutes = await post(`${path}/drafts`, { reward: 450 });
		expect(await problemIn(withoutMinutes)).toMatchObject({ code: "invalid_request", pointers: ["/minutes"] });
		await connected(prolific)("/v1/studies", KEY, { json: smallStudy({ slug: "not-there" }) });
		const elsewhere = await post("/v1/studies/not-there/prolific/drafts", { reward: 450 });
		expect(await problemIn(elsewhere)).toMatchObject({
			code: "study_state",
			detail: expect.stringContaining("recruitment.prolific"),
		});
	});

	it("repeats Prolific's reason for a refusal", async () => {
		const body = JSON.stringify({ error: { detail: "The reward is too low." } });
		prolific.fail({ status: 400, body });
		const refused = await post(`${path}/drafts`, { reward: 1, minutes: 12 });
		expect(await problemIn(refused)).toMatchObject({
			code: "recruiter_refused",
			detail: "Prolific refused the request with the status 400: The reward is too low.",
		});
	});

	it("is not sent again if Prolific does not answer", async () => {
		prolific.fail({ status: 502 });
		const lost = await post(`${path}/drafts`, { reward: 450, minutes: 12 });
		expect(await problemIn(lost)).toMatchObject({
			code: "unavailable",
			detail: expect.stringContaining("whether it made the draft"),
		});
		expect(prolific.asked.length).toBe(1);
	});
});

describe("a participant group by the API", () => {
	it("has the participants from Prolific who completed, and the response has none of their ids", async () => {
		const json = { name: "Wave 1", workspace: "w1", completed: true, prolificStudies: [STUDY] };
		const response = await post(`${path}/groups`, json);
		expect(response.status).toBe(201);
		const text = await response.text();
		const [group] = [...prolific.groups.values()];
		expect(group).toMatchObject({ name: "Wave 1", participants: [ANN] });
		expect(JSON.parse(text)).toEqual({ id: group?.id, added: 1 });
		expect(text).not.toContain(ANN);
		expect((await audited())[0]).toMatchObject({ action: "prolific.group", target: group?.id, detail: '{"added":1}' });
	});

	it("has given people, and takes more later", async () => {
		const { id } = await readJson(
			await post(`${path}/groups`, { name: "List", project: "p1", participants: [ANN, ANN] }),
		);
		const more = await post(`${path}/groups/${id}/members`, { participants: [ANN, BOB] });
		expect(await readJson(more)).toEqual({ id, added: 2 });
		expect(prolific.groups.get(String(id))?.participants).toEqual([ANN, BOB]);
	});

	it("is sent in parts that Prolific takes", async () => {
		const participants = Array.from({ length: 450 }, (_, n) => n.toString(16).padStart(24, "0"));
		await post(`${path}/groups`, { name: "Many", workspace: "w1", participants });
		expect([...prolific.groups.values()][0]?.participants).toEqual(participants);
		expect(prolific.asked.length).toBe(4);
	});

	it("that exists is named if Prolific stops taking its members", async () => {
		const { id } = await readJson(await post(`${path}/groups`, { name: "Later", workspace: "w1" }));
		prolific.fail({ status: 429, headers: { "Retry-After": "90" } });
		const busy = await post(`${path}/groups/${id}/members`, { participants: [ANN] });
		expect(busy.headers.get("Retry-After")).toBe("90");
		expect(await problemIn(busy)).toMatchObject({
			detail: expect.stringContaining(`The group ${id} has 0 of the participants.`),
		});
	});

	it.each<[string, object, string]>([
		["neither a workspace nor a project", {}, "/workspace"],
		["both", { workspace: "w1", project: "p1" }, "/workspace"],
		["an id that is not Prolific's", { workspace: "w1", participants: ["ann"] }, "/participants/0"],
	])("is refused with %s", async (_, over, pointer) => {
		const refused = await post(`${path}/groups`, { name: "Wave 1", ...over });
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: [pointer] });
		expect(prolific.asked).toEqual([]);
	});

	it("is not extended without participants", async () => {
		const refused = await post(`${path}/groups/g1/members`, {});
		expect(await problemIn(refused)).toMatchObject({ code: "invalid_request", pointers: ["/participants"] });
	});

	it("that Prolific does not know says so", async () => {
		const unknown = await post(`${path}/groups/nowhere/members`, { participants: [ANN] });
		expect(await problemIn(unknown)).toMatchObject({
			code: "recruiter_refused",
			detail: expect.stringContaining("does not know this group"),
		});
	});
});

it.each(["drafts", "groups", "groups/g1/members"])("needs the scope studies:write for %s", async (where) => {
	const key = await keyWith("studies:read", "data:read", "sessions:write");
	expect((await post(`${path}/${where}`, {}, key)).status).toBe(403);
});
