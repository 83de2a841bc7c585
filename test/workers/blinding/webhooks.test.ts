import { beforeAll, describe, expect, it } from "vitest";
import { send } from "../../support/http/http.ts";
import { answer, enrol, openStudy, type Participant, post, walk } from "../../support/http/participant.ts";
import { drain, eventually, fetchWorker, KEY, rows } from "../../support/http/worker.ts";
import { namesItself } from "../../support/models/model-server-behaviours.ts";
import { MODEL_IDS, SECRETS, servedStudy } from "../../support/protocols/served-study.ts";
import { receiver } from "../../support/webhooks/receiver.ts";
import type { Received } from "../../support/webhooks/receiver-server.ts";

const NAMES_ITSELF = namesItself("webhooks");
const WORDS = "words-of-the-participant";
const PEOPLE = ["first", "second", "third", "fourth", "reporting", "failing", "leaving", "erased", "declining"];

const slug = "blind-webhooks";
const to = receiver(slug);
let received: readonly Received[];
let listed: string;
const people = new Map<string, Participant>();

async function take(name: string): Promise<void> {
	const who = await enrol(fetchWorker, KEY, slug, `id-of-${name}`, { attributes: { region: `region-of-${name}` } });
	people.set(name, who);
	const path = `/v1/sessions/${who.session}`;
	const headers = { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" };
	const call = (under: string, body: object) =>
		fetchWorker(`${path}/${under}`, { method: "POST", headers, body: JSON.stringify(body) });
	if (name === "declining") await answer(fetchWorker, who, who.view.step?.id ?? "", { accept: false });
	if (name === "declining") return;
	const { step } = await walk(fetchWorker, who, (view) => view.step?.kind === "message");
	if (name === "failing") return void (await post(fetchWorker, who, step?.id ?? "", { text: `[[refused]] ${WORDS}` }));
	if (name === "leaving" || name === "erased") return void (await call("withdraw", { erase: name === "erased" }));
	if (name === "reporting") {
		const view = await answer(fetchWorker, who, step?.id ?? "", { text: WORDS });
		const reply = view.conversation?.messages.find(({ role }) => role === "assistant");
		await call("reports", { message: reply?.id, kind: "broken", note: WORDS });
	}
	await walk(fetchWorker, who);
}

beforeAll(async () => {
	// One arm names its model at every first attempt and is requested again.
	const study = {
		...servedStudy(slug, "single", [NAMES_ITSELF, MODEL_IDS[1]]),
		blinding: { level: "double", pace: "as-is", selfIdentification: "regenerate" },
	};
	await openStudy(fetchWorker, KEY, study);
	const made = await send(`/v1/studies/${slug}/webhooks`, { method: "POST", json: { url: to.url } });
	const { id } = await made.json<{ id: string }>();
	for (const name of PEOPLE) await take(name);
	for (const { session } of people.values()) await drain(session);
	// Four who finish, one of whom reports, and the ends of those who leave, are erased and decline.
	await eventually(async () => (await to.received()).length >= 9, "all events");
	received = await to.received();
	listed = await (await send(`/v1/studies/${slug}/webhooks/${id}/deliveries`)).text();
});

describe("what webhooks say about a blinded study", () => {
	it("names no arm, model, prompt or label, in bodies, headers and the list of deliveries", async () => {
		const labels = await rows<{ sequence: string }>(
			"SELECT DISTINCT sequence FROM sessions WHERE sequence IS NOT NULL AND study_id = (SELECT id FROM studies WHERE slug = ?)",
			slug,
		);
		const words = new Set(labels.flatMap(({ sequence }) => sequence.split(" ")));
		expect(words.size).toBe(2);
		const said = JSON.stringify(received) + listed;
		const leaks = [...SECRETS, NAMES_ITSELF].filter((secret) => said.includes(secret));
		expect(leaks).toEqual([]);
		const bodies = received.map(({ body }) => body).join(" ");
		expect([...words].filter((label) => new RegExp(`\\b${label}\\b`).test(bodies))).toEqual([]);
	});

	it("contains no text, note, id, pseudonym or attribute of a participant", async () => {
		const pseudonyms = await rows<{ id: string }>("SELECT participant_id AS id FROM participant_identities");
		const facts = [
			WORDS,
			...pseudonyms.map(({ id }) => id),
			...PEOPLE.flatMap((name) => [`id-of-${name}`, `region-of-${name}`]),
		];
		const said = JSON.stringify(received) + listed;
		expect(facts.filter((fact) => said.includes(fact))).toEqual([]);
	});

	it("has as many events of the same length for each sequence", async () => {
		const finished = received.filter(({ body }) => JSON.parse(body).type === "session.completed");
		expect(new Set(finished.map(({ body }) => body.length)).size).toBe(1);
		const sequences = await rows<{ id: string; sequence: string }>(
			"SELECT id, sequence FROM sessions WHERE status = 'completed'",
		);
		const eventsOf = (id: string) => received.filter(({ body }) => body.includes(id)).length;
		const reporting = people.get("reporting")?.session;
		const counts = sequences.filter(({ id }) => id !== reporting).map(({ id }) => eventsOf(id));
		expect(new Set(sequences.map(({ sequence }) => sequence)).size).toBe(2);
		expect(new Set(counts)).toEqual(new Set([1]));
	});

	it("sends nothing while a session is active, whatever its models do", () => {
		const failing = people.get("failing")?.session ?? "";
		expect(received.filter(({ body }) => body.includes(failing))).toEqual([]);
	});
});
