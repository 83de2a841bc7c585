import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Capsule } from "../../scripts/capsule/format.ts";
import type { StepView } from "../../src/session/view/view-schema.ts";
import { capsuleOf, crossoverAt, replayed, untilSimulated } from "../support/browser/capsules.ts";
import { type ServedHere, serve } from "../support/browser/serve.ts";
import { answer, enrol, openStudy, plausible, see, walk } from "../support/http/participant.ts";
import { type OnceOnlyServer, startOnceOnlyServer } from "../support/models/once-only-server.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. A study runs on one Worker, is put into a capsule, and is replayed by the command on another. */
const SLUG = "repeated";
const PEOPLE = 6;
const SIMULATED = 4;
const WITHIN_MS = 300_000;

const base = smallStudy({
	slug: SLUG,
	design: { kind: "crossover", order: "williams", replacement: "reuse" },
	blinding: { level: "double", pace: { firstFrameMs: 100, charactersPerSecond: 2000 } },
	analysis: [{ id: "primary", outcome: "experience.overall", formula: "overall ~ arm + (1 | participant)" }],
});
const [first, ...others] = Object.keys(base.models ?? {});
const protocol = {
	...JSON.parse(JSON.stringify(base).replace("Take the second.", "Take “second”.")),
	models: {
		...base.models,
		[first ?? ""]: { provider: "openai-compatible", endpoint: "ONCE", model: "sampled" },
	},
};

let models: OnceOnlyServer;
let served: ServedHere;
let folder: string;
let capsule: Capsule;

/** Answers that differ between people and conversations, so that the report can estimate something. */
function varied(number: number) {
	let forms = 0;
	return (step: StepView): unknown => {
		if (step.kind !== "form" || !step.items.some(({ id }) => id === "overall")) return plausible(step);
		forms += 1;
		return { answers: { overall: 20 + ((number * 17 + forms * 29) % 60) }, elapsedMs: 1500 + number };
	};
}

async function people(): Promise<void> {
	for (let number = 0; number < PEOPLE; number += 1) {
		const who = await enrol(served.fetch, served.key, SLUG, `p${number}`, { attributes: { region: "north" } });
		await walk(served.fetch, who, () => false, varied(number));
	}
	const declines = await enrol(served.fetch, served.key, SLUG, "declines");
	await answer(served.fetch, declines, (await see(served.fetch, declines)).step?.id ?? "", { accept: false });
	const minor = await enrol(served.fetch, served.key, SLUG, "minor");
	await walk(
		served.fetch,
		minor,
		() => false,
		(step) => (step.kind === "form" ? { answers: { age: 12, check: "second" } } : plausible(step)),
	);
	const leaves = await enrol(served.fetch, served.key, SLUG, "leaves");
	const seen = await walk(served.fetch, leaves, ({ conversation }) => (conversation?.messages.length ?? 0) > 0);
	const reply = seen.conversation?.messages.find(({ role }) => role === "assistant");
	const as = (who: typeof leaves, path: string, body: object) =>
		served.fetch(`/v1/sessions/${who.session}/${path}`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify(body),
		});
	await as(leaves, "reports", { message: reply?.id, kind: "broken", note: "It stops." });
	await as(leaves, "withdraw", {});
	const erased = await enrol(served.fetch, served.key, SLUG, "erased");
	await walk(served.fetch, erased);
	await as(erased, "withdraw", { erase: true });
	const last = await enrol(served.fetch, served.key, SLUG, "last");
	await walk(served.fetch, last);
	const stays = await enrol(served.fetch, served.key, SLUG, "stays");
	await walk(served.fetch, stays, ({ conversation }) => conversation !== null);
}

async function simulated(): Promise<void> {
	const { code } = await crossoverAt(served, "simulate", SLUG, "--participants", String(SIMULATED), "--wait");
	expect(code).toBe(0);
	await untilSimulated(served, SLUG, SIMULATED, WITHIN_MS);
}

beforeAll(async () => {
	[models, folder] = await Promise.all([startOnceOnlyServer(), mkdtemp(join(tmpdir(), "replayed-"))]);
	served = await serve({
		ENDPOINT_ONCE_URL: models.url,
		ENDPOINT_ONCE_KEY: "any",
		IDENTITY_KEY: "identity-key-of-the-replayed-study-32",
	});
	await openStudy(served.fetch, served.key, protocol, "?acceptLateReplies=true");
	await people();
	await simulated();
}, WITHIN_MS);

afterAll(async () => {
	await served?.stop();
	await models?.close();
	await rm(folder, { recursive: true, force: true });
});

describe("the capsule of a finished study", () => {
	it("is refused before unblinding, because it holds the arms", async () => {
		expect(others).toHaveLength(1);
		const { code, said } = await crossoverAt(served, "capsule", SLUG);
		expect([code, said]).toEqual([1, expect.stringContaining("not unblinded")]);
	});

	it("holds protocol, seed, models, replies and report, and nothing of erased participants", async () => {
		capsule = await capsuleOf(served, SLUG);
		expect(capsule.manifest.study.seed).toMatch(/^[0-9a-f]{64}$/);
		expect(capsule.manifest.models[0]?.served).toEqual(["sampled-0930"]);
		expect(capsule.replies.length).toBeGreaterThan(PEOPLE);
		expect([...capsule.reports.keys()]).toEqual(["live", "simulated"]);
		expect(capsule.participants).toHaveLength(PEOPLE + 5 + SIMULATED);
		expect(JSON.stringify(capsule.participants)).not.toMatch(/"p0"|"erased"/);
	});

	it("is replayed with the same rows and the same report", { timeout: WITHIN_MS }, async () => {
		const { status, said, stderr } = await replayed(capsule, folder);
		expect(stderr).not.toContain("Error");
		expect(said).toContain("Nothing differs.");
		expect(said).toContain(`${PEOPLE + 6 + SIMULATED} sessions`);
		expect(status).toBe(0);
	});

	it("is reported as different if one recorded reply and one answer are altered", { timeout: WITHIN_MS }, async () => {
		const [reply, ...replies] = capsule.replies;
		const [who, ...participants] = capsule.participants.toSorted((one, other) => other.forms.length - one.forms.length);
		if (!reply || !who) throw new Error("The capsule has no replies and no participants.");
		const forms = who.forms.map((form) => ("overall" in form.answers ? { ...form, answers: { overall: 31 } } : form));
		const altered = {
			...capsule,
			replies: [{ ...reply, text: `${reply.text.slice(0, -1)}!` }, ...replies],
			participants: [{ ...who, forms }, ...participants],
		};
		const { status, said } = await replayed(altered, folder);
		expect(status).toBe(1);
		expect(said).toMatch(/transcripts .* text: recorded .* replayed/);
		expect(said).toMatch(/answers .* value: recorded \d+, replayed 31/);
		expect(said).toMatch(/report-live .*estimate: recorded/);
	});

	it("is refused if its protocol is not the recorded one", async () => {
		const other = { ...capsule, protocol: { ...Object(capsule.protocol), title: "Another study" } };
		const { status, stderr } = await replayed(other, folder);
		expect([status, stderr]).toEqual([1, expect.stringContaining("in the record")]);
	});
});
