import type { Model } from "../../protocol/schema/schema.ts";
import type { ProviderOptions } from "../providers/model-source.ts";
import { type WholeCall, type WholeReply, wholeReply } from "./whole-reply.ts";

const CALLS = 4;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

export type Asking = ProviderOptions & {
	/** Each call, also one that fails. */
	readonly record: (reply: WholeReply) => void;
	readonly wait: (ms: number) => Promise<void>;
};

/** The model did not answer, after all its calls. */
export class NoAnswer extends Error {
	override readonly name = "NoAnswer";
	readonly reason: NonNullable<WholeReply["failure"]>["reason"];

	constructor(reason: NonNullable<WholeReply["failure"]>["reason"]) {
		super("the model does not answer");
		this.reason = reason;
	}
}

/**
 * The answer of a model that is no arm, after at most four calls. A pause between calls grows, or is what the server asks for.
 * A server that refuses structured output is asked again without it.
 */
export async function callWithRetries(
	{ record, wait, ...options }: Asking,
	model: Model,
	asked: WholeCall,
): Promise<WholeReply> {
	let { schema } = asked;
	for (let call = 1; ; call += 1) {
		const reply = await wholeReply(options, model, { ...asked, schema });
		record(reply);
		if (reply.failure === null) return reply;
		const { reason, retryable, retryAfterMs } = reply.failure;
		const isWithout = reason === "refused" && schema !== null;
		if (isWithout) schema = null;
		if (call >= CALLS || (!retryable && !isWithout)) throw new NoAnswer(reason);
		if (!isWithout) await wait(Math.min(retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (call - 1), LONGEST_PAUSE_MS));
	}
}
