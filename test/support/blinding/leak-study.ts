import { readJson, send } from "../http/http.ts";
import { enrol, type Participant, post, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../http/worker.ts";
import { namesItself } from "../models/model-server-behaviours.ts";
import { MODEL_IDS, servedStudy } from "../protocols/served-study.ts";
import { ARM_IDS } from "../protocols/small-study.ts";

const NAMES_ITSELF = namesItself("leaks");

/** Words of these studies that no response may contain, for any caller. */
export const IDENTITIES = [
	...ARM_IDS,
	...MODEL_IDS,
	NAMES_ITSELF,
	"ChatGPT",
	"secret-of-the-system-prompt",
	"key-of-the-secret-endpoint",
	"127.0.0.1",
];
/** Technical words that documentation may use, but no response about a study. */
export const TRADE = ["openai", "rehearsal", "provider", "ENDPOINT_", "llama"];

export type Layout = "single" | "best-of" | "side-by-side";

export function guessing(slug: string, layout: Layout, level: "double" | "single" = "double") {
	// One arm names its model at every first attempt and is requested again. No open data may reveal this.
	const study = servedStudy(slug, layout, [NAMES_ITSELF, MODEL_IDS[1]]);
	const slots = layout === "side-by-side" ? ["a", "b"] : [undefined];
	const items = slots.map((slot) => ({
		id: `which${slot ?? ""}`,
		kind: "guess" as const,
		label: "Which?",
		...(slot && { slot }),
	}));
	return {
		...study,
		blinding: { level, pace: "as-is" as const, selfIdentification: "regenerate" as const },
		arms: study.arms.map((arm, index) => ({ ...arm, description: ["the quick one", "the slow one"][index] ?? "" })),
		forms: { ...study.forms, guess: { title: "Last", each: "conversations" as const, items } },
		flow: [...study.flow, "guess"],
	};
}

export type Study = {
	readonly id: string;
	readonly slug: string;
	readonly labels: string[];
	/** The labels that participants' rows contain. */
	readonly live: string[];
};
export async function studyOf(slug: string): Promise<Study> {
	const { id } = await readJson(await send(`/v1/studies/${slug}`));
	const sequences = await rows<{ sequence: string; pool: string }>(
		"SELECT DISTINCT sequence, pool FROM sessions WHERE study_id = ? AND sequence IS NOT NULL",
		id,
	);
	const labelsIn = (some: typeof sequences) => [...new Set(some.flatMap(({ sequence }) => sequence.split(" ")))];
	const live = labelsIn(sequences.filter(({ pool }) => pool === "live"));
	return { id: String(id), slug, labels: labelsIn(sequences), live };
}

/** Participants of every kind: some finish (each sequence twice), some meet a failing model, leave, are erased, or never start. */
export async function people(slug: string, fetch = fetchWorker): Promise<Participant[]> {
	const who = (name: string, more: object = {}) => enrol(fetchWorker, KEY, slug, name, more);
	const all: Participant[] = [];
	for (const name of ["first", "second", "third", "fourth"]) {
		const person = await who(name);
		await walk(fetch, person);
		all.push(person);
	}
	const failing = await who("failing");
	const { step } = await walk(fetch, failing, (view) => view.step?.kind === "message");
	await post(fetch, failing, step?.id ?? "", { text: "[[refused]] please" });
	all.push(failing);
	for (const erase of [false, true]) {
		const leaving = await who(`leaving ${erase}`);
		await walk(fetch, leaving, (view) => (view.conversation?.messages.length ?? 0) > 1);
		await withdraw(fetch, leaving, erase);
		all.push(leaving);
	}
	for (const source of ["pilot", "simulated"]) {
		const other = await who(source, { source });
		await walk(fetch, other);
		all.push(other);
	}
	for (const { session } of all) await drain(session);
	return all;
}

const withdraw = (fetch: typeof fetchWorker, { session, token }: Participant, erase: boolean) =>
	fetch(`/v1/sessions/${session}/withdraw`, {
		method: "POST",
		headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
		body: JSON.stringify({ erase }),
	});
