import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";

const SOURCE = readFileSync("clients/jspsych/plugin-crossover.js", "utf8");
const URL_OF_SESSION = "https://your-worker.example/s/se_1?preview#token";

type Message = { origin: string; source: unknown; data: unknown };
type Hear = (message: Message) => void;

/** What the plugin needs of a page. */
function page() {
	const heard = new Set<Hear>();
	const frame = { title: "", src: "", style: { cssText: "", height: "" }, contentWindow: {} };
	let now = 1000;
	const view = {
		performance: { now: () => now },
		addEventListener: (_: string, hear: Hear) => heard.add(hear),
		removeEventListener: (_: string, hear: Hear) => heard.delete(hear),
	};
	const children: unknown[] = [];
	const display = {
		ownerDocument: { createElement: () => frame, defaultView: view },
		replaceChildren: (...shown: unknown[]) => void children.splice(0, children.length, ...shown),
	};
	const say = (data: unknown, over: Partial<Message> = {}) => {
		now += 500;
		const message = { origin: "https://your-worker.example", source: frame.contentWindow, data, ...over };
		for (const hear of [...heard]) hear(message);
	};
	return { display, frame, children, heard, say };
}

const ParameterType = { STRING: "STRING", INT: "INT" };
const Plugin = new Function("jsPsychModule", `${SOURCE}\nreturn jsPsychCrossover;`)({ ParameterType });

describe("the jsPsych plugin", () => {
	let scene: ReturnType<typeof page>;
	let finished: unknown[];
	beforeEach(() => {
		scene = page();
		finished = [];
		const jsPsych = { finishTrial: (data: unknown) => void finished.push(data) };
		new Plugin(jsPsych).trial(scene.display, { url: URL_OF_SESSION, height: 600 });
	});

	it("shows the session in a frame, as embedded, with its token", () => {
		expect(scene.children).toEqual([scene.frame]);
		expect(scene.frame.src).toBe("https://your-worker.example/s/se_1?preview=&embed=1#token");
		expect(Plugin.info.name).toBe("crossover");
	});

	it("sets the height that the app reports, and continues", () => {
		scene.say({ source: "crossover", type: "resize", height: 812, session: "se_1", detail: null });
		expect(scene.frame.style.height).toBe("812px");
		expect(finished).toEqual([]);
	});

	it("ends the trial with the session and how it ended, once", () => {
		const completed = { source: "crossover", type: "completed", height: 400, session: "se_1", detail: "completed" };
		scene.say(completed);
		scene.say(completed);
		expect(finished).toEqual([{ session: "se_1", status: "completed", rt: 500 }]);
		expect(scene.children).toEqual([]);
		expect(scene.heard.size).toBe(0);
	});

	it("ends the trial if the session cannot be shown", () => {
		scene.say({ source: "crossover", type: "error", height: 100, session: "se_1", detail: "not_found" });
		expect(finished).toMatchObject([{ status: "error" }]);
	});

	it.each([
		["another origin", { origin: "https://evil.example" }],
		["another window", { source: {} }],
	])("ignores messages of %s", (_, over) => {
		scene.say({ source: "crossover", type: "completed", height: 1, session: "se_1", detail: "completed" }, over);
		scene.say({ source: "other" });
		expect(finished).toEqual([]);
	});
});
