// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of survey tools look like this.
import { beforeAll, describe, expect, it } from "vitest";
import qsf from "../../../docs/how-to/recipes/crossover.qsf?raw";
import formr from "../../../docs/how-to/recipes/formr.md?raw";
import gorilla from "../../../docs/how-to/recipes/gorilla.md?raw";
import jspsych from "../../../docs/how-to/recipes/jspsych.md?raw";
import limesurvey from "../../../docs/how-to/recipes/limesurvey.md?raw";
import otree from "../../../docs/how-to/recipes/otree.md?raw";
import qualtrics from "../../../docs/how-to/recipes/qualtrics.md?raw";
import redcap from "../../../docs/how-to/recipes/redcap.md?raw";
import surveymonkey from "../../../docs/how-to/recipes/surveymonkey.md?raw";
import { keyWith, problemIn, readJson, send } from "../../support/http/http.ts";
import { openStudy, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { smallStudy } from "../../support/protocols/small-study.ts";

const WORKER = "https://your-worker.example";
const PAGES = { qualtrics, limesurvey, redcap, gorilla, surveymonkey, formr, otree, jspsych };
type Tool = keyof typeof PAGES;

/** The protocol's `recruitment`, as the page says it. */
function recruitmentOf(page: string): object {
	const lines = page.split("\n");
	const first = lines.findIndex((line) => line.startsWith('    "recruitment": {'));
	const more = lines.slice(first).findIndex((line) => !line.startsWith("    "));
	return JSON.parse(`{${lines.slice(first, first + more).join("\n")}}`).recruitment;
}

/** The link to paste, with its placeholders, for the study of this test. */
const linkOf = (tool: Tool): string =>
	(new RegExp(`^ {4}${WORKER}(/p/your-study/\\S+)$`, "m").exec(PAGES[tool])?.[1] ?? "").replace("your-study", tool);

/** The link as the tool sends it: placeholders replaced by values, byte for byte. */
const filled = (tool: Tool, values: Record<string, string>): string =>
	Object.entries(values).reduce((link, [placeholder, value]) => link.replaceAll(placeholder, value), linkOf(tool));

const HTML = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const visit = (path: string) => send(path, { key: null, headers: HTML });
const json = (path: string) => send(path, { key: null });

beforeAll(async () => {
	for (const [slug, page] of Object.entries(PAGES))
		await openStudy(fetchWorker, KEY, smallStudy({ slug, recruitment: recruitmentOf(page) }));
});

/** Lands, says no to the consent, and gives the address to which the participant returns. */
async function wayThrough(landed: Response) {
	expect(landed.status).toBe(303);
	const session = landed.headers.get("Location")?.slice("/s/".length) ?? "";
	const headers = { Cookie: landed.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
	const view = await readJson(await send(`/v1/sessions/${session}`, { key: null, headers }));
	const path = `/v1/sessions/${session}/steps/${(view.step as { id: string }).id}`;
	const ended = await readJson(await send(path, { method: "POST", key: null, headers, json: { accept: false } }));
	await drain(session);
	const [row] = await rows("select source, attributes from v_sessions where session = ?", session);
	const [who] = await rows<{ external_id: string }>(
		"select external_id from participant_identities join sessions using (participant_id) where id = ?",
		session,
	);
	return { session, back: (ended.exit as { redirectUrl: string | null }).redirectUrl, ...row, id: who?.external_id };
}

describe("tools that send people by a link", () => {
	const ways: [Tool, Record<string, string>, { id: string; back: string; attributes?: string }][] = [
		[
			"limesurvey",
			{ "{SAVEDID}": "17", "{region}": "Nord%20%26%20S%C3%BCd" },
			{
				id: "17",
				back: "https://limesurvey.example.org/index.php/236447?newtest=Y&rid=17",
				attributes: JSON.stringify({ region: "Nord & Süd" }),
			},
		],
		[
			"redcap",
			{
				"[record-name]": "5",
				"[site]": "2",
				"[survey-url:after_chat]": "https://redcap.example.org/surveys/?s=Ab3kL9",
			},
			{ id: "5", back: "https://redcap.example.org/surveys/?s=Ab3kL9", attributes: JSON.stringify({ site: "2" }) },
		],
		["gorilla", {}, { id: "public-7", back: "https://research.sc/return?node=12" }],
		["surveymonkey", { "[rid_value]": "7" }, { id: "7", back: "https://www.surveymonkey.com/r/DEF456?rid=7" }],
		[
			"formr",
			{ "{{login_code}}": "kUj3nX_q-71", "{{login_link}}": "https://your-run.formr.org/?code=kUj3nX_q-71" },
			{ id: "kUj3nX_q-71", back: "https://your-run.formr.org/?code=kUj3nX_q-71" },
		],
	];

	it.each(ways)(
		"%s: starts a session, and returns with the result after the tool's own query",
		async (tool, values, expected) => {
			const { session, back, id, source, attributes } = (await wayThrough(await visit(filled(tool, values)))) as Record<
				string,
				string
			>;
			expect({ id, source, attributes }).toEqual({
				id: expected.id,
				source: tool,
				attributes: expected.attributes ?? "{}",
			});
			expect(back).toBe(`${expected.back}&crossover_session=${session}&crossover_status=declined`);
		},
	);

	it.each(ways.filter(([, values]) => Object.keys(values).length > 0))(
		"%s: shows a page if a placeholder was not filled in",
		async (tool) => {
			const page = await visit(linkOf(tool));
			expect(page.status).toBe(400);
			expect(await page.text()).toContain("This link is not complete");
			expect((await problemIn(await json(linkOf(tool)))).pointers).toContain("/rid");
		},
	);

	it.each(ways.filter(([, values]) => Object.keys(values).length > 0))(
		"%s: asks for the id if all values are empty",
		async (tool, values) => {
			const empty = Object.fromEntries(Object.keys(values).map((placeholder) => [placeholder, ""]));
			expect(await problemIn(await json(filled(tool, empty)))).toMatchObject({ pointers: ["/rid"] });
		},
	);

	it("limesurvey: takes an access code, and leaves out an empty answer", async () => {
		const link = filled("limesurvey", { "{SAVEDID}": "tok3nA9", "{region}": "" });
		expect(await wayThrough(await visit(link))).toMatchObject({ id: "tok3nA9", attributes: "{}" });
	});

	it("gorilla: ignores the node's additions, and works without a return address", async () => {
		expect(await wayThrough(await visit("/p/gorilla/gorilla?rid=p8&gorilla_version=3&tree=a"))).toMatchObject({
			back: null,
		});
	});
});

type Pair = { readonly key: string; readonly value: string };
type WebService = {
	readonly Type: string;
	readonly URL: string;
	readonly Method: string;
	readonly EditBodyParams: readonly Pair[];
	readonly Headers: readonly Pair[];
	readonly ResponseMap: readonly Pair[];
	readonly ContentType: string;
};

describe("qualtrics", () => {
	const flow: readonly WebService[] = JSON.parse(qsf).SurveyElements.find(
		({ Element }: { Element: string }) => Element === "FL",
	).Payload.Flow;
	const [start, summary] = flow.filter(({ Type }) => Type === "WebService");
	if (!start || !summary) throw new Error("The survey has two web services.");

	/** Piped text: a field without a value becomes an empty text. */
	const piped = (text: string, fields: Record<string, string>) =>
		text.replaceAll(/\$\{e:\/\/Field\/(\w+)\}/g, (_, name) => fields[name] ?? "");

	/** As Qualtrics calls: keys in dot notation are nested, and all values are texts. */
	async function call(service: WebService, key: string, fields: Record<string, string>) {
		const body: Record<string, unknown> = {};
		for (const { key: path, value } of service.EditBodyParams) {
			let at = body;
			const names = path.split(".");
			for (const name of names.slice(0, -1)) {
				at[name] ??= {};
				at = at[name] as Record<string, unknown>;
			}
			at[names.at(-1) ?? ""] = piped(value, fields);
		}
		const headers = Object.fromEntries(service.Headers.map(({ key: name }) => [name, key]));
		const path = piped(service.URL, fields).replace(WORKER, "").replace("your-study", "qualtrics");
		const sent = service.Method === "GET" ? {} : { json: body };
		const answer = await send(path, { method: service.Method, key: null, headers, ...sent });
		return { status: answer.status, answer: await readJson(answer) };
	}
	const mapped = ({ ResponseMap }: WebService, answer: Record<string, unknown>) =>
		Object.fromEntries(ResponseMap.map(({ key, value }) => [value, String(answer[key])]));

	it("starts a session by the survey's web service, the same one after Back, and reads its summary", async () => {
		const [writer, reader] = [await keyWith("sessions:write"), await keyWith("data:read")];
		const given = { ResponseID: "R_3kTn5", region: "north", chat_pool: "live" };
		const first = await call(start, writer, given);
		expect(first.status).toBe(201);
		const fields = mapped(start, first.answer);
		expect(fields).toMatchObject({ chat_session: expect.stringMatching(/^se_/), chat_status: "active" });
		expect(mapped(start, (await call(start, writer, given)).answer)).toEqual(fields);
		await walk(fetchWorker, { session: String(fields.chat_session), token: String(fields.chat_token) });
		const after = mapped(summary, (await call(summary, reader, fields)).answer);
		expect(after).toEqual({ chat_status: "completed", chat_minutes: expect.stringMatching(/^[\d.]+$/) });
		const frame = `/s/${fields.chat_session}?embed=1`;
		expect((await visit(frame)).headers.get("Content-Security-Policy")).toContain(
			"frame-ancestors https://yourbrand.eu.qualtrics.com",
		);
	});

	it("starts previews in the pilot pool, and refuses a response id that was not piped", async () => {
		const writer = await keyWith("sessions:write");
		const preview = await call(start, writer, { ResponseID: "R_4kTn5", chat_pool: "pilot" });
		expect(preview.answer).toMatchObject({ created: true, view: { preview: expect.anything() } });
		expect((await call(start, writer, { ResponseID: "R_5kTn5" })).status).toBe(201);
		const refused = await call(start, writer, { region: "north" });
		expect(refused).toMatchObject({ status: 400, answer: { errors: [{ pointer: "/participant/id" }] } });
	});

	it("makes pilots of previews, and ends the survey if no session began", () => {
		const branches = JSON.parse(JSON.stringify(flow)).filter(({ Type }: WebService) => Type === "Branch");
		const [previews, nobody] = branches;
		expect(previews.BranchLogic[0][0]).toMatchObject({ LeftOperand: "Q_CHL", RightOperand: "preview" });
		expect(previews.Flow[0].EmbeddedData[0]).toMatchObject({ Field: "chat_pool", Value: "pilot" });
		expect(nobody.BranchLogic[0][0]).toMatchObject({ LeftOperand: "chat_session", Operator: "Empty" });
		expect(nobody.Flow[0].Type).toBe("EndSurvey");
		expect(flow.map(({ Type }) => Type).slice(2, 5)).toEqual(["Branch", "WebService", "Branch"]);
	});

	it("has the same parameters on the page as in the file", () => {
		for (const { key, value } of start.EditBodyParams.filter(({ key: name }) => name !== "pool"))
			expect(qualtrics).toContain(`| \`${key}\` | \`${value}\` |`);
		for (const { key, value } of [...start.ResponseMap, ...summary.ResponseMap])
			expect(qualtrics).toContain(`\`${value}\` = \`${key}\``);
	});
});

describe("tools with a server of their own", () => {
	it("otree: starts a session with urllib's headers, the same after a reload, and reads its status", async () => {
		const headers = {
			"Accept-Encoding": "identity",
			"Content-Type": "application/json",
			"User-Agent": "Python-urllib/3.13",
			"X-API-Key": await keyWith("sessions:write", "data:read"),
		};
		const body = '{"participant": {"id": "v8x0wq2e", "source": "otree"}}';
		const start = () => send("/v1/studies/otree/sessions", { method: "POST", key: null, headers, body });
		const [first, again] = [await readJson(await start()), await readJson(await start())];
		expect(again).toEqual({ ...first, created: false });
		const summary = await send(`/v1/sessions/${first.session}/summary`, { key: null, headers });
		expect(await readJson(summary)).toMatchObject({ status: "active" });
	});

	it("jspsych: starts a session by the form that PHP sends", async () => {
		const headers = {
			Accept: "*/*",
			"Content-Type": "application/x-www-form-urlencoded",
			"X-API-Key": await keyWith("sessions:write"),
		};
		const body = "participant.id=5f1a+b&participant.source=jspsych";
		const started = await send("/v1/studies/jspsych/sessions", { method: "POST", key: null, headers, body });
		expect(started.status).toBe(201);
		expect(await readJson(started)).toMatchObject({
			url: expect.stringMatching(/^https:\/\/crossover\.test\/s\/se_\w+#\w+$/),
		});
	});
});
