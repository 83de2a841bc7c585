import { expect, it } from "vitest";
import { main } from "../../scripts/crossover/main.ts";

/** Three calls of a study with 120 sessions. */
const PAGES = [
	{ sessions: 100, next: "se_100" },
	{ sessions: 20, next: "se_120" },
	{ sessions: 0, next: null },
];

async function rebuild(...options: string[]) {
	const [printed, shown, sent, pages] = [[] as string[], [] as (string | null)[], [] as unknown[], [...PAGES]];
	const code = await main(["rebuild", "my-study", ...options], {
		environment: { CROSSOVER_KEY: "xo_key", CROSSOVER_API: "http://api.test" },
		fetch: async (input, init) => {
			const request = new Request(input, init);
			sent.push([new URL(request.url).pathname, await request.json()]);
			return Response.json(pages.shift());
		},
		sleep: async () => {},
		readText: () => "",
		writeFile: () => {},
		print: (text) => void printed.push(text),
		warn: (text) => void printed.push(text),
		progress: (line) => void shown.push(line),
	});
	return { code, sent, shown, printed: printed.join("\n") };
}

it("calls until no session is left, and says how far it is", async () => {
	const path = "/v1/studies/my-study/rebuild";
	const { code, sent, shown, printed } = await rebuild();
	expect(sent).toEqual(["", "se_100", "se_120"].map((after) => [path, { after }]));
	expect(shown).toEqual(["100 sessions", "120 sessions", null]);
	expect([code, printed]).toEqual([0, "120 sessions write their rows again, within seconds."]);
});

it("prints one JSON object with --json", async () => {
	const { printed } = await rebuild("--json");
	expect(JSON.parse(printed)).toEqual({ study: "my-study", sessions: 120 });
});
