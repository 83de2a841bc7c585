import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { keyWith, problemIn, send } from "../../support/http/http.ts";
import { openStudy, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { arrive, land } from "../../support/prolific/arrive.ts";
import { connected } from "../../support/prolific/connected.ts";
import { ProlificDouble } from "../../support/prolific/double.ts";
import { EXITS, smallStudy } from "../../support/protocols/small-study.ts";

const slug = "reconciled";
const STUDY = "5f0000000000000000000001";
const path = `/v1/studies/${slug}/prolific`;
const prolific = new ProlificDouble();
const ask = connected(prolific);
const submission = (id: string, participant_id: string, status: string, study_code: string | null = "COMPLETED") => ({
	id,
	participant_id,
	status,
	study_code,
	time_taken: 600,
});

type Row = { participant: string; submission: string; findings: string; session: string; code: string };
const readCsv = async (response: Response): Promise<Row[]> => {
	const text = await response.text();
	if (response.status !== 200) throw new Error(`${response.status} ${text}`);
	return parse(text, { columns: true });
};

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } }));
	for (const id of ["ann", "bob", "cleo"]) {
		const who = await arrive(slug, id, `${id}-1`);
		await walk(fetchWorker, who);
		await drain(who.session);
	}
	const dan = await arrive(slug, "dan", "dan-1");
	await drain(dan.session);
	// Somebody lands with another id of a study, which must not break the comparison.
	const eve = await land(slug, "eve", "eve-1", STUDY);
	await land(slug, "mallory", "m-1", "ffffffffffffffffffffffff");
	await drain((eve.headers.get("Location") ?? "").slice(3));
	await eventually(
		async () =>
			(await rows("select 1 from exits where study_id in (select id from studies where slug = ?)", slug)).length >= 3,
		"exits",
	);
	prolific.submissions.set(STUDY, [
		submission("ann-1", "ann", "AWAITING REVIEW"),
		submission("bob-1", "bob", "RETURNED", null),
		submission("cleo-1", "cleo", "APPROVED", "NOCODE"),
		submission("dan-1", "dan", "AWAITING REVIEW"),
		submission("finn-1", "finn", "APPROVED"),
	]);
});

describe("the reconciliation", () => {
	it("names each difference", async () => {
		const found = await readCsv(await ask(`${path}/reconciliation.csv?prolificStudy=${STUDY}`));
		expect(found.map(({ participant, findings }) => `${participant}: ${findings}`).slice(0, 6)).toEqual([
			"ann: ",
			"bob: complete_here_only",
			"cleo: code_differs",
			"dan: complete_there_only",
			"eve: not_there",
			"finn: not_here complete_there_only",
		]);
	});

	it("reads the studies that arrivals named, and leaves out those that Prolific does not know", async () => {
		const found = await readCsv(await ask(`${path}/reconciliation.csv`));
		expect(found.find(({ participant }) => participant === "ann")).toMatchObject({ findings: "", code: "COMPLETED" });
	});

	it("is recorded in the audit", async () => {
		const found = await rows<{ detail: string }>(
			"select detail from audit where action = 'prolific.reconcile' limit 1",
		);
		expect(JSON.parse(found[0]?.detail ?? "{}")).toMatchObject({ submissions: 5 });
	});

	it("needs the scope for participants' data", async () => {
		const response = await ask(
			`${path}/reconciliation.csv`,
			await keyWith("studies:read", "studies:write", "sessions:write"),
		);
		expect(await problemIn(response)).toMatchObject({ code: "forbidden" });
	});

	it.each<[string, object, number, string]>([
		["no token", { PROLIFIC_API_TOKEN: undefined }, 409, "recruiter_not_connected"],
		["a wrong token", { PROLIFIC_API_TOKEN: "wrong" }, 409, "recruiter_refused"],
	])("says what to do with %s", async (_, over, status, code) => {
		const response = await connected(prolific, over)(`${path}/reconciliation.csv?prolificStudy=${STUDY}`);
		expect(response.status).toBe(status);
		expect(await problemIn(response)).toMatchObject({ code, detail: expect.stringContaining("PROLIFIC_API_TOKEN") });
	});

	it("says what to do about an unknown study, and about Prolific's rate limit", async () => {
		const unknown = await ask(`${path}/reconciliation.csv?prolificStudy=000000000000000000000000`);
		expect(await problemIn(unknown)).toMatchObject({ code: "recruiter_refused" });
		prolific.fail({ status: 429, headers: { "Retry-After": "90" } });
		const busy = await ask(`${path}/reconciliation.csv?prolificStudy=${STUDY}`);
		expect(busy.headers.get("Retry-After")).toBe("90");
		expect(await problemIn(busy)).toMatchObject({ code: "unavailable" });
	});
});

describe("bonuses", () => {
	const formula = (text: string) => `formula=${encodeURIComponent(text)}`;

	it("are one line for each participant who completed", async () => {
		const response = await send(`${path}/bonuses.csv?${formula("0.50 + 0.10 * conversations")}`);
		expect(await response.text()).toBe("ann,0.70\nbob,0.70\ncleo,0.70\n");
	});

	it("follow answers", async () => {
		const text = formula("if(answers.about.age >= 18, 0.01 * sum(answers.experience.overall), 0)");
		expect(await (await send(`${path}/bonuses.csv?${text}`)).text()).toBe("ann,0.60\nbob,0.60\ncleo,0.60\n");
	});

	it("have a preview without ids", async () => {
		const preview = await (await send(`${path}/bonuses?${formula("0.10 * messages")}`)).text();
		expect(JSON.parse(preview)).toMatchObject({ participants: 3, zero: 0, without: 0 });
		expect(preview).not.toMatch(/ann|bob|cleo/);
	});

	it.each(["arm", "answers.ranking.best", "label"])("are refused if they depend on an arm: %s", async (name) => {
		const response = await send(`${path}/bonuses.csv?${formula(name)}`);
		expect(await problemIn(response)).toMatchObject({ code: "invalid_request", pointers: ["/formula"] });
	});

	it("point at the place of a mistake", async () => {
		const { errors } = await problemIn(await send(`${path}/bonuses?${formula("0.5 +* 2")}`));
		expect(errors).toEqual([{ pointer: "/formula", detail: 'Character 6: "*" is not expected here.' }]);
	});

	it("need the scope for participants' data", async () => {
		const key = await keyWith("studies:read", "sessions:write");
		expect((await send(`${path}/bonuses.csv?${formula("1")}`, { key })).status).toBe(403);
	});
});
