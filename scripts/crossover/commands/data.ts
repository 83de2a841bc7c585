import { type Call, type Command, found, Misuse, needed, text } from "../command.ts";
import { pairs, table } from "../table.ts";

const studyPath = ({ positionals: [study = ""] }: Call) => ({ path: { study } });

const FORMATS = ["csv", "jsonl", "parquet"];

const exported: Command = {
	name: "export",
	summary: "Download one table, or everything as `all`.",
	takes: ["<study>", "<table>"],
	options: {
		format: { type: "string", means: "csv (default), jsonl or parquet" },
		pool: { type: "string", means: "live, pilot, simulated or all (default: an export leaves nothing out)" },
		output: { type: "string", means: "the file to write; by default <study>-<table>.<format>. - prints it" },
	},
	examples: ["crossover export my-study ratings --pool live", "crossover export my-study all --output my-study.zip"],
	async run(call) {
		const [study = "", name = ""] = call.positionals;
		const format = name === "all" ? "zip" : name === "datapackage" ? "json" : (text(call.values, "format") ?? "csv");
		if (name !== "all" && name !== "datapackage" && !FORMATS.includes(format))
			throw new Misuse(`--format is one of ${FORMATS.join(", ")}.`);
		const pool = text(call.values, "pool");
		const query = pool === undefined ? "" : `?pool=${encodeURIComponent(pool)}`;
		const file = `${encodeURIComponent(name)}.${format}`;
		const response = await call.download(`/v1/studies/${encodeURIComponent(study)}/exports/${file}${query}`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		const output = text(call.values, "output") ?? `${study}-${name}.${format}`;
		if (output === "-") return { data: new TextDecoder().decode(bytes), text: new TextDecoder().decode(bytes) };
		call.world.writeFile(output, bytes);
		return { data: { file: output, bytes: bytes.length }, text: `${output}: ${bytes.length} bytes` };
	},
};

const reconcile: Command = {
	name: "reconcile",
	summary: "Compare Prolific's submissions with the sessions here.",
	takes: ["<study>"],
	options: { output: { type: "string", means: "the file to write; by default the table is printed" } },
	examples: ["crossover reconcile my-study --output reconciliation.csv"],
	async run(call) {
		const [study = ""] = call.positionals;
		const response = await call.download(`/v1/studies/${encodeURIComponent(study)}/prolific/reconciliation.csv`);
		const csv = await response.text();
		const output = text(call.values, "output");
		if (output === undefined) return { data: { csv }, text: csv.trimEnd() };
		call.world.writeFile(output, new TextEncoder().encode(csv));
		return { data: { file: output }, text: `${output}: ${csv.trimEnd().split("\n").length - 1} rows` };
	},
};

const unblind: Command = {
	name: "unblind",
	summary: "Unblind a closed study, or one participant in an emergency. It cannot be undone.",
	takes: ["<study>"],
	options: {
		reason: { type: "string", means: "why, in 10 characters or more; it is recorded in a log that nobody can edit" },
		plan: { type: "string", means: "the version of the analysis plan" },
		session: { type: "string", means: "only this participant, in an emergency" },
		yes: { type: "boolean", means: "you have read what unblinding does" },
	},
	examples: ['crossover unblind my-study --reason "The analysis plan is registered." --plan v2 --yes'],
	async run(call) {
		if (!call.values.yes) throw new Misuse("Unblinding cannot be undone. Add --yes if you mean it.");
		const [plan, session] = [text(call.values, "plan"), text(call.values, "session")];
		const body = {
			reason: needed(call.values, "reason"),
			...(plan && { analysisPlan: plan }),
			scope: session ? ("participant" as const) : ("study" as const),
			...(session && { session }),
		};
		const { data } = await call.api.POST("/v1/studies/{study}/unblind", { params: studyPath(call), body });
		const { arms, participant, opened, warnings } = found(data);
		const rows = (arms ?? []).map(({ label, arm, pool }) => [label, arm, pool]);
		const said = arms ? table(["label", "arm", "pool"], rows) : JSON.stringify(participant, null, 2);
		return { data, text: [said, ...(opened ? [openedText(opened)] : []), ...warnings].join("\n\n") };
	},
};

type Opened = { readonly rows: number; readonly unreadable: number; readonly complete: boolean };

const openedText = ({ rows, unreadable, complete }: Opened): string =>
	pairs({
		"rows opened": rows,
		"rows that do not open": unreadable,
		complete: complete ? "yes" : "no: run the same command again, until it says yes",
	});

export const DATA_COMMANDS: readonly Command[] = [exported, unblind, reconcile];
