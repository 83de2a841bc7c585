import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../scripts/crossover/catalogue.ts";
import { main } from "../../scripts/crossover/main.ts";
import { sharedWorker } from "../support/browser/scene.ts";
import { enrol, openStudy, see, walk } from "../support/http/participant.ts";
import { ARM_IDS, EXITS, smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. The commands talk to the served Worker. */
const SLUG = "by-terminal";
const served = sharedWorker();
const study = smallStudy({ slug: SLUG, recruitment: { prolific: { exits: EXITS }, quota: { total: 16 } } });

type Ran = {
	readonly code: number;
	readonly out: string;
	readonly err: string;
	readonly files: Map<string, Uint8Array>;
};

/** Runs the command line against this test's Worker. */
async function crossover(
	line: readonly string[],
	{ key = served.key, files = {} as Record<string, unknown> } = {},
): Promise<Ran> {
	const [out, err, written] = [[] as string[], [] as string[], new Map<string, Uint8Array>()];
	const code = await main(line, {
		environment: { CROSSOVER_KEY: key, CROSSOVER_API: `${served.origin}/` },
		fetch: (input, init) => fetch(input, init),
		// Commands poll. Without a pause, their requests would slow down the work that they wait for.
		sleep: (ms) => setTimeout(Math.min(ms, 200)),
		readText: (path) => {
			if (!(path in files)) throw new Error("no such file");
			return typeof files[path] === "string" ? String(files[path]) : JSON.stringify(files[path]);
		},
		writeFile: (path, bytes) => void written.set(path, bytes),
		print: (text) => void out.push(text),
		warn: (text) => void err.push(text),
		progress: (line) => void (line !== null && err.push(line)),
	});
	return { code, out: out.join("\n"), err: err.join("\n"), files: written };
}
const json = async (...line: string[]) => JSON.parse((await crossover([...line, "--json"])).out);

beforeAll(() => openStudy(served.fetch, served.key, study));

describe("the help", () => {
	it("lists all commands, and has examples that name the command for each", async () => {
		const { code, out } = await crossover(["--help"]);
		expect(code).toBe(0);
		for (const { name, examples } of COMMANDS) {
			expect(out).toContain(`    ${name} `);
			const help = await crossover([...name.split(" "), "--help"]);
			expect(help.code).toBe(0);
			for (const example of examples) {
				expect(help.out).toContain(example);
				expect(example).toMatch(new RegExp(`^crossover ${name}( |$)`));
			}
		}
	});
});

describe("the exit code", () => {
	it("is 2 for a wrong call, which shows the usage", async () => {
		for (const line of [
			["nonsense"],
			["flow"],
			["flow", SLUG, "--stray"],
			["unblind", SLUG, "--reason", "Because of it."],
		]) {
			const { code, err } = await crossover(line);
			expect([line, code]).toEqual([line, 2]);
			expect(err).not.toBe("");
		}
		expect((await crossover(["flow", SLUG], { key: "" })).code).toBe(2);
	});

	it("is 1 for a refusal, with the problem as text or JSON", async () => {
		const { code, err } = await crossover(["flow", "no-such-study"]);
		expect(code).toBe(1);
		expect(err).toContain("There is no such study.");
		const refused = await crossover(["flow", "no-such-study", "--json"]);
		expect(JSON.parse(refused.out)).toMatchObject({ code: "not_found", status: 404 });
		expect((await crossover(["keys"], { key: "xo_unknown" })).code).toBe(1);
	});
});

describe("a study from the terminal", () => {
	it("is validated, created, copied, opened, paused, closed and listed", async () => {
		const draft = smallStudy({ slug: "from-file" });
		const files = { "good.json": draft, "bad.json": { ...draft, flow: ["abuot"] } };
		expect((await crossover(["validate", "good.json"], { files })).code).toBe(0);
		const bad = await crossover(["validate", "bad.json"], { files });
		expect([bad.code, bad.out]).toEqual([1, expect.stringContaining("/flow")]);
		expect((await crossover(["validate", "good.json"], { files, key: "" })).out).toContain("The protocol is valid.");
		expect((await crossover(["studies", "create", "good.json"], { files })).code).toBe(0);
		expect((await crossover(["studies", "copy", "from-file", "from-copy"])).code).toBe(0);
		expect((await crossover(["studies", "delete", "from-copy"])).code).toBe(0);
		for (const move of ["open", "pause", "close"])
			expect(await json(move, "from-file")).toMatchObject({
				status: move === "open" ? "open" : `${move.replace(/e$/, "")}ed`,
			});
		expect((await crossover(["studies"])).out).toContain("from-file");
	});

	it("shows flow, balance and sessions, and lets a researcher help", async () => {
		const [done, stuck] = [
			await enrol(served.fetch, served.key, SLUG, "done"),
			await enrol(served.fetch, served.key, SLUG, "stuck"),
		];
		await walk(served.fetch, done);
		// Rows arrive in D1 within seconds.
		await expect.poll(() => json("flow", SLUG)).toMatchObject({ assessed: 2, randomised: { completed: 1 } });
		expect((await crossover(["balance", SLUG])).out).toContain("Sample ratio: chi-square");
		expect((await crossover(["balance", SLUG, "--pool", "simulated"])).out).toContain("no simulated participant");
		expect((await crossover(["balance", SLUG, "--pool", "everybody"])).err).toContain("/pool");
		const sessions = await json("sessions", SLUG, "--status", "active");
		expect(sessions).toMatchObject([{ session: stuck.session, step: "consent" }]);
		const replay = await crossover(["replay", SLUG, done.session]);
		expect(replay.out).toContain("What should I cook tonight");
		const link = await crossover(["sessions", "link", SLUG, stuck.session, "--reason", "They lost it."]);
		expect(link.out).toBe(`${served.origin}/s/${stuck.session}#${stuck.token}`);
		const ended = ["sessions", "end", SLUG, stuck.session, "--exit", "expired", "--reason", "They wrote."];
		expect((await crossover(ended)).code).toBe(0);
		expect(await see(served.fetch, stuck)).toMatchObject({ status: "expired" });
	});

	it("erases a session for a participant who asked, and rebuilds the study's rows", async () => {
		const who = await enrol(served.fetch, served.key, SLUG, "asked");
		expect((await crossover(["erase", SLUG, who.session])).code).toBe(2);
		expect((await crossover(["erase", SLUG, who.session, "--reason", "Request 17"])).code).toBe(0);
		expect((await crossover(["replay", SLUG, who.session])).err).toContain("erased");
		// D1 gets the row of a session soon after its start, not with it.
		await expect.poll(async () => (await json("rebuild", SLUG)).sessions).toBeGreaterThanOrEqual(3);
	});

	it("exports a table to a file", async () => {
		const { out, files } = await crossover(["export", SLUG, "sessions", "--format", "jsonl", "--output", "s.jsonl"]);
		const rows = new TextDecoder().decode(files.get("s.jsonl")).trim().split("\n");
		expect(rows.map((row) => JSON.parse(row).status)).toContain("completed");
		expect(out).toContain("s.jsonl");
	});

	it("reports after unblinding whether everything is unsealed", async () => {
		const [slug, why] = ["unblinded-by-terminal", "The plan is registered."];
		await openStudy(served.fetch, served.key, smallStudy({ slug }));
		expect((await crossover(["close", slug])).code).toBe(0);
		expect((await crossover(["unblind", slug, "--yes", "--reason", "short"])).err).toContain("at least 10 characters");
		const { out } = await crossover(["unblind", slug, "--yes", "--reason", why]);
		expect(out).toMatch(/^label +arm +pool/);
		expect(out).toMatch(/rows opened +0\nrows that do not open +0\ncomplete +yes/);
	});

	it("changes a completion code, with a reason", async () => {
		expect((await crossover(["settings", SLUG, "--code", "completed=NEW1"])).code).toBe(2);
		const reason = ["--reason", "The code was another one."];
		const changed = await json("settings", SLUG, "--code", "completed=NEW1", ...reason);
		expect(changed).toMatchObject({ version: 1, exits: { completed: { code: "NEW1" } } });
	});

	it("creates, lists, rotates and revokes keys", async () => {
		const made = await json("keys", "create", "survey", "--scope", "sessions:write", "--study", SLUG);
		expect((await crossover(["keys"])).out).toContain("survey");
		const rotated = await json("keys", "rotate", made.id);
		expect(rotated.scopes).toEqual(["sessions:write"]);
		expect((await crossover(["keys", "revoke", rotated.id])).code).toBe(0);
	});

	it("runs scripted participants with a policy, lists the runs, and controls them", async () => {
		const [arm] = ARM_IDS;
		const policy = ["--prefer", `${arm}=1`, "--drop-out", "0.5", "--wait"];
		const { code, out, err } = await crossover(["simulate", SLUG, "--participants", "2", ...policy]);
		expect([code, out]).toEqual([expect.any(Number), expect.stringContaining("sm_")]);
		expect(err).toMatch(/\[#+\.*\] \d+ % {2}\d done, \d running, \d failed of 2/);
		const [run] = await json("simulations", SLUG);
		expect(run).toMatchObject({ of: 2, condition: "scripted" });
		expect(await json("simulate", SLUG, "--run", run.run)).toMatchObject({ of: 2 });
		const unknown = await crossover(["simulate", SLUG, "--participants", "1", "--prefer", "nobody=1"]);
		expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("/policy/preferences/nobody")]);
		const long = await json("simulate", SLUG, "--participants", "500");
		expect(await json("simulations", "pause", SLUG, long.run)).toMatchObject({ status: "paused" });
		const cancelled = await json("simulations", "cancel", SLUG, long.run, "--reason", "It was only a test.");
		expect(cancelled).toMatchObject({ status: "cancelled" });
	});

	it("previews a run of judges", async () => {
		const judge = ["--condition", "judge", "--model", "model-0", "--participants", "finished", "--preview"];
		const { code, out } = await crossover(["simulate", SLUG, ...judge]);
		expect(code).toBe(0);
		expect(out).toContain("--- judge/experience/1 sha256:");
		expect(out).toContain("What should I cook tonight");
	});
});

describe("planning", () => {
	const files = { "study.json": study };

	it("gives multiples of the square, with coverage and cost, and needs no key", async () => {
		const line = [
			"plan",
			"study.json",
			"--difference",
			"10",
			"--sd",
			"14",
			"--studies",
			"300",
			"--pay",
			"9",
			"--fee",
			"0.25",
		];
		const { code, out } = await crossover([...line, "--json"], { key: "", files });
		expect(code).toBe(0);
		const { participants, step, sets, cost } = JSON.parse(out);
		expect([participants % step, sets * step]).toEqual([0, participants]);
		expect(cost).toBeCloseTo(participants * 9 * 1.25, 2);
		expect((await crossover(line, { key: "", files })).out).toContain("complete sets of");
		expect((await crossover(["plan", "study.json"], { files })).code).toBe(2);
	});

	it("plans arms side by side by shares of wins, and says so", async () => {
		const beside = { "beside.json": smallStudy({ slug: "beside", layout: "side-by-side" }) };
		const line = ["plan", "beside.json", "--studies", "200"];
		const refused = await crossover([...line, "--difference", "5", "--sd", "10"], { key: "", files: beside });
		expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("Give --wins")]);
		const planned = await crossover([...line, "--wins", "0.7", "--json"], { key: "", files: beside });
		expect(JSON.parse(planned.out)).toMatchObject({ assumed: { kind: "comparison", wins: 0.7, comparisons: 1 } });
		expect(planned.code).toBe(0);
	});

	it("writes a preregistration that names the design, the outcomes and the hash", async () => {
		const { out } = await crossover(["preregister", "study.json"], { key: "", files });
		for (const part of ["# Preregistration: Two assistants", "## Design", "SHA-256", "Plackett-Luce", "## Exclusions"])
			expect(out).toContain(part);
		expect((await crossover(["preregister", "study.json"], { files: { "study.json": { slug: 1 } } })).code).toBe(1);
	});
});
