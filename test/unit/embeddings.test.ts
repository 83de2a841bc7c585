import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { embeddingServer, embeddingsOf } from "../../scripts/measures/embeddings.ts";
import { simulatorsOf } from "../../src/analysis/report/simulators/simulators.ts";
import { textsAgainst } from "../../src/analysis/report/simulators/text-part.ts";
import { onePool } from "../../src/analysis/report/tables/one-pool.ts";
import { plantedStudy } from "../support/report/planted-study.ts";

type Asked = { readonly authorization: string | undefined; readonly model: string; readonly input: readonly string[] };
type Answer = { readonly status: number; readonly body: unknown };

let server: Server | undefined;
afterEach(() => server?.close());

/** An embedding server that answers by this function, and keeps the requests. */
async function serving(answer: (asked: Asked, place: number) => Answer): Promise<{ url: string; asked: Asked[] }> {
	const asked: Asked[] = [];
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const bytes of request) chunks.push(bytes);
		const one = { authorization: request.headers.authorization, ...JSON.parse(Buffer.concat(chunks).toString()) };
		asked.push(one);
		const { status, body } = request.url === "/v1/embeddings" ? answer(one, asked.length) : { status: 404, body: {} };
		response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("the server has no port");
	return { url: `http://127.0.0.1:${address.port}/v1/`, asked };
}

const vectorsOf = ({ input }: Asked): Answer => ({
	status: 200,
	body: { data: input.map((text, index) => ({ index, embedding: [text.length, 1] })).toReversed() },
});
const NO_PAUSE = 0;

describe("an embedding server", () => {
	it("gets each different text once, in several requests, and its vectors keep the order of the texts", async () => {
		const { url, asked } = await serving(vectorsOf);
		const texts = [...Array.from({ length: 130 }, (_, index) => "x".repeat(index + 1)), "x", ""];
		const found = await embeddingsOf(texts, { url, model: "m", key: "k" }, NO_PAUSE);
		if (!found.ok) throw new Error(found.error);
		expect(asked.map(({ input }) => input.length)).toEqual([64, 64, 3]);
		expect(asked[0]).toMatchObject({ authorization: "Bearer k", model: "m" });
		for (const text of texts) expect(found.value.get(text)).toEqual([text === "" ? 1 : text.length, 1]);
	});

	it("is asked again when it is busy", async () => {
		const { url, asked } = await serving((one, place) => (place < 3 ? { status: 503, body: {} } : vectorsOf(one)));
		expect(await embeddingsOf(["a"], { url, model: "m", key: undefined }, NO_PAUSE)).toMatchObject({ ok: true });
		expect(asked).toHaveLength(3);
		expect(asked[0]?.authorization).toBeUndefined();
	});

	it.each([
		["refuses", { status: 401, body: {} }, "answered 401", 1],
		["stays busy", { status: 429, body: {} }, "answered 429", 4],
		["sends something else", { status: 200, body: { hello: 1 } }, "sent no vectors", 1],
		["sends too few", { status: 200, body: { data: [] } }, "sent 0 vectors for 1 texts", 1],
		[
			"sends a place twice",
			{ status: 200, body: { data: [1, 1].map((index) => ({ index, embedding: [1] })) } },
			"2 vectors",
			1,
		],
	])("that %s is named in words", async (_, answer, said, calls) => {
		const { url, asked } = await serving(() => answer);
		const found = await embeddingsOf(["a"], { url, model: "m", key: undefined }, NO_PAUSE);
		expect(found).toMatchObject({ ok: false, error: expect.stringContaining(said) });
		expect(asked).toHaveLength(calls);
	});

	it("needs an address and a model", () => {
		const misuse = (message: string): never => {
			throw new Error(message);
		};
		expect(embeddingServer(undefined, undefined, misuse)).toBeNull();
		expect(() => embeddingServer("http://a/v1", undefined, misuse)).toThrow("both");
		expect(() => embeddingServer("localhost", "m", misuse)).toThrow("has to begin with http://");
		expect(embeddingServer("http://a/v1", "m", misuse)).toMatchObject({ url: "http://a/v1", model: "m" });
	});
});

it("sorts opening messages of people and simulations by vectors, and the report names the model", () => {
	const study = plantedStudy({ participants: 30 });
	const talks = study.conversations.filter(({ position }) => position === 1);
	const messages = talks.map(({ session, participant, pool, conversation, conversationId }, index) => ({
		...{ session, participant, pool, conversation, conversationId, position: 1, turn: 1, language: "en" },
		// No two texts share a word, so only vectors can tell their topics.
		text: `${pool === "live" ? "soup" : "code"}${index}`,
	}));
	const vectors = new Map(
		messages.map(({ text }, index) => [text, text.startsWith("soup") ? [1, index / 1000] : [-1, index / 1000]]),
	);
	const tables = { ...study, messages };
	const topicsBy = (more: object) => {
		const options = {
			pool: "live",
			draws: 0,
			seed: "1",
			stopWords: new Set<string>(),
			compareTexts: textsAgainst,
		} as const;
		const found = simulatorsOf(tables, onePool(tables, "live"), { ...options, ...more });
		return "missing" in found ? null : found.conditions[0]?.texts.topics[0];
	};
	const found = topicsBy({ embeddings: { model: "meaning-1", vectors } });
	expect(found).toMatchObject({ estimate: 1, method: expect.stringContaining("embeddings (meaning-1)") });
	expect(topicsBy({})).toMatchObject({ missing: expect.any(String) });
});
