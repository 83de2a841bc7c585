import { closeAndUnblind } from "../blinding/unblind.ts";
import { EXITS, smallStudy } from "../protocols/small-study.ts";
import { send } from "./http.ts";
import { enrol, type Participant, walk } from "./participant.ts";
import { fetchWorker, KEY } from "./worker.ts";

/** Opens a small study with Prolific's exits. */
export async function openWithExits(slug: string): Promise<Response> {
	const json = smallStudy({ slug, recruitment: { prolific: { exits: EXITS } } });
	await send("/v1/studies", { method: "POST", json });
	return send(`/v1/studies/${slug}/open`, { method: "POST" });
}

const UNKNOWN = "missing";

export type Places = {
	/** In the open study: at its consent, before its first message, and erased. */
	readonly sessions: readonly Participant[];
	/** Values of path parameters: things in each of their states, and things that do not exist. */
	readonly values: Readonly<Record<string, readonly string[]>>;
};

export async function makePlaces(): Promise<Places> {
	await send("/v1/studies", { method: "POST", json: smallStudy({ slug: "a-draft" }) });
	for (const slug of ["an-open", "a-paused", "a-closed", "an-unblinded"]) await openWithExits(slug);
	const sessions = await Promise.all(["one", "two", "three"].map((id) => enrol(fetchWorker, KEY, "an-open", id)));
	const [, walking, erased] = sessions as [Participant, Participant, Participant];
	await walk(fetchWorker, walking, ({ step }) => step?.kind === "message");
	await send(`/v1/sessions/${erased.session}/withdraw`, { method: "POST", key: erased.token, json: { erase: true } });
	await send("/v1/studies/a-paused/pause", { method: "POST" });
	await send("/v1/studies/a-closed/close", { method: "POST" });
	await send("/v1/studies/an-unblinded/close", { method: "POST" });
	await closeAndUnblind("an-unblinded");
	const values = {
		study: ["a-draft", "an-open", "a-paused", "a-closed", "an-unblinded", UNKNOWN],
		session: [...sessions.map(({ session }) => session), UNKNOWN],
		step: [String(walking.view.step?.id), "st_000000000000000000000000"],
		file: ["sessions.csv", "allocations.jsonl", UNKNOWN],
		code: ["not_found", UNKNOWN],
	};
	return { sessions, values };
}

/** All paths of this template. */
export function pathsOf(template: string, values: Places["values"]): string[] {
	const name = /\{(\w+)\}/.exec(template)?.[1];
	if (name === undefined) return [template];
	return (values[name] ?? [UNKNOWN]).flatMap((value) => pathsOf(template.replace(`{${name}}`, value), values));
}
