import { expectContract, send } from "../http/http.ts";
import { createStudy } from "../http/participant.ts";
import { fetchWorker, KEY } from "../http/worker.ts";
import { smallStudy } from "./small-study.ts";

export const PROFILES = "/v1/studies/{study}/profiles";
export const JSONL = { "Content-Type": "application/jsonl" };

/** A draft of a study whose arms are personalised as given, ready to have profiles loaded. */
export async function draft(slug: string, over: Omit<Parameters<typeof smallStudy>[0], "slug"> = {}): Promise<void> {
	await createStudy(fetchWorker, KEY, smallStudy({ slug, ...over }));
}

export const openIt = (slug: string): Promise<Response> => send(`/v1/studies/${slug}/open`, { method: "POST" });

const textOf = (line: unknown): string => (typeof line === "string" ? line : JSON.stringify(line));

/** Uploads lines of objects or texts, and returns the report. */
export async function load(slug: string, ...lines: readonly unknown[]): Promise<Record<string, unknown>> {
	const body = lines.map(textOf).join("\n");
	const response = await send(`/v1/studies/${slug}/profiles`, { method: "POST", body, headers: JSONL });
	return expectContract("POST", PROFILES, response);
}

/** The same after the opening: pauses the study and gives a reason. */
export async function loadPaused(slug: string, reason: string, ...lines: readonly unknown[]): Promise<void> {
	await send(`/v1/studies/${slug}/pause`, { method: "POST" });
	const path = `/v1/studies/${slug}/profiles?reason=${encodeURIComponent(reason)}`;
	const body = lines.map(textOf).join("\n");
	await expectContract("POST", PROFILES, await send(path, { method: "POST", body, headers: JSONL }));
	const opened = await openIt(slug);
	if (!opened.ok) throw new Error(`${opened.status} ${await opened.text()}`);
}

/** The same from a generator, a few lines in each chunk. `pulled` counts the lines that were read. */
export function streamOf(lines: Iterator<string>, { linesAChunk = 7 } = {}) {
	const encoder = new TextEncoder();
	const counter = { pulled: 0 };
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				let text = "";
				for (let line = 0; line < linesAChunk; line++) {
					const next = lines.next();
					if (next.done) {
						controller.enqueue(encoder.encode(text));
						return controller.close();
					}
					text += `${next.value}\n`;
					counter.pulled += 1;
				}
				controller.enqueue(encoder.encode(text));
			},
		},
		{ highWaterMark: 0 },
	);
	return { stream, counter };
}

export const register = (slug: string, adapter: string, body: object): Promise<Response> =>
	send(`/v1/studies/${slug}/adapters/${adapter}`, { method: "PUT", json: body });
