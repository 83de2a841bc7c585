import { beforeEach, describe, expect, it } from "vitest";
import { command } from "../../scripts/prolific/command.ts";
import { ProlificError } from "../../scripts/prolific/prolific-error.ts";
import { ProlificDouble, TOKEN } from "../support/prolific/double.ts";

const API = "https://study.example.org";
const PLACE = ["--api", API, "--study", "demo"];
const LINK = `${API}/p/demo?PROLIFIC_PID={{%PROLIFIC_PID%}}&STUDY_ID={{%STUDY_ID%}}&SESSION_ID={{%SESSION_ID%}}`;
const IDS = ["a", "b", "c"].map((digit) => digit.repeat(24));

const study = {
	slug: "demo",
	title: "Two assistants",
	links: { participant: LINK },
	protocol: {
		duration: "PT25M",
		recruitment: {
			quota: { total: 40 },
			prolific: {
				signed: false,
				exits: {
					completed: { code: "C1" },
					declined: { code: "C2" },
					screened_out: { code: "C3", type: "screened_out", fixedPay: { amount: 14, places: 10 } },
					full: { code: "C4" },
					withdrawn: { code: "C5" },
					expired: { code: "C5" },
				},
			},
		},
	},
};

let prolific: ProlificDouble;
let printed: string[];
let warned: string[];
let worker: Record<string, unknown>;

beforeEach(() => {
	prolific = new ProlificDouble();
	printed = [];
	warned = [];
	worker = {
		"": study,
		"/prolific/reconciliation.csv": `participant,submission,exit,findings\n${IDS[0]},s1,completed,\n${IDS[1]},s2,screened_out,\n${IDS[2]},s3,completed,not_there complete_here_only\n`,
		"/prolific/bonuses": { participants: 201, total: "100.50", least: "0.50", most: "0.50", zero: 1, without: 2 },
		"/prolific/bonuses.csv": Array.from({ length: 201 }, (_, n) => `p${n},0.50\n`).join(""),
	};
});

const run = (args: readonly string[], environment: object = {}) =>
	command(args, {
		environment: {
			PROLIFIC_API_TOKEN: TOKEN,
			PROLIFIC_API_URL: prolific.base,
			CROSSOVER_KEY: "xo_key",
			...environment,
		},
		fetch: async (url, init) => {
			if (!url.startsWith(API)) return prolific.fetch(url, init);
			const answer = worker[new URL(url).pathname.slice("/v1/studies/demo".length)];
			return typeof answer === "string" ? new Response(answer) : Response.json(answer);
		},
		sleep: async () => undefined,
		readFile: () => `${IDS[0]}\n\n${IDS[1]}\r\n`,
		print: (text) => void printed.push(text),
		warn: (text) => void warned.push(text),
	});

describe("a draft", () => {
	it("has the link, the codes and their actions", async () => {
		expect(await run(["draft", ...PLACE, "--reward", "450"])).toBeNull();
		const [draft] = [...prolific.studies.values()];
		expect(draft).toMatchObject({
			external_study_url: LINK,
			total_available_places: 40,
			estimated_completion_time: 25,
			reward: 450,
			status: "UNPUBLISHED",
		});
		expect(draft?.completion_codes).toEqual([
			{ code: "C1", code_type: "COMPLETED", actions: [{ action: "MANUALLY_REVIEW" }] },
			{
				code: "C2",
				code_type: "NO_CONSENT",
				actions: [{ action: "REQUEST_RETURN", return_reason: "You did not agree to take part." }],
			},
			{
				code: "C3",
				code_type: "FIXED_SCREENOUT",
				actions: [{ action: "FIXED_SCREEN_OUT_PAYMENT", fixed_screen_out_reward: 14, slots: 10 }],
			},
			{ code: "C4", code_type: "OTHER", actions: [{ action: "MANUALLY_REVIEW" }] },
			{
				code: "C5",
				code_type: "OTHER",
				actions: [{ action: "REQUEST_RETURN", return_reason: "You left the study." }],
			},
		]);
		expect(printed.join()).toContain(draft?.id);
	});

	it("of a second wave is for members of a group, and not for participants of another study", async () => {
		const wave = ["--group", "g1", "--group", "g2", "--with", "s7", "--without", "s9", "--join", "g3"];
		await run(["draft", ...PLACE, "--reward", "450", "--places", "5", "--minutes", "7", ...wave]);
		const [draft] = [...prolific.studies.values()];
		expect(draft).toMatchObject({
			total_available_places: 5,
			estimated_completion_time: 7,
			filters: [
				{ filter_id: "participant_group_allowlist", selected_values: ["g1", "g2"] },
				{ filter_id: "previous_studies_allowlist", selected_values: ["s7"] },
				{ filter_id: "previous_studies_blocklist", selected_values: ["s9"] },
			],
		});
		expect(draft?.completion_codes[0]?.actions).toContainEqual({
			action: "ADD_TO_PARTICIPANT_GROUP",
			participant_group: "g3",
		});
	});

	it("is only shown with --dry-run", async () => {
		await run(["draft", ...PLACE, "--reward", "450", "--dry-run"]);
		expect(prolific.asked).toEqual([]);
		expect(JSON.parse(printed.join(""))).toMatchObject({ reward: 450 });
		expect(warned).toEqual([]);
	});

	it.each(["http://127.0.0.1:8787", "https://localhost", "https://192.168.1.7"])(
		"of a Worker at %s is shown with a warning, and is not made",
		async (origin) => {
			worker[""] = { ...study, links: { participant: LINK.replace(API, origin) } };
			await run(["draft", ...PLACE, "--reward", "450", "--dry-run"]);
			expect(JSON.parse(printed.join("")).external_study_url).toMatch(origin);
			expect(warned).toEqual([expect.stringContaining(`Participants cannot reach ${origin}/p/demo.`)]);
			await expect(run(["draft", ...PLACE, "--reward", "450"])).rejects.toThrow("Use --api");
			expect(prolific.studies.size).toBe(0);
		},
	);

	it.each<[string, object, string]>([
		["without Prolific", { protocol: { recruitment: {} } }, "does not recruit on Prolific"],
		[
			"without a quota",
			{ protocol: { ...study.protocol, recruitment: { prolific: study.protocol.recruitment.prolific } } },
			"--places",
		],
	])("cannot be made of a study %s", async (_, over, what) => {
		worker[""] = { ...study, ...over };
		await expect(run(["draft", ...PLACE, "--reward", "450"])).rejects.toThrow(what);
	});
});

describe("a participant group", () => {
	const asked = ["group", "--name", "Wave 1", "--project", "p1"];

	it("has the participants from Prolific who completed", async () => {
		await run([...asked, ...PLACE]);
		expect([...prolific.groups.values()][0]).toMatchObject({ name: "Wave 1", participants: [IDS[0]] });
	});

	it("has the ids of a file", async () => {
		await run([...asked, "--file", "ids.txt"]);
		expect([...prolific.groups.values()][0]?.participants).toEqual([IDS[0], IDS[1]]);
	});

	it("can belong to a workspace", async () => {
		await run(["group", "--name", "Wave 1", "--workspace", "w1"]);
		expect(prolific.asked).toMatchObject([{ body: { name: "Wave 1", workspace_id: "w1" } }]);
	});

	it("takes more people later", async () => {
		await run(["group", "--name", "Wave 1", "--workspace", "w1", "--file", "ids.txt"]);
		const [group] = [...prolific.groups.values()];
		worker["/prolific/reconciliation.csv"] = `participant,submission,exit,findings\n${IDS[2]},s3,completed,\n`;
		await run(["extend", ...PLACE, "--group", group?.id ?? ""]);
		expect(group?.participants).toEqual(IDS);
	});

	it("that exists is named if Prolific stops taking its members", async () => {
		const send = prolific.fetch;
		prolific.fetch = async (url, init) =>
			url.endsWith("/participants/") ? new Response("", { status: 400 }) : send(url, init);
		await expect(run([...asked, "--file", "ids.txt"])).rejects.toThrow(/group 0+1 has 0 .* extend --group 0+1/);
	});
});

describe("webhooks", () => {
	it("are subscribed and confirmed", async () => {
		await run(["subscribe", ...PLACE, "--workspace", "w1"]);
		expect([...prolific.hooks.values()]).toMatchObject([
			{ event_type: "submission.status.change", target_url: `${API}/v1/prolific/demo/webhook`, is_enabled: true },
		]);
	});

	it("have a secret, which is all that is printed", async () => {
		await run(["secret", "--workspace", "w1"]);
		expect(printed).toEqual(["made-secret"]);
	});
});

describe("bonuses", () => {
	const asked = ["bonuses", ...PLACE, "--formula", "0.50", "--prolific-study", "s1"];

	it("are shown, and not paid", async () => {
		await run(asked);
		expect(printed.join("\n")).toMatch(/201 bonuses, 100\.50 in all.*\nNothing was paid/);
		expect(prolific.bonuses.size).toBe(0);
	});

	it("are each paid once, in parts that Prolific takes", async () => {
		await run([...asked, "--pay"]);
		const parts = [...prolific.bonuses.values()];
		expect(parts.map(({ csv_bonuses, paid }) => [csv_bonuses.split("\n").length, paid])).toEqual([
			[200, 1],
			[1, 1],
		]);
	});

	it("are not paid again when Prolific does not answer", async () => {
		const send = prolific.fetch;
		let payments = 0;
		prolific.fetch = async (url, init) => {
			if (!url.endsWith("/pay/")) return send(url, init);
			payments += 1;
			return new Response("", { status: 502 });
		};
		await expect(run([...asked, "--pay"])).rejects.toThrow("look on Prolific whether it was done");
		expect(payments).toBe(1);
	});
});

describe("the command", () => {
	it.each([
		[["draft"], "--api"],
		[["draft", ...PLACE], "--reward"],
		[["draft", ...PLACE, "--reward", "4.50"], "--reward"],
		[["group", ...PLACE], "--name"],
		[["group", "--name", "W", "--workspace", "w1", "--project", "p1"], "--workspace"],
		[["extend", ...PLACE], "--group"],
		[["extend", "--group", "g1"], "--file"],
		[["bonuses", ...PLACE], "--formula"],
		[["fly"], "no command fly"],
		[["draft", "--surprise"], "surprise"],
	])("says what is missing: %j", async (args, what) => expect(await run(args)).toContain(what));

	it.each([
		[{ PROLIFIC_API_TOKEN: undefined }, "set PROLIFIC_API_TOKEN"],
		[{ PROLIFIC_API_TOKEN: "wrong" }, "refused the token"],
		[{ CROSSOVER_KEY: undefined }, "set CROSSOVER_KEY"],
	])("says which key to set: %j", async (environment, what) => {
		const failed = run(["draft", ...PLACE, "--reward", "450"], environment);
		await expect(failed).rejects.toThrow(ProlificError);
		await expect(failed).rejects.toThrow(what);
	});
});
