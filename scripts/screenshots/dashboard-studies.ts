import { crowdStudy } from "../../test/support/browser/crowd.ts";
import type { Served } from "../../test/support/browser/served.ts";
import { createStudy } from "../../test/support/http/participant.ts";

export const DRAFT = "shots-draft";
export const PERSONAL = "shots-personal";
const QUOTA = 40;
const PEOPLE = 24;

/** A draft to write on, one with people who have no adapter yet, and a few keys. */
export async function makeMore(served: Served): Promise<void> {
	await createStudy(served.fetch, served.key, { ...crowdStudy(DRAFT, QUOTA), title: "A draft of the next study" });
	await personal(served);
	await keys(served);
}

const headersOf = ({ key }: Served, type = "application/json") => ({
	Authorization: `Bearer ${key}`,
	"Content-Type": type,
});

async function personal(served: Served): Promise<void> {
	const gpu = { provider: "openai-compatible", endpoint: "GPU" } as const;
	await createStudy(served.fetch, served.key, {
		...crowdStudy(PERSONAL, QUOTA),
		title: "People who come back",
		models: { base: { ...gpu, model: "base" }, tuned: { ...gpu, model: "{{adapter}}" } },
		arms: [
			{ id: "plain", model: "base" },
			{
				id: "told",
				model: "base",
				personalisation: { kind: "prompt", template: "Of them: {{profile.self}}", maxTokens: 300 },
			},
			{ id: "pooled", model: "tuned", personalisation: { kind: "adapter", scope: "shared", adapter: "pooled-1" } },
			{ id: "own", model: "tuned", personalisation: { kind: "adapter", scope: "participant" } },
		],
		recruitment: { onlyProfiles: true },
	});
	const people = Array.from({ length: PEOPLE }, (_, n) => `person-${n}`);
	const lines = people.map((participant, n) => {
		const profile = n % 8 === 0 ? {} : { self: "I like short answers." };
		return JSON.stringify({ participant, profile });
	});
	const path = `/v1/studies/${PERSONAL}`;
	const jsonl = headersOf(served, "application/jsonl");
	await served.fetch(`${path}/profiles`, { method: "POST", headers: jsonl, body: lines.join("\n") });
	const adapters = people.slice(0, PEOPLE - 5).map((participant, n) => {
		const standing = n % 6 === 0 ? { status: n % 12 === 0 ? "failed" : "missing" } : { servedName: `served-${n}` };
		return JSON.stringify({ adapter: `own-${n}`, participant, method: "p-dpo", ...standing });
	});
	await served.fetch(`${path}/adapters`, { method: "POST", headers: jsonl, body: adapters.join("\n") });
}

async function keys(served: Served): Promise<void> {
	const headers = headersOf(served);
	for (const body of [
		{ name: "Principal investigator", scopes: ["studies:read", "studies:write", "data:read", "unblind", "admin"] },
		{ name: "Survey tool", scopes: ["sessions:write"], studies: [PERSONAL] },
		{ name: "Night shift", scopes: ["studies:read", "data:read", "sessions:write"], expiresAt: "2999-01-31T23:59:59Z" },
	])
		await served.fetch("/v1/keys", { method: "POST", headers, body: JSON.stringify(body) });
}
