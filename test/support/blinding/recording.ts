import type { Fetch } from "../http/participant.ts";
import { fetchWorker } from "../http/worker.ts";

/** One answer of the Worker, with every byte of it: status, headers, body or stream. */
export type Recorded = { readonly request: string; readonly answer: string };

export type Recording = { readonly fetch: Fetch; readonly sent: () => Promise<Recorded[]> };

/** The Worker, with a copy kept of everything that it sends. */
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

/** A study is shown with its protocol, which names its arms to who wrote it, and ties no label to any. */
function withoutProtocol(body: string): string {
	try {
		const { protocol: _, ...rest } = JSON.parse(body);
		return JSON.stringify(rest);
	} catch {
		return body;
	}
}

/** The words that stand in what was sent, each with the request that it stands in the answer of. */
export const found = (sent: readonly Recorded[], words: readonly string[]): string[] =>
	sent.flatMap(({ request, answer }) => {
		const inLowerCase = answer.toLowerCase();
		return words.filter((word) => inLowerCase.includes(word.toLowerCase())).map((word) => `${word} in ${request}`);
	});
