import { inject } from "vitest";
import { type CallRecord, seal } from "../../../src/blinding/seals/sealed.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import { startCallOf } from "../../../src/models/calls/start-call.ts";
import { type ModelDelta, ModelFailure } from "../../../src/models/model-types.ts";
import type { Protocol } from "../../../src/protocol/schema/schema.ts";
import { protocolSchema } from "../../../src/protocol/schema/schema.ts";
import { asLabel } from "../../../src/randomisation/plan/label-text.ts";
import type { RecordedRequest } from "../../support/models/model-server.ts";

const LABEL = "K7";

/** A protocol whose one arm uses `model` of the model server. */
export function protocolWith(model: object, more: object = {}): Protocol {
	return protocolSchema.parse({
		slug: "models",
		title: "Models",
		system: "Be brief.",
		blinding: { level: "double" },
		models: { served: { provider: "openai-compatible", endpoint: "GPU", model: "ok", ...model } },
		arms: [{ id: "secret-arm", model: "served" }],
		design: { kind: "parallel" },
		conversations: [
			{ id: "one", title: "One", instructions: "Talk.", layout: "single", arms: 1, turns: { min: 1, max: 2 } },
		],
		consent: { version: "1", text: "Yes?" },
		flow: ["consent", "conversations"],
		...more,
	});
}

export type Asked = {
	readonly texts: string[];
	readonly end: Extract<ModelDelta, { kind: "end" }> | null;
	readonly failure: ModelFailure | null;
	readonly record: CallRecord;
};

function opening(protocol: Protocol, text: string, bindings: object, signal: AbortSignal, fetcher?: typeof fetch) {
	const served = { ENDPOINT_GPU_URL: inject("modelServerUrl"), ENDPOINT_GPU_KEY: "gpu-key" };
	const startCall = startCallOf({
		protocol,
		bindings: { ...served, ...bindings },
		atOnce: true,
		...(fetcher && { fetch: fetcher }),
	});
	const thread = [{ role: "participant", text }] as const;
	return startCall({ arms: seal({ [LABEL]: "secret-arm" }), label: asLabel(LABEL), thread, seed: 99 }, signal);
}

/** The record of a call that an eviction cut off after this text. */
export const cutOff = (protocol: Protocol, text: string, said: string): CallRecord =>
	unseal(opening(protocol, text, {}, new AbortController().signal).record({ ...STATS, failure: "evicted" }, said));

/** Makes one call and reads it to the end, with everything received before a failure. */
export async function ask(
	protocol: Protocol,
	text: string,
	bindings: object = {},
	signal = new AbortController().signal,
	fetcher?: typeof fetch,
): Promise<Asked> {
	const opened = opening(protocol, text, bindings, signal, fetcher);
	const texts: string[] = [];
	let end: Extract<ModelDelta, { kind: "end" }> | null = null;
	let failure: ModelFailure | null = null;
	try {
		for await (const delta of opened.deltas) {
			if (delta.kind === "text") texts.push(delta.text);
			if (delta.kind === "restart") texts.length = 0;
			if (delta.kind === "end") end = delta;
		}
	} catch (error) {
		if (!(error instanceof ModelFailure)) throw error;
		failure = error;
	}
	const counted = end === null ? {} : { inputTokens: end.inputTokens, outputTokens: end.outputTokens };
	return { texts, end, failure, record: unseal(opened.record({ ...STATS, ...counted })) };
}

const STATS = {
	slot: "a",
	attempt: 1,
	startedAtMs: 0,
	firstFrameMs: null,
	lastFrameMs: null,
	finishReason: "stop",
	inputTokens: null,
	outputTokens: null,
	failure: null,
};

/** The model server's requests that contain this text. */
export async function requestWith(text: string): Promise<RecordedRequest> {
	const url = new URL(`/requests?contains=${encodeURIComponent(text)}`, inject("modelServerUrl"));
	const [request] = await (await fetch(url)).json<RecordedRequest[]>();
	if (!request) throw new Error(`the server was never sent ${text}`);
	return request;
}
