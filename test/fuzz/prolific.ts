import { createServer } from "node:http";
import { signatureOf } from "../../src/recruitment/prolific/incoming-webhook/webhook-signature.ts";
import { ProlificDouble, TOKEN } from "../support/prolific/double.ts";

export const HOOK_SECRET = "hook-secret-of-the-fuzzer";
/** A study on Prolific, which all landing links name. */
export const PROLIFIC_STUDY = "5f0000000000000000000001";
export const submissionAt = (choice: number): string => `submission-${choice % 7}`;

export type Prolific = {
	readonly bindings: Readonly<Record<string, string>>;
	readonly stop: () => Promise<void>;
};

/** A double of Prolific's API on this machine, with a submission of each person. */
export async function startProlific(people: readonly string[]): Promise<Prolific> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	const double = new ProlificDouble(base);
	const statuses = ["AWAITING REVIEW", "APPROVED", "RETURNED", "ACTIVE"];
	const submissions = people.map((participant_id, index) => ({
		id: submissionAt(index),
		participant_id,
		status: statuses[index % statuses.length] ?? "ACTIVE",
	}));
	double.submissions.set(PROLIFIC_STUDY, submissions);
	server.on("request", async (request, response) => {
		const chunks: Uint8Array[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const body = Buffer.concat(chunks).toString("utf8");
		const { method = "GET", url = "/", headers } = request;
		const init = { method, headers: { Authorization: headers.authorization ?? "" }, ...(body !== "" && { body }) };
		const answer = await double.fetch(base + url, init);
		response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
	});
	return {
		bindings: { PROLIFIC_API_URL: base, PROLIFIC_API_TOKEN: TOKEN, PROLIFIC_WEBHOOK_SECRET: HOOK_SECRET },
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export type SignedHook = {
	readonly headers: readonly (readonly [name: string, value: string])[];
	/** Whether Prolific's secret signed these bytes recently. */
	readonly isGenuine: boolean;
};

const WAYS = ["right", "right", "right", "other secret", "other body", "old", "other time", "none"] as const;

/** A webhook's headers, signed correctly or in a way that must be refused. */
export function signedHook(body: Uint8Array, choice: number, nowMs: number): SignedHook {
	const way = WAYS[choice % WAYS.length] ?? "none";
	if (way === "none") return { headers: [], isGenuine: false };
	const seconds = Math.floor(nowMs / 1000) - (way === "old" ? 3600 : 0);
	const signed = way === "other body" ? Uint8Array.from([...body, 32]) : body;
	const secret = way === "other secret" ? `${HOOK_SECRET}2` : HOOK_SECRET;
	const headers = [
		["X-Prolific-Request-Signature", signatureOf(secret, String(seconds), signed)],
		["X-Prolific-Request-Timestamp", String(way === "other time" ? seconds + 1 : seconds)],
	] as const;
	return { headers, isGenuine: way === "right" };
}
