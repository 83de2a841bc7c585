import { beforeEach, describe, expect, it } from "vitest";
import { main } from "../../scripts/crossover/main.ts";

const RUN = {
	...{ run: "sm_1", condition: "judge", model: "simulator", seed: 1, status: "running", of: 60, running: 8 },
	...{ done: 27, failed: 3, tokens: 123_456, cost: 0.1234, currency: "USD", startedAt: "2026-11-29T08:00:00.000Z" },
	...{ endedAt: null, secondsLeft: 240, deviations: {}, failures: {} },
};
const files: Record<string, string> = {
	"policy.json": JSON.stringify({ preferences: { long: 1, short: 2 }, noise: 0.5, dropOut: 0.2 }),
	"list.json": "[1]",
	"personas.json": JSON.stringify(["I sail.", "I bake."]),
};

let sent: { path: string; body: unknown }[];
let lines: (string | null)[];
let states: object[];
beforeEach(() => {
	[sent, lines, states] = [[], [], [RUN]];
});

/** The exit code, and what was said. The server answers with the states, one after another. */
async function simulate(...options: string[]) {
	const said: string[] = [];
	const code = await main(["simulate", "my-study", ...options], {
		environment: { CROSSOVER_KEY: "xo_key", CROSSOVER_API: "http://api.test" },
		fetch: async (input, init) => {
			const request = new Request(input, init);
			const { pathname, search } = new URL(request.url);
			if (request.method === "POST") sent.push({ path: pathname + search, body: await request.json() });
			const state = states.length > 1 && request.method === "GET" ? states.shift() : states[0];
			return Response.json(state);
		},
		sleep: async () => {},
		readText: (path) => {
			const text = files[path];
			if (text === undefined) throw new Error("no such file");
			return text;
		},
		writeFile: () => {},
		print: (text) => void said.push(text),
		warn: (text) => void said.push(text),
		progress: (line) => void lines.push(line),
	});
	return { code, said: said.join("\n") };
}

describe("crossover simulate", () => {
	it("sends a policy by options", async () => {
		const policy = ["--prefer", "long=1.5", "--prefer", "short=-0.5", "--noise", "0", "--position-bias", "0.2"];
		await simulate("--participants", "20", ...policy, "--drop-out", "0.1", "--seed", "7");
		const expected = { preferences: { long: 1.5, short: -0.5 }, noise: 0, positionBias: 0.2, dropOut: 0.1 };
		expect(sent[0]?.body).toEqual({ condition: "scripted", participants: 20, seed: 7, policy: expected });
	});

	it("reads a policy from a file, whose fields the options replace", async () => {
		await simulate("--participants", "20", "--policy", "policy.json", "--noise", "2");
		expect(sent[0]?.body).toMatchObject({
			policy: { preferences: { long: 1, short: 2 }, noise: 2, dropOut: 0.2 },
		});
	});

	it("sends what judge and converse take", async () => {
		const model = ["--model", "simulator", "--temperature", "0.7", "--samples", "3", "--tokens", "1000"];
		await simulate("--condition", "judge", "--participants", "finished", ...model, "--positions", "drawn");
		const asked = { model: "simulator", temperature: 0.7, samples: 3, budget: { tokens: 1000 }, positions: "drawn" };
		expect(sent[0]?.body).toEqual({ condition: "judge", participants: "finished", ...asked });
		await simulate("--condition", "converse", "--model", "simulator", "--personas", "personas.json");
		expect(sent[1]?.body).toEqual({ condition: "converse", model: "simulator", personas: ["I sail.", "I bake."] });
		await simulate("--person", "pt_1", "--person", "pt_2");
		expect(sent[2]?.body).toEqual({ condition: "scripted", participants: ["pt_1", "pt_2"] });
	});

	it.each([
		[["--participants", "1", "--prefer", "long"], "--prefer is an arm and its worth, such as long=1.2. This is long."],
		[["--participants", "1", "--noise", "much"], "--noise is a number."],
		[["--participants", "1", "--policy", "list.json"], "list.json is no policy"],
		[["--participants", "1", "--policy", "none.json"], "The file none.json cannot be read."],
		[["--participants", "1", "--condition", "judge", "--noise", "1"], "Only scripted participants have a policy."],
		[[], "Give --participants."],
	])("refuses %j before it sends anything", async (options, says) => {
		const { code, said } = await simulate(...options);
		expect([code, said]).toEqual([2, expect.stringContaining(says)]);
		expect(sent).toEqual([]);
	});

	it("shows a bar until the run ends, beside what --json prints", async () => {
		states = [RUN, { ...RUN, done: 57, running: 0, status: "completed", secondsLeft: 0 }];
		const { code, said } = await simulate("--run", "sm_1", "--wait", "--json");
		expect(code).toBe(0);
		expect(JSON.parse(said)).toMatchObject({ status: "completed" });
		expect(lines).toEqual([
			"[############............] 50 %  27 done, 8 running, 3 failed of 60  123456 tokens  0.12 USD  4 min left",
			"[########################] 100 %  57 done, 0 running, 3 failed of 60  123456 tokens  0.12 USD  completed",
			null,
		]);
	});

	it("ends with 1 if no participant could take part", async () => {
		states = [{ ...RUN, status: "failed" }];
		expect((await simulate("--run", "sm_1", "--wait")).code).toBe(1);
	});

	it("shows the prompts of a run and starts none", async () => {
		const prompt = { step: "judge/experience/1", entry: null, hash: "sha256:1", schema: null };
		const messages = [{ role: "system", text: "You sail." }];
		const person = { place: 0, twin: "pt_1", sample: 1, persona: "You sail.", personaHash: "sha256:2" };
		const shown = { ...person, failure: null, lacks: [], prompts: [{ ...prompt, messages }] };
		const lacking = { ...person, twin: "pt_2", failure: "profile_incomplete", lacks: ["profile.age"], prompts: [] };
		states = [{ of: 2, participants: [shown, lacking] }];
		const { said } = await simulate("--condition", "judge", "--model", "m", "--participants", "finished", "--preview");
		expect(sent.map(({ path }) => path)).toEqual(["/v1/studies/my-study/simulations/preview"]);
		expect(said).toContain("--- judge/experience/1 sha256:1\n[system]\nYou sail.");
		expect(said).toContain("Stands for pt_2. Persona sha256:2\nWould fail: profile_incomplete profile.age");
	});
});
