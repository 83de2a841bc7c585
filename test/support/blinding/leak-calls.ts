import { TABLES } from "../../../src/export/catalogue.ts";
import type { Operation } from "../http/operations.ts";
import type { Participant } from "../http/participant.ts";
import { type fetchWorker, KEY } from "../http/worker.ts";
import { ARM_IDS } from "../protocols/small-study.ts";

/** Existing values for each path parameter; some have several. */
type Fillers = Readonly<Record<string, readonly string[]>>;
export const fillersOf = (slug: string, { session, view }: Participant): Fillers => ({
	study: [slug],
	session: [session],
	step: [view.step?.id ?? "none"],
	file: TABLES.flatMap(({ name }) => [`${name}.jsonl`, `${name}.csv`, `${name}.parquet`]),
	participant: ["somebody"],
	adapter: ["none"],
	webhook: ["wh_none"],
	source: ["test"],
	group: ["none"],
	delivery: ["dl_none"],
	run: ["sm_none"],
	batch: ["jb_none"],
	key: ["ak_none"],
	code: ["internal", "study_state"],
});

export function filled(template: string, fillers: Fillers): string[] {
	const name = /\{(\w+)\}/.exec(template)?.[1];
	if (!name) return [template];
	const values = fillers[name];
	if (!values) throw new Error(`the leak scan does not know what {${name}} stands for: tell it in fillersOf`);
	return values.flatMap((value) => filled(template.replace(`{${name}}`, value), fillers));
}

/** Valid bodies for routes whose responses contain more when they succeed. Unblinding is not among them. */
const BODIES: Readonly<Record<string, readonly unknown[]>> = {
	"POST /v1/studies/{study}/sessions": [{ participant: { id: "first", source: "test" } }],
	"POST /v1/studies/{study}/rebuild": [{}],
	"POST /v1/studies/{study}/endpoints": [{ reason: "The server was moved." }],
	"POST /v1/studies/{study}/prolific/drafts": [{ reward: 450, places: 4, minutes: 20, dryRun: true }],
	"POST /v1/studies/{study}/dashboard-links": [{ sessions: false }, { sessions: true }],
	"POST /v1/dashboard/sign-in": [{ key: KEY }, { link: "a.b.c" }],
	"POST /v1/keys": [{ name: "another", scopes: ["data:read"] }],
	"POST /v1/studies/{study}/unblind": [{ reason: "short" }, { reason: "long enough to be one", scope: "participant" }],
};

/** Calls a route in every way: correctly, without a key, with another key, with invalid bodies. */
export async function callInEveryWay(
	fetch: typeof fetchWorker,
	operation: Operation,
	paths: readonly string[],
	who: Participant,
	strange: string,
): Promise<void> {
	const { method, template, scope, takesBody } = operation;
	const key = scope === null ? who.token : KEY;
	const auth = (secret: string) => ({ Authorization: `Bearer ${secret}` });
	const bodies = [...(BODIES[`${method} ${template}`] ?? []), {}, { "stray/field": ARM_IDS.length }, "text", null].map(
		(body) => JSON.stringify(body),
	);
	const payloads = takesBody ? [...bodies, '{"a":'] : [undefined];
	const json = { ...auth(key), "Content-Type": "application/json" };
	for (const path of paths)
		for (const body of payloads) await fetch(path, { method, headers: json, ...(body !== undefined && { body }) });
	for (const path of new Set([paths[0] ?? "", paths.at(-1) ?? ""])) {
		await fetch(path, { method });
		await fetch(path, { method, headers: auth(strange) });
		await fetch(path, { method, headers: { ...auth(key), Accept: "text/html" } });
		await fetch(`${path}?arm=${who.session}&pool=nonsense`, { method, headers: auth(key) });
	}
	await fetch(paths.at(-1) ?? "", { method: "PATCH", headers: auth(key) });
}

/** Status changes come last, because a closed study refuses requests that an open one accepts. */
export const MOVES = /\/(pause|close|open)$/;
