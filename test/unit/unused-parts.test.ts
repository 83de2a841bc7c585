import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { RULES_FILE } from "../../scripts/self-identification-file.ts";
import type { Model } from "../../src/protocol/schema/schema.ts";
import * as source from "../support/bundle/parts.ts";

type Providers = Pick<typeof source, "requestOf" | "sourceOf">;

/** As in the deployed Worker, without what packages have and nothing calls. */
let deployed: typeof source;

beforeAll(async () => {
	const outDir = await mkdtemp(join(tmpdir(), "providers-"));
	await build({
		configFile: "vite.worker.config.ts",
		logLevel: "error",
		build: { ssr: "test/support/bundle/parts.ts", outDir, emptyOutDir: false, sourcemap: false },
	});
	deployed = await import(/* @vite-ignore */ join(outDir, "worker.js"));
	deployed.useRules(RULES_FILE);
	await rm(outDir, { recursive: true });
});

const THREAD = [
	{ role: "participant", text: "Where do the swallows go?" },
	{ role: "assistant", text: "South — to Africa." },
	{ role: "participant", text: "“All” of them? 🐦" },
] as const;

const SCHEMA = {
	type: "object",
	properties: { why: { type: "string", pattern: "^(?!no)" }, rating: { type: "integer", minimum: 1 } },
	required: ["why"],
	additionalProperties: false,
} as const;

/** Everything that a provider is given for one reply, without the signal. */
async function requestsBy({ requestOf, sourceOf }: Providers, model: Model, isJudged: boolean): Promise<unknown[]> {
	const requests: unknown[] = [];
	const bindings = {
		ENDPOINT_OPENAI_KEY: "sk-openai",
		ENDPOINT_OPENAI_URL: "https://api.openai.com/v1",
		AI: {
			run: async (id: string, inputs: unknown, { signal: _, ...options }: Record<string, unknown>) => {
				requests.push({ id, inputs: structuredClone(inputs), options });
				return { response: "Yes." };
			},
		},
	};
	const fetcher = async (url: unknown, { signal: _, ...init }: RequestInit = {}) => {
		requests.push({ url: String(url), ...init });
		return new Response("no", { status: 400 });
	};
	const request = requestOf(model, { system: "Be brief.", thread: THREAD, seed: 99 }, new AbortController().signal);
	const ask = sourceOf({ bindings, atOnce: true, fetch: fetcher }, model, Date.now);
	const format = isJudged && { responseFormat: { type: "json", name: "answer", schema: SCHEMA } as const };
	const reply = (async () => {
		for await (const _ of ask({ ...request, ...format }));
	})();
	await reply.catch(() => {});
	return requests;
}

const OPENAI = [
	"gpt-4o",
	"gpt-4o-mini-search-preview",
	"gpt-5",
	"gpt-5-chat-latest",
	"gpt-5.1",
	"gpt-6-luna",
	"o3",
	"alias",
];
const WORKERS_AI = ["@cf/meta/llama-3.3-70b-instruct-fp8-fast", "@cf/openai/gpt-oss-120b"];
const SETTINGS = [
	{},
	{ temperature: 0.4, topP: 0.9, maxOutputTokens: 300, seed: 5 },
	{ providerOptions: { reasoning_effort: "low", service_tier: "flex", logprobs: true, top_k: 3 } },
];

const models = [
	...OPENAI.map((model) => ({ provider: "openai", endpoint: "OPENAI", model })),
	...WORKERS_AI.map((model) => ({ provider: "workers-ai", model })),
].flatMap((model) => SETTINGS.map((settings) => ({ maxOutputTokens: 400, ...model, ...settings }) as Model));

describe("without unused parts of packages, the deployed Worker", () => {
	it.each(models.map((model) => [JSON.stringify(model), model] as const))(
		"sends the same request for %s",
		async (_, model) => {
			for (const isJudged of [false, true]) {
				const requests = await requestsBy(source, model, isJudged);
				expect(requests).toHaveLength(1);
				expect(await requestsBy(deployed, model, isJudged)).toEqual(requests);
			}
		},
	);

	const markdown = [
		"plain, & nothing else",
		"*one* __two__ ***three*** _four_ ~~five~~ `six` ``se`ven``",
		'a [link](https://openai.com/chat%47PT "title") and ![an image](x.png), <https://a.example>, www.b.example, me@c.example',
		"[reference][one] [broken] \\*escaped\\* line  \nbreak\\\nanother",
		"<b>bold</b> <!-- comment --> &amp; &#97;&notit; &copy",
		"- [ ] task\n- *two*\n\n1. one\n\n> quoted `code`\n\n# heading\n\n| a | b |\n| - | - |\n| **c** | d |",
		"    indented *code*\n\n```js\nfenced *code*\n```\n***\n**unclosed _nest*ed_ [a **b](c)**",
	];

	it.each(markdown)("reads the same from %j", (text) => {
		const expected = source.rendered(text);
		expect(expected.text).not.toBe("");
		expect(deployed.rendered(text)).toEqual(expected);
	});
});
