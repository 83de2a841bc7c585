import type { components } from "../../../clients/typescript/src/index.ts";
import { type Call, type Command, found, type Outcome, text } from "../command.ts";
import { pairs, table } from "../table.ts";
import { progressLine } from "./simulation-progress.ts";
import { SIMULATION_OPTIONS, simulationBody } from "./simulation-request.ts";

type Run = components["schemas"]["Simulation"];
type Prompts = components["schemas"]["SimulationPrompts"];

const EVERY_MS = 1_000;
const studyPath = ({ positionals: [study = ""] }: Call) => ({ path: { study } });
const ofRun = ({ positionals: [study = "", run = ""] }: Call) => ({ study, run });
const outcome = (state: Run): Outcome => ({ data: state, text: pairs(state), code: state.status === "failed" ? 1 : 0 });

const simulate: Command = {
	name: "simulate",
	summary: "Start a run of simulated participants, and show its state.",
	takes: ["<study>"],
	options: {
		...SIMULATION_OPTIONS,
		preview: { type: "boolean", means: "show the prompts that judge or converse would send, and start nothing" },
		run: { type: "string", means: "show this run instead of starting one" },
		wait: { type: "boolean", means: "wait until the run ends, with a progress bar" },
	},
	examples: [
		"crossover simulate my-study --participants 20 --wait",
		"crossover simulate my-study --participants 100 --prefer long=1 --noise 1 --position-bias 0.2 --drop-out 0.1 --wait",
		"crossover simulate my-study --participants 100 --policy policy.json --seed 7",
		"crossover simulate my-study --condition judge --model simulator --participants finished --preview",
		"crossover simulate my-study --run sm_… --wait",
	],
	async run(call) {
		const known = text(call.values, "run");
		if (call.values.preview) return preview(call);
		const { path } = studyPath(call);
		const run = known ?? (await started(call));
		for (;;) {
			const read = await call.api.GET("/v1/studies/{study}/simulations/{run}", { params: { path: { ...path, run } } });
			const state = found(read.data);
			const waits = call.values.wait && state.status === "running";
			if (call.values.wait) call.world.progress(progressLine(state));
			if (!waits) {
				if (call.values.wait) call.world.progress(null);
				return outcome(state);
			}
			await call.world.sleep(EVERY_MS);
		}
	},
};

async function started(call: Call): Promise<string> {
	const request = { params: studyPath(call), body: simulationBody(call) as never };
	return found((await call.api.POST("/v1/studies/{study}/simulations", request)).data).run;
}

async function preview(call: Call): Promise<Outcome> {
	const request = { params: studyPath(call), body: simulationBody(call) as never };
	const prompts: Prompts = found((await call.api.POST("/v1/studies/{study}/simulations/preview", request)).data);
	return { data: prompts, text: promptsText(prompts) };
}

const promptsText = ({ of, participants }: Prompts): string =>
	[
		`The first of ${of} participants. Nothing was sent to a model.`,
		...participants.map(({ twin, persona, personaHash, failure, lacks, prompts }) => {
			const who = `Stands for ${twin ?? "nobody"}. Persona ${personaHash ?? "–"}`;
			if (failure !== null) return `${who}\nWould fail: ${failure} ${lacks.join(", ")}`.trimEnd();
			const sent = prompts.map(
				({ step, entry, hash, messages }) =>
					`--- ${step}${entry === null ? "" : ` (${entry})`} ${hash}\n${messages.map(({ role, text: said }) => `[${role}]\n${said}`).join("\n")}`,
			);
			return [who, persona ?? "", ...sent].join("\n\n");
		}),
	].join("\n\n");

const simulations: Command = {
	name: "simulations",
	summary: "List a study's runs of simulated participants, the newest first.",
	takes: ["<study>"],
	options: {},
	examples: ["crossover simulations my-study"],
	async run(call) {
		const { data } = await call.api.GET("/v1/studies/{study}/simulations", { params: studyPath(call) });
		const runs = found(data).simulations;
		const head = ["run", "condition", "status", "done", "running", "failed", "of", "tokens", "cost", "seed", "started"];
		const rows = runs.map((each) => [
			...[each.run, each.condition, each.status, each.done, each.running, each.failed, each.of, each.tokens],
			...[each.cost, each.seed, each.startedAt],
		]);
		return { data: runs, text: table(head, rows) };
	},
};

const CONTROLS = {
	pause: "Pause a run after the steps that are being answered.",
	resume: "Go on with a paused run.",
	cancel: "End a run. Its participants stay where they are.",
} as const;

const control = (name: keyof typeof CONTROLS): Command => ({
	name: `simulations ${name}`,
	summary: CONTROLS[name],
	takes: ["<study>", "<run>"],
	options: { reason: { type: "string", means: "why; it stays in the audit" } },
	examples: [`crossover simulations ${name} my-study sm_… --reason "The budget is needed elsewhere."`],
	async run(call) {
		const reason = text(call.values, "reason");
		const params = { path: ofRun(call), query: { ...(reason && { reason }) } };
		return outcome(found((await call.api.POST(`/v1/studies/{study}/simulations/{run}/${name}`, { params })).data));
	},
});

export const SIMULATION_COMMANDS: readonly Command[] = [
	simulate,
	simulations,
	control("pause"),
	control("resume"),
	control("cancel"),
];
