import { labelLines } from "../../../src/judging/judgement-labels/label-rows.ts";
import { rowsFrom } from "../../measures/texts-from.ts";
import { type Call, type Command, found, list, Misuse, needed, numberOf, onePool, text } from "../command.ts";
import { pairs, table } from "../table.ts";

const studyPath = ({ positionals: [study = ""] }: Call) => ({ path: { study } });
const rubric = {
	type: "string",
	means: "such as sycophancy/1, relationship-seeking/1, topics/1 or sycophancy-pair/1",
} as const;
const seed = { type: "string", means: "a number; 1 by default" } as const;

const judge: Command = {
	name: "judge",
	summary: "Have judge models judge a study's texts, and show the progress.",
	takes: ["<study>"],
	options: {
		rubric,
		judge: {
			type: "string",
			multiple: true,
			means: "a name in the protocol's models, or a file with a model; may be repeated",
		},
		repeats: { type: "string", means: "how often each judge judges each text; 1 by default" },
		pool: onePool,
		units: { type: "string", means: "only a random part of so many texts" },
		seed,
		tokens: { type: "string", means: "stop after so many tokens" },
		cost: { type: "string", means: "stop at this cost, by the judges' prices" },
		"dry-run": { type: "boolean", means: "say what it costs at most, and start nothing" },
		batch: { type: "string", means: "show this batch instead of starting one" },
		control: { type: "string", means: "with --batch: pause, resume or cancel it" },
		wait: { type: "boolean", means: "wait until the batch ends" },
	},
	examples: [
		"crossover judge my-study --rubric sycophancy/1 --judge my-judge --dry-run",
		"crossover judge my-study --rubric sycophancy/1 --judge my-judge --judge other.json --cost 5 --wait",
		"crossover judge my-study --batch jb_… --control pause",
	],
	async run(call) {
		const { path } = studyPath(call);
		if (call.values["dry-run"]) return estimated(call);
		const batch = text(call.values, "batch") ?? (await started(call));
		await controlled(call, batch);
		let shown = -1;
		for (;;) {
			const read = await call.api.GET("/v1/studies/{study}/judgements/{batch}", {
				params: { path: { ...path, batch } },
			});
			const state = found(read.data);
			if (!call.values.wait || state.status !== "running") return { data: state, text: stateText(state) };
			if (state.done !== shown) call.world.warn(progressText(state));
			shown = state.done;
			await call.world.sleep(2_000);
		}
	},
};

type State = {
	readonly batch: string;
	readonly status: string;
	readonly done: number;
	readonly of: number;
	readonly tokens: number;
	readonly cost: number;
	readonly secondsLeft: number | null;
	readonly judges: readonly {
		readonly judge: string;
		readonly planned: number;
		readonly judged: number;
		readonly missing: number;
		readonly known: number;
		readonly gone: number;
		readonly failed: number;
	}[];
};

const progressText = ({ done, of, tokens, secondsLeft }: State): string =>
	`${done} of ${of} judged, ${tokens} tokens${secondsLeft === null ? "" : `, about ${secondsLeft} s left`}`;

function stateText({ judges, ...state }: State): string {
	const rows = judges.map((one) => [one.judge, one.planned, one.judged, one.missing, one.known, one.gone, one.failed]);
	return [pairs(state), table(["judge", "planned", "judged", "missing", "known", "gone", "failed"], rows)].join("\n\n");
}

async function controlled(call: Call, batch: string): Promise<void> {
	const control = text(call.values, "control");
	if (control === undefined) return;
	const params = { params: { path: { ...studyPath(call).path, batch } } };
	if (control === "pause") await call.api.POST("/v1/studies/{study}/judgements/{batch}/pause", params);
	else if (control === "resume") await call.api.POST("/v1/studies/{study}/judgements/{batch}/resume", params);
	else if (control === "cancel") await call.api.POST("/v1/studies/{study}/judgements/{batch}/cancel", params);
	else throw new Misuse("--control is pause, resume or cancel.");
}

function bodyOf(call: Call) {
	const { values } = call;
	const judges = list(values, "judge");
	if (judges.length === 0) throw new Misuse("Give --judge: a name in the protocol's models, or a file with a model.");
	const [tokens, cost] = [numberOf(values, "tokens"), numberOf(values, "cost")];
	const [repeats, units, from] = [numberOf(values, "repeats"), numberOf(values, "units"), numberOf(values, "seed")];
	return {
		rubric: needed(values, "rubric"),
		judges: judges.map((name) => (name.endsWith(".json") ? declared(call, name) : name)),
		budget: { ...(tokens !== undefined && { tokens }), ...(cost !== undefined && { cost }) },
		...(text(values, "pool") !== undefined && { pool: text(values, "pool") }),
		...(repeats !== undefined && { repeats }),
		...(units !== undefined && { units }),
		...(from !== undefined && { seed: from }),
	};
}

/** A judge that is not in the protocol: its declaration as in `models`, named after its file. */
function declared({ world }: Call, file: string) {
	try {
		const name = (file.split("/").at(-1) ?? file).replace(/\.json$/, "");
		return { name, model: JSON.parse(world.readText(file)) };
	} catch {
		throw new Misuse(`${file} is no file with the JSON of a model.`);
	}
}

const started = async (call: Call): Promise<string> =>
	found(
		(await call.api.POST("/v1/studies/{study}/judgements", { params: studyPath(call), body: bodyOf(call) as never }))
			.data,
	).batch;

async function estimated(call: Call) {
	const asked = { params: studyPath(call), body: bodyOf(call) as never };
	const data = found((await call.api.POST("/v1/studies/{study}/judgements/estimate", asked)).data);
	const rows = data.judges.map((one) => [
		...[one.judge, one.judgements, one.inputTokens, one.outputTokens, one.cost, one.mostCost, one.currency],
	]);
	const { judges: _, ...rest } = data;
	const head = ["judge", "judgements", "input tokens", "output tokens", "cost", "most cost", "currency"];
	return { data, text: [pairs(rest), table(head, rows)].join("\n\n") };
}

const textsToLabel: Command = {
	name: "labels texts",
	summary: "Write a random part of the texts as CSV, for people to judge.",
	takes: ["<study>"],
	options: {
		rubric,
		pool: onePool,
		units: { type: "string", means: "how many texts; 100 by default, at most 500" },
		seed,
		output: { type: "string", means: "the file to write; by default <study>-texts.csv. - prints it" },
	},
	examples: ["crossover labels texts my-study --rubric sycophancy/1 --units 60"],
	async run(call) {
		const [study = ""] = call.positionals;
		const [units, from] = [numberOf(call.values, "units"), numberOf(call.values, "seed")];
		const query = {
			rubric: needed(call.values, "rubric"),
			...(text(call.values, "pool") !== undefined && { pool: text(call.values, "pool") }),
			...(units !== undefined && { units }),
			...(from !== undefined && { seed: from }),
		};
		const params = { ...studyPath(call), query: query as never };
		const data = found((await call.api.GET("/v1/studies/{study}/judgement-labels/texts", { params })).data);
		const rows = data.units.flatMap(({ unit, conversation, texts }) =>
			data.items.map(({ item }) => [unit, item, "", "", conversation.map(spoken).join("\n"), texts.join("\n---\n")]),
		);
		const csv = [["unit", "item", "labeller", "value", "conversation", "text"], ...rows].map(csvLine).join("");
		const output = text(call.values, "output") ?? `${study}-texts.csv`;
		if (output === "-") return { data, text: csv.trimEnd() };
		call.world.writeFile(output, new TextEncoder().encode(csv));
		return {
			data: { file: output, units: data.units.length },
			text: `${output}: ${data.units.length} of ${data.of} texts`,
		};
	},
};

const spoken = ({ role, text: said }: { readonly role: string; readonly text: string }): string => `${role}: ${said}`;

/** A text that a spreadsheet would calculate gets an apostrophe, as in the exports. */
const csvLine = (cells: readonly string[]): string =>
	`${cells.map((cell) => `"${cell.replace(/^([=+\-@\t\r])/, "'$1").replaceAll('"', '""')}"`).join(",")}\r\n`;

const loadLabels: Command = {
	name: "labels load",
	summary: "Load what people judged, from CSV or JSON Lines with unit, item, labeller and value.",
	takes: ["<study>", "<file>"],
	options: { rubric },
	examples: ["crossover labels load my-study labels.csv --rubric sycophancy/1"],
	async run(call) {
		const [, file = ""] = call.positionals;
		const lines = linesOf(call, file);
		const params = { ...studyPath(call), query: { rubric: needed(call.values, "rubric") as never } };
		const sent = await call.api.POST("/v1/studies/{study}/judgement-labels", {
			params,
			body: lines,
			bodySerializer: (body) => body,
			headers: { "Content-Type": "application/x-ndjson" },
		});
		const data = found(sent.data);
		return { data, text: pairs({ ...data, labellers: data.labellers.join(", ") }) };
	},
};

/** Rows without a labeller and a value are texts that nobody has judged yet: they are left out. */
function linesOf({ world }: Call, file: string): string {
	let content: string;
	try {
		content = world.readText(file);
	} catch {
		throw new Misuse(`The file ${file} cannot be read.`);
	}
	const rows = file.endsWith(".csv") ? rowsFrom(content, file) : labelLines(content);
	if (!rows.ok) throw new Misuse(`${file}: ${rows.error}`);
	const given = rows.value.filter(({ labeller = "", value = "" }) => labeller !== "" || value !== "");
	if (given.length === 0) throw new Misuse(`${file} has no row with a labeller and a value.`);
	return given
		.map(({ unit, item, labeller, value }) => `${JSON.stringify({ unit, item, labeller, value })}\n`)
		.join("");
}

export const JUDGING_COMMANDS: readonly Command[] = [judge, textsToLabel, loadLabels];
