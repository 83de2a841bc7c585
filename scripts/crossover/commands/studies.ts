import { parseDraft } from "../../../src/protocol/parse/parse.ts";
import { draftWarnings, protocolWarnings } from "../../../src/protocol/warnings/warnings.ts";
import { type Call, type Command, found, json, type Outcome, onePool, pool, text } from "../command.ts";
import { pairs, table } from "../table.ts";

/** The server checks the name. */
const poolOf = ({ values }: Call) => ({ pool: (text(values, "pool") ?? "live") as "live" });
const path = ({ positionals: [study = ""] }: Call) => ({ params: { path: { study } } });

type Fault = { readonly pointer: string; readonly detail: string };
export const faultLines = (faults: readonly Fault[]): string =>
	faults.map(({ pointer, detail }) => `${pointer || "(the whole)"}: ${detail}`).join("\n");

const validate: Command = {
	name: "validate",
	summary: "Check a protocol on this machine, as the server would. Exit code 1 if it has faults.",
	takes: ["<file>"],
	offline: true,
	options: {},
	examples: ["crossover validate seeds/two-minute.json"],
	async run({ world, positionals: [file = ""] }) {
		const { valid, errors, warnings } = validated(json(world, file));
		const said = [
			valid ? "The protocol is valid." : `The protocol has ${errors.length} fault(s):\n${faultLines(errors)}`,
			...(warnings.length > 0 ? [`Warnings:\n${faultLines(warnings)}`] : []),
		];
		return { data: { valid, errors, warnings }, text: said.join("\n\n"), code: valid ? 0 : 1 };
	},
};

/**
 * The answer of `POST /v1/studies/validate` without the warnings of that server: a file does not show whether a server
 * lacks a secret.
 */
function validated(input: unknown) {
	const parsed = parseDraft(input);
	const errors = parsed.ok ? [] : parsed.error;
	const warnings = parsed.ok ? [...draftWarnings(parsed.value), ...protocolWarnings(parsed.value)] : [];
	return { valid: parsed.ok, errors, warnings };
}

const studies: Command = {
	name: "studies",
	summary: "List all studies, the newest first.",
	takes: [],
	options: {},
	examples: ["crossover studies", "crossover studies --json"],
	async run({ api }) {
		const all: { slug: string; status: string; title: string; sessions: { active: number; completed: number } }[] = [];
		for (let after: string | undefined; ; ) {
			const page = found((await api.GET("/v1/studies", { params: { query: after ? { after } : {} } })).data);
			all.push(...page.studies);
			if (page.next === null) break;
			after = page.next;
		}
		const rows = all.map(({ slug, status, title, sessions }) => [
			slug,
			status,
			sessions.active,
			sessions.completed,
			title,
		]);
		return { data: all, text: table(["study", "status", "active", "completed", "title"], rows) };
	},
};

const show: Command = {
	name: "studies show",
	summary: "Show a study: status, hash, warnings and links.",
	takes: ["<study>"],
	options: {},
	examples: ["crossover studies show my-study", "crossover studies show my-study --json > study.json"],
	async run(call) {
		const { data } = await call.api.GET("/v1/studies/{study}", path(call));
		return shownStudy(found(data));
	},
};

type Study = { readonly warnings: readonly Fault[]; readonly links: Links } & Readonly<Record<string, unknown>>;

type Links = { readonly landing: Readonly<Record<string, string>> } & Readonly<Record<string, unknown>>;

function shownStudy(study: Study): Outcome {
	const { id, slug, title, status, protocolHash, openedAt, closedAt, unblindedAt, warnings, links } = study;
	const { landing, ...others } = links;
	const sources = Object.fromEntries(Object.entries(landing).map(([source, link]) => [`landing ${source}`, link]));
	const about = { slug, title, status, id, protocolHash, openedAt, closedAt, unblindedAt };
	const head = pairs({ ...about, ...others, ...sources });
	return { data: study, text: warnings.length > 0 ? `${head}\n\nWarnings:\n${faultLines(warnings)}` : head };
}

const create: Command = {
	name: "studies create",
	summary: "Create a draft from a protocol.",
	takes: ["<file>"],
	options: {},
	examples: ["crossover studies create protocol.json"],
	async run({ api, world, positionals: [file = ""] }) {
		const { data } = await api.POST("/v1/studies", { body: json(world, file) as never });
		return shownStudy(found(data));
	},
};

const replace: Command = {
	name: "studies replace",
	summary: "Replace the protocol of a draft.",
	takes: ["<study>", "<file>"],
	options: {},
	examples: ["crossover studies replace my-study protocol.json"],
	async run(call) {
		const body = json(call.world, call.positionals[1] ?? "") as never;
		return shownStudy(found((await call.api.PUT("/v1/studies/{study}", { ...path(call), body })).data));
	},
};

const copy: Command = {
	name: "studies copy",
	summary: "Copy a study's protocol into a new draft.",
	takes: ["<study>", "<new-slug>"],
	options: { title: { type: "string", means: "another title" } },
	examples: ["crossover studies copy my-study my-study-2"],
	async run(call) {
		const title = text(call.values, "title");
		const body = { slug: call.positionals[1] ?? "", ...(title && { title }) };
		return shownStudy(found((await call.api.POST("/v1/studies/{study}/copies", { ...path(call), body })).data));
	},
};

const remove: Command = {
	name: "studies delete",
	summary: "Delete a draft.",
	takes: ["<study>"],
	options: {},
	examples: ["crossover studies delete my-mistake"],
	async run(call) {
		await call.api.DELETE("/v1/studies/{study}", path(call));
		return { data: { deleted: call.positionals[0] }, text: "The draft is deleted." };
	},
};

const WHY = { reason: { type: "string", means: "why; it stays in the audit" } } as const;

function reasonOf(call: Call): { readonly reason?: string } {
	const reason = text(call.values, "reason");
	return reason ? { reason } : {};
}

const moved = (call: Call) => ({ params: { path: { study: call.positionals[0] ?? "" }, query: reasonOf(call) } });

const open: Command = {
	name: "open",
	summary: "Open a draft, or a paused study again.",
	takes: ["<study>"],
	options: { "accept-late-replies": { type: "boolean", means: "open although models do not keep the pace" }, ...WHY },
	examples: ["crossover open my-study"],
	async run(call) {
		const acceptLateReplies = call.values["accept-late-replies"] ? ("true" as const) : ("false" as const);
		const { study = "" } = { study: call.positionals[0] };
		const params = { path: { study }, query: { acceptLateReplies, ...reasonOf(call) } };
		return shownStudy(found((await call.api.POST("/v1/studies/{study}/open", { params })).data));
	},
};

const pause: Command = {
	name: "pause",
	summary: "Pause a study: it admits nobody until it opens again.",
	takes: ["<study>"],
	options: WHY,
	examples: ["crossover pause my-study", 'crossover pause my-study --reason "The model server is down."'],
	run: async (call) => shownStudy(found((await call.api.POST("/v1/studies/{study}/pause", moved(call))).data)),
};

const close: Command = {
	name: "close",
	summary: "Close a study: it admits nobody any more.",
	takes: ["<study>"],
	options: WHY,
	examples: ["crossover close my-study"],
	run: async (call) => shownStudy(found((await call.api.POST("/v1/studies/{study}/close", moved(call))).data)),
};

/** All outcomes after randomisation, so that each row adds up. */
const FLOW_COLUMNS = [
	...["sequence", "randomised", "in progress", "completed", "withdrawn", "expired"],
	...["failed checks", "study full"],
];

const flow: Command = {
	name: "flow",
	summary: "Show the participant flow, with CONSORT's terms.",
	takes: ["<study>"],
	options: { pool },
	examples: ["crossover flow my-study", "crossover flow my-study --pool simulated"],
	async run(call) {
		const query = poolOf(call);
		const { data } = await call.api.GET("/v1/studies/{study}/flow", { params: { ...path(call).params, query } });
		const { assessed, not_yet_randomised, excluded, randomised, sequences } = found(data);
		const head = pairs({ assessed, not_yet_randomised, excluded: excluded.total, randomised: randomised.total });
		const rows = [{ sequence: ["(all)"], ...randomised, randomised: randomised.total }, ...sequences].map((row) => [
			row.sequence.join(" "),
			row.randomised,
			row.in_progress,
			row.completed,
			row.withdrawn,
			row.expired,
			row.failed_checks,
			row.full_after,
		]);
		return {
			data,
			text: `${head}\n\n${table(FLOW_COLUMNS, rows)}`,
		};
	},
};

const balance: Command = {
	name: "balance",
	summary: "Show a pool's allocations by sequence and stratum, with a sample-ratio test.",
	takes: ["<study>"],
	options: { pool: onePool },
	examples: ["crossover balance my-study", "crossover balance my-study --pool simulated"],
	async run(call) {
		const { params } = path(call);
		const { data } = await call.api.GET("/v1/studies/{study}/balance", { params: { ...params, query: poolOf(call) } });
		const { pool: whose, sequences, sampleRatio } = found(data);
		const rows = sequences.map((row) => [
			row.sequence.join(" "),
			row.stratum,
			row.reserved,
			row.confirmed,
			row.released,
		]);
		const test = sampleRatio
			? `Sample ratio: chi-square ${sampleRatio.chiSquare.toFixed(2)}, df ${sampleRatio.df}, p ${sampleRatio.p.toPrecision(3)}`
			: `Sample ratio: no ${whose} participant holds a place yet.`;
		return { data, text: `${table(["sequence", "stratum", "reserved", "confirmed", "released"], rows)}\n\n${test}` };
	},
};

export const STUDY_COMMANDS: readonly Command[] = [
	...[validate, studies, show, create, replace, copy, remove, open, pause, close, flow, balance],
];
