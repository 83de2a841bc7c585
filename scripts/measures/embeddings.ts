import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { err, ok, type Result } from "../../src/shared/result.ts";

export type EmbeddingServer = {
	/** The address before `/embeddings`, such as `https://api.openai.com/v1`. */
	readonly url: string;
	readonly model: string;
	readonly key: string | undefined;
};

/** The embedding server that a command's options name, or null. */
export function embeddingServer(
	url: string | undefined,
	model: string | undefined,
	misuse: (message: string) => never,
): EmbeddingServer | null {
	if (url === undefined && model === undefined) return null;
	if (url === undefined || model === undefined) return misuse("Name both: the server and the embedding model.");
	if (!/^https?:\/\//.test(url) || !URL.canParse(url))
		return misuse("The address of the embedding server has to begin with http:// or https://.");
	return { url, model, key: process.env.EMBEDDINGS_KEY };
}

const AT_ONCE = 64;
const TRIES = 4;
const FIRST_PAUSE_MS = 500;

const answer = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })) });

/** A vector for each different text, from any server with OpenAI's `/embeddings`. */
export async function embeddingsOf(
	texts: readonly string[],
	server: EmbeddingServer,
	pauseMs = FIRST_PAUSE_MS,
): Promise<Result<ReadonlyMap<string, readonly number[]>, string>> {
	const different = [...new Set(texts)];
	const vectors = new Map<string, readonly number[]>();
	for (let from = 0; from < different.length; from += AT_ONCE) {
		const some = different.slice(from, from + AT_ONCE);
		const found = await embedded(some, server, pauseMs);
		if (!found.ok) return found;
		some.forEach((text, place) => {
			vectors.set(text, found.value[place] ?? []);
		});
	}
	return ok(vectors);
}

async function embedded(
	texts: readonly string[],
	{ url, model, key }: EmbeddingServer,
	pauseMs: number,
): Promise<Result<readonly (readonly number[])[], string>> {
	const headers = { "Content-Type": "application/json", ...(key !== undefined && { Authorization: `Bearer ${key}` }) };
	// Some servers refuse an empty text. A space is as meaningless.
	const input = texts.map((text) => (text.trim() === "" ? " " : text));
	const request = { method: "POST", headers, body: JSON.stringify({ model, input, encoding_format: "float" }) };
	for (let attempt = 1; ; attempt += 1) {
		const response = await fetch(`${url.replace(/\/+$/, "")}/embeddings`, request).catch(() => null);
		if (response?.ok) return vectorsIn(await response.json().catch(() => null), texts.length);
		const isOver = response !== null && response.status !== 429 && response.status < 500;
		if (isOver || attempt >= TRIES)
			return err(`The server of embeddings ${response ? `answered ${response.status}` : "cannot be reached"}.`);
		await pause(pauseMs * 2 ** (attempt - 1));
	}
}

function vectorsIn(body: unknown, size: number): Result<readonly (readonly number[])[], string> {
	const parsed = answer.safeParse(body);
	if (!parsed.success) return err("The server of embeddings sent no vectors.");
	const vectors = parsed.data.data.toSorted((one, other) => one.index - other.index);
	if (vectors.length !== size || vectors.some(({ index }, place) => index !== place))
		return err(`The server of embeddings sent ${vectors.length} vectors for ${size} texts.`);
	return ok(vectors.map(({ embedding }) => embedding));
}
