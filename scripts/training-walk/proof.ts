import assert from "node:assert/strict";
import { z } from "zod";
import type { Recorded } from "./recorder.ts";

const message = z.object({ role: z.string(), content: z.string() });
const asked = z.looseObject({ model: z.string(), messages: z.array(message).min(1), seed: z.unknown().optional() });

type Asked = z.output<typeof asked>;

/** Only first turns, because all arms got the same message then. */
function firstTurns(requests: readonly Recorded[], opening: string): readonly Asked[] {
	const bodies = requests.flatMap(({ body }) => {
		const parsed = asked.safeParse(body === "" ? null : JSON.parse(body));
		return parsed.success ? [parsed.data] : [];
	});
	return bodies.filter(({ messages }) => messages.length === 2 && messages[1]?.content === opening);
}

/** The request without its seed, which differs in each call. */
const unseeded = ({ seed: _, ...body }: Asked): Omit<Asked, "seed"> => body;

export type Arms = {
	readonly generic: number;
	readonly prompted: number;
	readonly pooled: number;
	readonly own: number;
};

/**
 * Checks the Worker's requests: the generic, pooled and individual arms differ only in the adapter, and the prompted
 * one only in its system prompt. Returns the number of first turns of each arm.
 */
export function checkRequests(
	requests: readonly Recorded[],
	{ opening, base, pooled, own }: { opening: string; base: string; pooled: string; own: ReadonlySet<string> },
): Arms {
	const all = firstTurns(requests, opening);
	const of = (model: string) => all.filter((body) => body.model === model);
	const shortest = Math.min(...of(base).map(systemLength));
	const generic = of(base).filter((body) => systemLength(body) === shortest);
	const prompted = of(base).filter((body) => systemLength(body) > shortest);
	const [plain] = generic;
	assert.ok(plain, "the generic arm was not asked");
	const expected = JSON.stringify({ ...unseeded(plain), model: "" });
	const individual = all.filter(({ model }) => own.has(model));
	for (const body of [...generic, ...of(pooled), ...individual])
		assert.equal(
			JSON.stringify({ ...unseeded(body), model: "" }),
			expected,
			`${body.model} differs in more than the adapter`,
		);
	for (const body of prompted) checkPrompted(body, plain);
	const distinct = new Set(individual.map(({ model }) => model));
	assert.equal(distinct.size, own.size, "not every participant had their own adapter");
	return { generic: generic.length, prompted: prompted.length, pooled: of(pooled).length, own: individual.length };
}

function checkPrompted(body: Asked, plain: Asked): void {
	const shared = plain.messages[0]?.content ?? "";
	assert.ok(body.messages[0]?.content.startsWith(shared), "the prompted arm has another system prompt");
	const rest = ({ messages, ...others }: Asked) => ({ ...others, seed: null, said: messages.slice(1) });
	assert.deepEqual(rest(body), rest(plain), "the prompted arm differs in more than its system prompt");
}

const systemLength = ({ messages }: Asked): number => messages[0]?.content.length ?? 0;

const completion = z.looseObject({
	choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string() }) })).min(1),
	user_embedding: z.enum(["own", "generic", "none"]),
});

export type Server = { readonly url: string; readonly key: string };

async function ask({ url, key }: Server, body: object): Promise<Response> {
	return fetch(`${url}/chat/completions`, {
		method: "POST",
		headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
		body: JSON.stringify(body),
	});
}

/** The status of one short request, and whose embedding preceded its prompt. */
export async function answerTo(server: Server, model: string, prompt: string) {
	const response = await ask(server, { model, messages: [{ role: "user", content: prompt }], max_tokens: 1 });
	if (!response.ok) return { status: response.status, embedding: null };
	return { status: 200, embedding: completion.parse(await response.json()).user_embedding };
}

const DRAWS = 100;
const AT_ONCE = 20;

/**
 * How many of 100 first tokens differ between two models, with one prompt and the same 100 seeds. Models with the same
 * distribution draw the same token from the same seed, so a single difference shows that the distributions differ.
 */
export async function differingDraws(server: Server, models: readonly [string, string], prompt: string) {
	const messages = [{ role: "user", content: prompt }];
	const draw = async (model: string, seed: number) => {
		const response = await ask(server, { model, messages, seed, max_tokens: 1, temperature: 1 });
		return completion.parse(await response.json()).choices[0]?.message.content;
	};
	let differing = 0;
	for (let start = 0; start < DRAWS; start += AT_ONCE) {
		const seeds = Array.from({ length: AT_ONCE }, (_, index) => start + index);
		const drawn = await Promise.all(seeds.map(async (seed) => Promise.all(models.map((model) => draw(model, seed)))));
		differing += drawn.filter(([one, other]) => one !== other).length;
	}
	return differing;
}
