import { parseNpmArgs } from "../npm-options.ts";
import { extendGroup, type Members, makeDraft, makeHookSecret, newGroup, payBonuses, subscribe } from "./commands.ts";
import { type Crossover, type Deps, fromWorker } from "./places.ts";

export const USAGE = `Prepares and settles a study on Prolific.

    CROSSOVER_KEY=xo_… PROLIFIC_API_TOKEN=… npm run -s prolific -- <command> --api URL --study ID …

draft --reward PENCE      makes an unpublished study on Prolific with the link and the codes of the study
  --places N --minutes N  otherwise the quota and the duration of the protocol
  --name T --description T --project ID
  --group ID              only members of this participant group may take part (repeat it for several)
  --with ID               only people who took part in this study on Prolific (repeat it for several)
  --without ID            not people who took part in this study on Prolific (repeat it for several)
  --join ID               who completes joins this participant group
  --dry-run               shows what would be sent, and sends nothing; also for a Worker on this machine
group --name T --workspace ID   makes a participant group: of all who completed --study, of the ids in a file, or an empty one
  --file FILE             an id in each line, instead of --study
  --project ID            instead of --workspace, where groups belong to projects
extend --group ID         adds to a participant group: all who completed --study, or the ids in a file (--file)
secret --workspace ID     makes the secret that signs Prolific's webhooks, and shows it once
subscribe --workspace ID  has Prolific tell the Worker when a submission changes its status
reconcile                 writes the comparison of submissions and sessions, as CSV
bonuses --formula F --prolific-study ID   shows what the bonuses add up to
  --pay                   pays them, once

--api URL is where the Worker is. --study ID is the study's slug. CROSSOVER_KEY needs the scopes studies:read and data:read.`;

const text = { type: "string" } as const;
const many = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
	...{
		api: text,
		study: text,
		reward: text,
		places: text,
		minutes: text,
		name: text,
		description: text,
		project: text,
	},
	...{ group: many, without: many, with: many, join: text, "dry-run": flag, file: text, workspace: text, help: flag },
	...{ formula: text, "prolific-study": text, pay: flag },
};

type Values = ReturnType<typeof parseNpmArgs<{ options: typeof OPTIONS; allowPositionals: true }>>["values"];

/** Null if the command ran, otherwise the fault of its arguments. */
export async function command(args: readonly string[], deps: Deps): Promise<string | null> {
	const read = readArgs(args);
	if (typeof read === "string") return read;
	const { verb, values } = read;
	if (values.help || verb === undefined) {
		deps.print(USAGE);
		return null;
	}
	const where =
		values.api !== undefined && values.study !== undefined ? { api: values.api, study: values.study } : null;
	switch (verb) {
		case "draft":
			return where ? draft(deps, where, values) : NEEDS_PLACE;
		case "group":
			return group(deps, where, values);
		case "extend":
			return extend(deps, where, values);
		case "secret":
			if (!values.workspace) return "Name the workspace with --workspace.";
			await makeHookSecret(deps, values.workspace);
			return null;
		case "subscribe":
			if (!where || !values.workspace) return `${NEEDS_PLACE} Name the workspace with --workspace.`;
			await subscribe(deps, where, values.workspace);
			return null;
		case "reconcile":
			if (!where) return NEEDS_PLACE;
			deps.print((await fromWorker(deps, where, "/prolific/reconciliation.csv")).trimEnd());
			return null;
		case "bonuses":
			return where ? bonuses(deps, where, values) : NEEDS_PLACE;
		default:
			return `There is no command ${verb}.`;
	}
}

const NEEDS_PLACE = "Say where the Worker is with --api, and which study with --study.";

function readArgs(args: readonly string[]): { verb: string | undefined; values: Values } | string {
	try {
		const { values, positionals } = parseNpmArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
		return positionals.length > 1
			? `Give one command, not ${positionals.join(" and ")}.`
			: { verb: positionals[0], values };
	} catch (error) {
		return error instanceof Error ? error.message : "The arguments cannot be read.";
	}
}

async function draft(deps: Deps, where: Crossover, values: Values): Promise<string | null> {
	const [reward, places, minutes] = [values.reward, values.places, values.minutes].map(wholeNumber);
	if (typeof reward !== "number") return "Say what a participant is paid with --reward, in whole pence or cents.";
	if (places === null || minutes === null) return "--places and --minutes are whole numbers.";
	const { name, description, project, join: joinGroup, group: groups } = values;
	const { with: withStudies, without: withoutStudies } = values;
	const audience = { groups, withStudies, withoutStudies, joinGroup };
	const options = { reward, places, minutes, name, description, project, ...audience };
	await makeDraft(deps, where, options, values["dry-run"] ?? false);
	return null;
}

async function group(deps: Deps, where: Crossover | null, values: Values): Promise<string | null> {
	const { name, project, workspace } = values;
	const place = workspace ? { workspace_id: workspace } : project ? { project_id: project } : null;
	if (!name || !place || (workspace && project))
		return "Give the group a --name, and the --workspace on Prolific to which it belongs (or the --project).";
	await newGroup(deps, { name, place }, membersOf(where, values));
	return null;
}

async function extend(deps: Deps, where: Crossover | null, values: Values): Promise<string | null> {
	const [id, ...more] = values.group ?? [];
	const who = membersOf(where, values);
	if (!id || more.length > 0 || (!who.file && !who.completed))
		return "Name one --group, and whom to add: --study with --api, or the ids in a --file.";
	await extendGroup(deps, id, who);
	return null;
}

/** A file replaces the list of participants who completed. */
const membersOf = (where: Crossover | null, { file }: Values): Members =>
	file ? { file } : { completed: where ?? undefined };

async function bonuses(deps: Deps, where: Crossover, values: Values): Promise<string | null> {
	const { formula, "prolific-study": prolificStudy, pay = false } = values;
	if (!formula || !prolificStudy)
		return "Give the --formula, and the id of the study on Prolific with --prolific-study.";
	await payBonuses(deps, where, { formula, prolificStudy, pay });
	return null;
}

/** Undefined if it is not given, null if it is no whole number above zero. */
function wholeNumber(given: string | undefined): number | null | undefined {
	if (given === undefined) return undefined;
	return /^[1-9]\d{0,6}$/.test(given) ? Number(given) : null;
}
