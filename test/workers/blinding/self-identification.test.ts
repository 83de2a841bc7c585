import { env } from "cloudflare:test";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { MASK } from "../../../src/blinding/masking.ts";
import { unsealRow } from "../../../src/blinding/seals/seal-keys.ts";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { answer, enrol, openStudy, type Participant, post, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { IDENTIFYING, namesItself } from "../../support/models/model-server-behaviours.ts";
import { MODEL_IDS, servedStudy } from "../../support/protocols/served-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";
import { collect, events, textsOf } from "../../support/replies/event-stream.ts";

const MASKED = `Certainly. ${MASK}. Does that help?`;
const layouts = ["single", "best-of", "side-by-side"] as const;

type Handling = "record" | "mask" | "regenerate";
type Layout = (typeof layouts)[number];

function openThat(
	slug: string,
	selfIdentification: Handling,
	layout: Layout,
	models?: readonly string[],
): Promise<void> {
	const study = servedStudy(slug, layout, models);
	const blinded: ProtocolInput = { ...study, blinding: { ...study.blinding, selfIdentification } };
	return openStudy(fetchWorker, KEY, blinded);
}

beforeAll(async () => {
	for (const layout of layouts) {
		for (const handling of ["record", "mask", "regenerate"] as const) {
			await openThat(`${handling}-${layout}`, handling, layout);
		}
	}
	await openThat("written", "mask", "single");
	await openThat("seeds", "regenerate", "single");
	await openThat("opened", "record", "single");
	for (const slug of ["thrown-away", "thrown-away-erased"])
		await openThat(slug, "regenerate", "single", [namesItself("thrown-away"), MODEL_IDS[0]]);
});

type Asked = {
	readonly who: Participant;
	readonly slug: string;
	/** The text of each candidate, as the AI SDK's client would assemble it. */
	readonly texts: Readonly<Record<string, string>>;
	readonly bytes: string;
};
let people = 0;

/** A participant whose models identify themselves, and everything that the client received. */
async function asked(slug: string): Promise<Asked> {
	const who = await enrol(fetchWorker, KEY, slug, `asker ${++people}`);
	const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
	const streamed = await post(
		fetchWorker,
		who,
		step?.id ?? "",
		{ text: "[[identifies]] who are you?" },
		{ Accept: "text/event-stream" },
	);
	const bytes = streamed.clone();
	const texts = textsOf(await collect(events(streamed)));
	const view = await see(fetchWorker, who);
	if (view.step?.kind === "choice") {
		const scores = Object.fromEntries(view.step.candidates.map(({ id }, place) => [id, 50 + place]));
		await answer(fetchWorker, who, view.step.id, { chosen: "a", ...(view.step.scale ? { scores } : {}) });
	}
	await drain(who.session);
	return { who, slug, texts, bytes: await bytes.text() };
}

const repliesIn = async ({ who }: Asked): Promise<string[]> => {
	const { conversation } = await see(fetchWorker, who);
	return (conversation?.messages ?? []).filter(({ role }) => role === "assistant").map(({ text }) => text);
};

const candidatesOf = ({ who }: Asked) =>
	rows<{ text: string; sealed_text: string; slot: string }>(
		"SELECT text, sealed_text, slot FROM candidates WHERE session_id = ? ORDER BY slot",
		who.session,
	);

async function opened(slug: string, jwe: string): Promise<unknown> {
	const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug);
	const { privateJwk } = await allocatorOf(env.ALLOCATORS, study?.id ?? "").reveal();
	return unsealRow(privateJwk, jwe);
}

describe.each(layouts)("in the layout %s, a reply that names its model and its maker", (layout) => {
	it("is shown unchanged under record, and is a deviation", async () => {
		const seen = await asked(`record-${layout}`);
		for (const text of Object.values(seen.texts)) expect(text).toBe(IDENTIFYING);
		expect(new Set(await repliesIn(seen))).toEqual(new Set([IDENTIFYING]));
	});

	it.each(["mask", "regenerate"])("does not reach the participant under %s, in any byte", async (handling) => {
		const seen = await asked(`${handling}-${layout}`);
		for (const text of Object.values(seen.texts)) expect(text).toBe(MASKED);
		expect(new Set(await repliesIn(seen))).toEqual(new Set([MASKED]));
		expect(seen.bytes).not.toMatch(/ChatGPT|Anthropic/);
	});

	it.each(["record", "mask", "regenerate"])("is only in sealed columns of D1 under %s", async (handling) => {
		const seen = await asked(`${handling}-${layout}`);
		const found = await candidatesOf(seen);
		expect(found.length).toBe(layout === "single" ? 1 : 2);
		for (const { text, sealed_text } of found) {
			expect(text).toBe(MASKED);
			expect(await opened(seen.slug, sealed_text)).toBe(IDENTIFYING);
		}
		const transcript = await rows("SELECT text FROM v_transcripts WHERE session = ?", seen.who.session);
		expect(JSON.stringify(transcript)).not.toMatch(/ChatGPT|Anthropic/);
		const deviations = await rows("SELECT * FROM v_deviations WHERE session = ?", seen.who.session);
		expect(deviations.map((row) => row.handling)).toEqual(
			Array(found.length).fill(handling === "record" ? "record" : "mask"),
		);
		for (const row of deviations) {
			expect(row).toMatchObject({ kind: "self_identification", span_start: null, span_end: null, turn: 1, arm: null });
			expect(row.label).toEqual(expect.any(String));
		}
	});
});

describe("a reply that names its model", () => {
	it("is sent back to its model unmasked", async () => {
		const { who } = await asked("written");
		const { step } = await see(fetchWorker, who);
		const marker = `and after ${who.session}`;
		await post(fetchWorker, who, step?.id ?? "", { text: marker });
		const requests = await modelRequests(marker);
		expect(requests.length).toBe(1);
		expect(requests[0]).toContain(JSON.stringify(IDENTIFYING).slice(1, -1));
		expect(requests[0]).not.toContain(MASK);
	});

	it("is requested again from the same model with another seed, up to the number of tries", async () => {
		const who = await enrol(fetchWorker, KEY, "seeds", "asker");
		const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
		await post(fetchWorker, who, step?.id ?? "", { text: `[[identifies]] ${who.session}` });
		const bodies = (await modelRequests(who.session)).map(
			(body) => JSON.parse(body) as { seed: number; model: string },
		);
		expect(bodies.length).toBe(3);
		expect(new Set(bodies.map(({ seed }) => seed)).size).toBe(3);
		expect(new Set(bodies.map(({ model }) => model)).size).toBe(1);
	});

	it("is readable with its place after unblinding", async () => {
		const seen = await asked("opened");
		const spans = () => rows("SELECT span_start, span_end FROM v_deviations WHERE session = ?", seen.who.session);
		expect(await spans()).toEqual([{ span_start: null, span_end: null }]);
		await closeAndUnblind("opened");
		expect(await candidatesOf(seen)).toEqual([{ text: MASKED, sealed_text: IDENTIFYING, slot: "a" }]);
		const [span] = await spans();
		expect(IDENTIFYING.slice(Number(span?.span_start), Number(span?.span_end))).toBe(
			"I am ChatGPT, a model made by Anthropic",
		);
	});

	it("leaves no deviation after an erasure", async () => {
		const { who } = await asked("written");
		await fetchWorker(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await drain(who.session);
		expect(await rows("SELECT 1 FROM deviations WHERE session_id = ?", who.session)).toEqual([]);
	});
});

describe("a discarded reply that no participant saw", () => {
	const slug = "thrown-away";
	const sealed = (id: string) => rows("SELECT * FROM model_calls WHERE study_id = ? AND sealed IS NOT NULL", id);
	const studyId = async (of: string) => String((await rows("SELECT id FROM studies WHERE slug = ?", of))[0]?.id);

	it("has no session, label or time in its deviation until the study is unblinded", async () => {
		const id = await studyId(slug);
		const people = [];
		for (const name of ["one", "two", "three", "four"]) {
			const who = await enrol(fetchWorker, KEY, slug, name);
			await walk(fetchWorker, who);
			await drain(who.session);
			people.push(who.session);
		}
		expect(await rows("SELECT 1 FROM deviations WHERE study_id = ?", id)).toEqual([]);
		const replies = await sealed(id);
		expect(replies).toHaveLength((await rows("SELECT 1 FROM candidates WHERE study_id = ?", id)).length);
		expect(new Set(replies.map((row) => String(row.sealed).length)).size).toBe(1);
		const sessions = await rows("SELECT DISTINCT last_event, status FROM sessions WHERE study_id = ?", id);
		expect(sessions).toHaveLength(1);
		const lines = await rows("SELECT DISTINCT conversation_id, retries FROM turns WHERE study_id = ?", id);
		expect(new Set(lines.map(({ retries }) => retries))).toEqual(new Set([null]));

		await closeAndUnblind(slug);
		expect(await sealed(id)).toEqual([]);
		const discarded = await rows(
			"SELECT failure, count(*) AS n FROM model_calls WHERE study_id = ? AND discarded_text = ? GROUP BY failure",
			id,
			IDENTIFYING,
		);
		expect(discarded).toEqual([{ failure: "self_identified", n: 4 }]);
		expect(
			new Set((await rows("SELECT retries FROM turns WHERE study_id = ?", id)).map(({ retries }) => retries)),
		).toEqual(new Set([0]));
		const opened = await rows("SELECT * FROM v_deviations WHERE study = ? ORDER BY session", slug);
		expect(opened.map(({ session }) => session)).toEqual([...people].sort());
		for (const row of opened)
			expect(row).toMatchObject({
				arm: ARM_IDS[0],
				handling: "regenerate",
				turn: 1,
				slot: "a",
				span_start: IDENTIFYING.indexOf("I am"),
			});
	});

	it("has one immediate deviation after unblinding, also after a rebuild", async () => {
		const who = await enrol(fetchWorker, KEY, slug, "one");
		const before = await rows("SELECT * FROM deviations WHERE session_id = ?", who.session);
		await rebuild(slug);
		await drain(who.session);
		expect(before).toHaveLength(1);
		expect(await rows("SELECT * FROM deviations WHERE session_id = ?", who.session)).toEqual(before);
		expect(await sealed(await studyId(slug))).toEqual([]);
	});

	it("is deleted when its session is erased", async () => {
		const [id, who] = [await studyId("thrown-away-erased"), await enrol(fetchWorker, KEY, "thrown-away-erased", "one")];
		await walk(fetchWorker, who);
		await drain(who.session);
		expect((await sealed(id)).length).toBeGreaterThan(0);
		await fetchWorker(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		await drain(who.session);
		expect(await sealed(id)).toEqual([]);
		expect(await rows("SELECT last_event FROM sessions WHERE id = ?", who.session)).toEqual([{ last_event: 1 }]);
	});
});

async function ordered(path: string, body: object): Promise<void> {
	const response = await fetchWorker(path, {
		method: "POST",
		headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}
const rebuild = (slug: string) => ordered(`/v1/studies/${slug}/rebuild`, { after: "" });

async function modelRequests(contains: string): Promise<string[]> {
	const url = new URL(`/requests?contains=${encodeURIComponent(contains)}`, inject("modelServerUrl"));
	const requests = (await (await fetch(url)).json()) as { body: string }[];
	return requests.map(({ body }) => body);
}
