import type { Fetch } from "../http/participant.ts";
import { fetchWorker } from "../http/worker.ts";

/** One response of the Worker with all its bytes: status, headers, body or stream. */
export type Recorded = { readonly request: string; readonly answer: string };

export type Recording = { readonly fetch: Fetch; readonly sent: () => Promise<Recorded[]> };

/** The Worker, with a copy of everything that it sends. */
export function recording(): Recording {
	const seen: Promise<Recorded>[] = [];
	const fetch: Fetch = async (path, init) => {
		const response = await fetchWorker(path, init);
		const copy = response.clone();
		const request = `${init?.method ?? "GET"} ${path}`;
		seen.push(
			copy.arrayBuffer().then((bytes) => {
				const body = withoutProtocol(new TextDecoder().decode(bytes));
				return { request, answer: [copy.status, JSON.stringify([...copy.headers]), body].join("\n") };
			}),
		);
		return response;
	};
	return { fetch, sent: () => Promise.all(seen) };
}

/** Responses with a study's protocol. They name its arms, but connect no label with an arm. */
function withoutProtocol(body: string): string {
	try {
		const { protocol: _, ...rest } = JSON.parse(body);
		return JSON.stringify(rest);
	} catch {
		return body;
	}
}

/** In so many random letters, which are encrypted, a word of five occurs by chance once in a few hundred runs. */
const ENCRYPTED = /[\w+/=-]{200,}/g;

/** The words that occur in responses, each with its request. Encrypted text is left out. */
export const found = (sent: readonly Recorded[], words: readonly string[]): string[] =>
	sent.flatMap(({ request, answer }) => {
		const inLowerCase = answer.replace(ENCRYPTED, "").toLowerCase();
		return words.filter((word) => inLowerCase.includes(word.toLowerCase())).map((word) => `${word} in ${request}`);
	});
