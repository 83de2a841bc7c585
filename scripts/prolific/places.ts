import type { z } from "zod";
import {
	type Call,
	type ProlificApi,
	type ProlificFailure,
	prolificApi,
} from "../../src/recruitment/prolific/api/prolific-api.ts";
import { unreachable } from "../../src/shared/result.ts";
import { ProlificError } from "./prolific-error.ts";

export type Deps = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
	readonly sleep: (ms: number) => Promise<void>;
	readonly readFile: (path: string) => string;
	readonly print: (text: string) => void;
	/** Printed to the error stream, so that a pipe does not carry it. */
	readonly warn: (text: string) => void;
};

/** A person at the terminal can wait longer than a request. */
const MOST_WAIT_MS = 120_000;

/** Prolific's API with the token of the environment. */
export function apiOf({ environment, fetch, sleep }: Deps): ProlificApi {
	const { PROLIFIC_API_TOKEN: token, PROLIFIC_API_URL: base } = environment;
	return prolificApi({ token, base, fetch, sleep, mostWaitMs: MOST_WAIT_MS });
}

/** A call to Prolific. Returns its answer, or throws a sentence for the terminal. */
export function prolificOf(deps: Deps) {
	const api = apiOf(deps);
	return async <T>(path: string, schema: z.ZodType<T>, call?: Call): Promise<T> => {
		const answered = await api.call(path, schema, call);
		if (answered.ok) return answered.value;
		throw new ProlificError(sentenceOf(answered.error));
	};
}

export function sentenceOf(failure: ProlificFailure): string {
	switch (failure.kind) {
		case "no_token":
			return "Prolific's token is read from the environment: set PROLIFIC_API_TOKEN.";
		case "forbidden":
			return "Prolific refused the token in PROLIFIC_API_TOKEN. Make a new one in Prolific's settings.";
		case "not_found":
			return "Prolific does not know this. Check the ids.";
		case "refused":
			return `Prolific refused the request (${failure.status}).\n${failure.detail}`;
		case "busy":
			return "Prolific limits how often it may be asked. Try again in some minutes.";
		case "unreachable":
			return "Prolific does not answer. Try again later. If you were making or paying something, first look on Prolific whether it was done.";
		case "unreadable":
		case "changing":
			return "Prolific answered with something that this command does not know.";
		default:
			return unreachable(failure);
	}
}

export type Crossover = { readonly api: string; readonly study: string };

/** A GET at the Worker, as text. */
export async function fromWorker(
	{ environment, fetch }: Deps,
	{ api, study }: Crossover,
	path: string,
): Promise<string> {
	const key = environment.CROSSOVER_KEY;
	if (!key) throw new ProlificError("The Worker's key is read from the environment: set CROSSOVER_KEY.");
	const url = `${api.replace(/\/+$/, "")}/v1/studies/${encodeURIComponent(study)}${path}`;
	const response = await fetch(url, { headers: { Authorization: `Bearer ${key}` } }).catch(() => null);
	if (!response) throw new ProlificError(`Nothing answers at ${api}.`);
	const text = await response.text();
	if (!response.ok) throw new ProlificError(`The Worker refused (${response.status}).\n${text}`);
	return text;
}
