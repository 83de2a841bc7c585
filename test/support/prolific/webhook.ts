import { createExecutionContext, env } from "cloudflare:test";
import { createApp } from "../../../src/app/app.ts";
import { signatureOf } from "../../../src/recruitment/prolific/incoming-webhook/webhook-signature.ts";

export const HOOK_SECRET = "the-workspace's-secret";

export type Hook = {
	readonly study: string;
	readonly body: unknown;
	readonly secret?: string;
	/** Seconds since the request was signed. */
	readonly ageS?: number;
	readonly headers?: Readonly<Record<string, string>>;
};

const app = createApp();

/** A Worker with the workspace's secret, and one without any. */
export const deliverTo = async (hook: Hook, bindings: object = { PROLIFIC_WEBHOOK_SECRET: HOOK_SECRET }) =>
	app.fetch(await requestOf(hook), { ...env, ...bindings }, createExecutionContext());

export const deliver = (hook: Hook): Promise<Response> => deliverTo(hook);

async function requestOf({ study, body, secret = HOOK_SECRET, ageS = 0, headers }: Hook): Promise<Request> {
	const text = typeof body === "string" ? body : JSON.stringify(body);
	const timestamp = String(Math.floor(Date.now() / 1000) - ageS);
	return new Request(`https://crossover.test/v1/prolific/${study}/webhook`, {
		method: "POST",
		body: text,
		headers: {
			"Content-Type": "application/json",
			"X-Prolific-Request-Signature": signatureOf(secret, timestamp, new TextEncoder().encode(text)),
			"X-Prolific-Request-Timestamp": timestamp,
			...headers,
		},
	});
}

/** The body of an event about a submission. */
export const statusChange = (participant: string, submission: string, status: string) => ({
	resource_id: submission,
	event_type: "submission.status.change",
	participant_id: participant,
	status,
});
