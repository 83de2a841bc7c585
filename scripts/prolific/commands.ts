import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type DraftOptions, draftOf, workerStudy } from "./draft.ts";
import { type Crossover, type Deps, fromWorker, prolificOf } from "./places.ts";
import { ProlificError } from "./prolific-error.ts";

const made = z.looseObject({ id: z.string() });

/** Makes an unpublished study. Its owner looks at it on Prolific, and publishes it there. */
export async function makeDraft(deps: Deps, where: Crossover, options: DraftOptions, dryRun: boolean): Promise<void> {
	const study = workerStudy.parse(JSON.parse(await fromWorker(deps, where, "")));
	const draft = draftOf(study, options);
	if (dryRun) return deps.print(JSON.stringify(draft, null, 2));
	const { id } = await prolificOf(deps)("/studies/", made, { method: "POST", json: draft });
	deps.print(
		`Made the draft ${id}. Look at it, and publish it there:\nhttps://app.prolific.com/researcher/workspaces/studies/${id}`,
	);
}

export type GroupOptions = {
	readonly name: string;
	readonly project: string;
	/** A file with an id in each line. */
	readonly file?: string | undefined;
	/** Who completed a study here. */
	readonly completed?: Crossover | undefined;
};

/** Prolific takes some hundred ids in one request. */
const IDS_A_REQUEST = 200;

export async function makeGroup(deps: Deps, { name, project, file, completed }: GroupOptions): Promise<void> {
	const ids = [
		...new Set([...(file ? idsIn(deps.readFile(file)) : []), ...(completed ? await completedIn(deps, completed) : [])]),
	];
	const call = prolificOf(deps);
	const group = await call("/participant-groups/", made, { method: "POST", json: { name, project_id: project } });
	for (const some of chunked(ids)) {
		const json = { participant_ids: some };
		await call(`/participant-groups/${encodeURIComponent(group.id)}/participants/`, z.unknown(), {
			method: "POST",
			json,
		});
	}
	deps.print(`Made the group ${group.id} with ${ids.length} participants. Use it in a draft: --group ${group.id}`);
}

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
	return rows.flatMap(({ exit, participant, submission, findings = "" }) =>
		exit === "completed" && participant && submission && !findings.includes("not_there") ? [participant] : [],
	);
}

const chunked = (ids: readonly string[]): string[][] =>
	Array.from({ length: Math.ceil(ids.length / IDS_A_REQUEST) }, (_, n) =>
		ids.slice(n * IDS_A_REQUEST, (n + 1) * IDS_A_REQUEST),
	);

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
	const { id } = await call("/hooks/subscriptions/", made, { method: "POST", json });
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
		const { id } = await call("/submissions/bonus-payments/", made, { method: "POST", json });
		// Prolific pays again each time that this is sent, so it is sent once and never repeated.
		await call(`/bulk-bonus-payments/${encodeURIComponent(id)}/pay/`, z.unknown(), { method: "POST", json: {} });
		deps.print(`Paid ${some.length} bonuses (payment ${id}).`);
	}
}
