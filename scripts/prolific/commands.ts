import { parse } from "csv-parse/sync";
import { z } from "zod";
import { createdResponse } from "../../src/recruitment/prolific/api/created-response.ts";
import { isPublicLink } from "../../src/recruitment/prolific/draft/draft.ts";
import type { DraftOptions } from "../../src/recruitment/prolific/draft/draft-schema.ts";
import {
	addToGroup,
	type Grouped,
	type GroupFailure,
	type GroupPlace,
	makeGroup,
	whoCompleted,
} from "../../src/recruitment/prolific/groups/groups.ts";
import type { Result } from "../../src/shared/result.ts";
import { draftFor, workerStudy } from "./draft.ts";
import { apiOf, type Crossover, type Deps, fromWorker, prolificOf, sentenceOf } from "./places.ts";
import { ProlificError } from "./prolific-error.ts";

/** Creates an unpublished study. Its owner checks and publishes it on Prolific. */
export async function makeDraft(deps: Deps, where: Crossover, options: DraftOptions, dryRun: boolean): Promise<void> {
	const draft = draftFor(workerStudy.parse(JSON.parse(await fromWorker(deps, where, ""))), options);
	const address = draft.external_study_url.split("?")[0];
	const isPublic = isPublicLink(draft);
	if (dryRun) {
		if (!isPublic)
			deps.warn(`Participants cannot reach ${address}. For the draft itself, use --api with the deployed Worker.`);
		return deps.print(JSON.stringify(draft, null, 2));
	}
	if (!isPublic)
		throw new ProlificError(
			`Prolific needs an https address on the internet, and the study is at ${address}. Use --api with the deployed Worker, or look at the draft with --dry-run.`,
		);
	const { id } = await prolificOf(deps)("/studies/", createdResponse, { method: "POST", json: draft });
	deps.print(
		`Made the draft ${id}. Look at it, and publish it there:\nhttps://app.prolific.com/researcher/workspaces/studies/${id}`,
	);
}

export type Members = {
	/** A file with an id in each line. */
	readonly file?: string | undefined;
	/** The study whose finished participants are meant. */
	readonly completed?: Crossover | undefined;
};

export async function newGroup(deps: Deps, group: { name: string; place: GroupPlace }, who: Members): Promise<void> {
	const { id, added } = settled(await makeGroup(apiOf(deps), group, await idsOf(deps, who)));
	deps.print(`Made the group ${id} with ${added} participants. Use it in a draft: --group ${id}`);
}

export async function extendGroup(deps: Deps, group: string, who: Members): Promise<void> {
	const { added } = settled(await addToGroup(apiOf(deps), group, await idsOf(deps, who)));
	deps.print(`The group ${group} has these ${added} participants now, beside those from before.`);
}

function settled(result: Result<Grouped, GroupFailure>): Grouped {
	if (result.ok) return result.value;
	const { failure, group, added } = result.error;
	const after =
		group === null
			? ""
			: `\nThe group ${group} has ${added} of the participants. Add the others: extend --group ${group}`;
	throw new ProlificError(sentenceOf(failure) + after);
}

const idsOf = async (deps: Deps, { file, completed }: Members): Promise<string[]> => [
	...(file ? idsIn(deps.readFile(file)) : []),
	...(completed ? await completedIn(deps, completed) : []),
];

function idsIn(text: string): string[] {
	const ids = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	const wrong = ids.find((id) => !/^[0-9a-f]{24}$/.test(id));
	if (wrong !== undefined)
		throw new ProlificError(`"${wrong.slice(0, 40)}" is not an id of Prolific: 24 hexadecimal digits, one id a line.`);
	return ids;
}

async function completedIn(deps: Deps, where: Crossover): Promise<string[]> {
	const rows: Record<string, string>[] = parse(await fromWorker(deps, where, "/prolific/reconciliation.csv"), {
		columns: true,
	});
	return whoCompleted(
		rows.map(({ participant = "", submission = "", exit = "", findings = "" }) => ({
			...{ participant, submission, exit },
			findings: findings.split(" "),
		})),
	);
}

const confirmation = z.looseObject({ is_enabled: z.boolean().optional() });

/** Subscribes the study's webhook, and confirms the subscription as Prolific asks. */
export async function subscribe(deps: Deps, { api, study }: Crossover, workspace: string): Promise<void> {
	const target = `${api.replace(/\/+$/, "")}/v1/prolific/${encodeURIComponent(study)}/webhook`;
	if (!target.startsWith("https://"))
		throw new ProlificError("Prolific calls only https addresses: use --api with the deployed Worker.");
	let secret: string | null = null;
	const listening: Deps = {
		...deps,
		fetch: async (url, init) => {
			const response = await deps.fetch(url, init);
			secret = response.headers.get("X-Hook-Secret") ?? secret;
			return response;
		},
	};
	const json = { workspace_id: workspace, event_type: "submission.status.change", target_url: target };
	const call = prolificOf(listening);
	const { id } = await call("/hooks/subscriptions/", createdResponse, { method: "POST", json });
	if (secret === null)
		throw new ProlificError(`Prolific made the subscription ${id}, and sent no secret to confirm it.`);
	await call(`/hooks/subscriptions/${encodeURIComponent(id)}/`, confirmation, { method: "POST", json: { secret } });
	deps.print(`Prolific will tell ${target} of each submission's status.`);
}

const hookSecret = z.looseObject({ value: z.string() });

/** The workspace's new secret, for the Worker. It replaces an earlier one. */
export async function makeHookSecret(deps: Deps, workspace: string): Promise<void> {
	const { value } = await prolificOf(deps)("/hooks/secrets/", hookSecret, {
		method: "POST",
		json: { workspace_id: workspace },
	});
	deps.print(value);
}

/** Prolific takes some hundred bonuses in one request. */
const BONUSES_PER_REQUEST = 200;

const chunked = (lines: readonly string[]): string[][] =>
	Array.from({ length: Math.ceil(lines.length / BONUSES_PER_REQUEST) }, (_, n) =>
		lines.slice(n * BONUSES_PER_REQUEST, (n + 1) * BONUSES_PER_REQUEST),
	);

export type BonusOptions = { readonly formula: string; readonly prolificStudy: string; readonly pay: boolean };

const preview = z.object({
	participants: z.number(),
	total: z.string(),
	least: z.string().nullable(),
	most: z.string().nullable(),
	zero: z.number(),
	without: z.number(),
});

/** Shows the totals. With `pay`, sets the payments up and pays each of them once. */
export async function payBonuses(
	deps: Deps,
	where: Crossover,
	{ formula, prolificStudy, pay }: BonusOptions,
): Promise<void> {
	const query = `?${new URLSearchParams({ formula })}`;
	const totals = preview.parse(JSON.parse(await fromWorker(deps, where, `/prolific/bonuses${query}`)));
	deps.print(
		`${totals.participants} bonuses, ${totals.total} in all, from ${totals.least ?? "0.00"} to ${totals.most ?? "0.00"}. ${totals.zero} participants get nothing; ${totals.without} have no amount, because an answer is missing.`,
	);
	if (!pay) return deps.print("Nothing was paid. Pay with --pay.");
	const lines = (await fromWorker(deps, where, `/prolific/bonuses.csv${query}`))
		.split("\n")
		.filter((line) => line !== "");
	const call = prolificOf(deps);
	for (const some of chunked(lines)) {
		const json = { study_id: prolificStudy, csv_bonuses: some.join("\n") };
		const { id } = await call("/submissions/bonus-payments/", createdResponse, { method: "POST", json });
		// Prolific pays again each time that this is sent, so it is sent once and never repeated.
		await call(`/bulk-bonus-payments/${encodeURIComponent(id)}/pay/`, z.unknown(), { method: "POST", json: {} });
		deps.print(`Paid ${some.length} bonuses (payment ${id}).`);
	}
}
