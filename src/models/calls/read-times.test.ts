import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { STOP, said } from "../../../test/support/models/completion-bodies.ts";
import { smallStudy } from "../../../test/support/protocols/small-study.ts";
import { seal } from "../../blinding/seals/sealed.ts";
import { protocolSchema } from "../../protocol/schema/schema.ts";
import { asLabel } from "../../randomisation/plan/label-text.ts";
import { startCallOf } from "./start-call.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const served = { provider: "openai-compatible", endpoint: "GPU", model: "ok", maxOutputTokens: 400 } as const;
const small = smallStudy({ slug: "read-times" });
const protocol = protocolSchema.parse({
	...small,
	models: Object.fromEntries(Object.keys(small.models).map((name) => [name, served])),
});

type Timed = readonly [atMs: number, text: string];

/** A server that sends these chunks at these times. */
const serverOf = (chunks: readonly Timed[]) => async () =>
	new Response(
		new ReadableStream({
			start(controller) {
				for (const [atMs, text] of chunks) setTimeout(() => controller.enqueue(new TextEncoder().encode(text)), atMs);
			},
		}),
	);

async function readFrom(chunks: readonly Timed[]): Promise<Timed[]> {
	const startCall = startCallOf({
		protocol,
		bindings: { ENDPOINT_GPU_URL: "http://gpu.test/v1" },
		atOnce: false,
		fetch: serverOf(chunks),
	});
	const call = { arms: seal({ K7: protocol.arms[0]?.id ?? "" }), label: asLabel("K7"), seed: 1 };
	const thread = [{ role: "participant", text: "Hello" }] as const;
	const { deltas } = startCall({ ...call, thread }, new AbortController().signal);
	const found: Timed[] = [];
	const startedAtMs = Date.now();
	const reading = (async () => {
		for await (const delta of deltas) found.push([Date.now() - startedAtMs, "text" in delta ? delta.text : delta.kind]);
	})();
	await vi.advanceTimersByTimeAsync(3000);
	await reading;
	return found;
}

it("reads the first text at once, and later texts together every quarter of a second", async () => {
	const words = [30, 50, 70, 190, 250, 390, 410].map((atMs): Timed => [atMs, said(`w${atMs} `)]);
	expect(await readFrom([...words, [450, STOP]])).toEqual([
		[30, "w30 "],
		[255, "w50 w70 w190 w250 "],
		[505, "w390 w410 "],
		[505 + 500, "end"],
	]);
});

it("reads the first visible text at once after thoughts", async () => {
	const thoughts = [10, 30, 50].map((atMs): Timed => [atMs, said(atMs === 10 ? "<think>Hm" : " hm")]);
	const read = await readFrom([...thoughts, [170, said("</think>Yes")], [190, said(".")], [210, STOP]]);
	expect(read.filter(([, text]) => text !== "hidden")).toEqual([
		[170, "Yes"],
		[255, "."],
		[755, "end"],
	]);
});

it("is not slowed down by a server that stands still", async () => {
	const read = await readFrom([
		[10, said("One")],
		[1033, said(" two")],
		[1034, STOP],
	]);
	expect(read[1]?.[0]).toBeLessThan(1045);
});
