import { beforeAll, describe, expect, it } from "vitest";
import { databasesIn } from "../support/browser/bytes-on-disk.ts";
import { sharedWorker } from "../support/browser/scene.ts";
import { createStudy, enrol, type Participant, plausible, walk } from "../support/http/participant.ts";
import { ARM_IDS, smallStudy } from "../support/protocols/small-study.ts";

/** Opens no page. Searches the databases of the served Worker for erased data. */
const served = sharedWorker();
const SLUG = "erased-bytes";

type Person = {
	readonly name: string;
	readonly id: string;
	readonly self: string;
	readonly home: string;
	readonly messages: string[];
};

/** Each word is unique, so that a fragment is found too. */
function person(name: string): Person {
	let count = 0;
	const words = (length: number) => Array.from({ length }, () => `${name}${++count}qx`).join(" ");
	return {
		name,
		id: words(1),
		self: words(60),
		home: words(1),
		messages: [words(250), ...Array.from({ length: 9 }, () => words(20))],
	};
}

const gone = person("annika");
const stays = person("bertil");
/** Never arrives: only the profile is stored. */
const loaded = person("cecilia");
const wordsOf = ({ id, self, home, messages }: Person) => [
	id,
	home,
	...[self, ...messages].flatMap((text) => text.split(" ")),
];

const research = (path: string, body?: unknown, method = "POST") =>
	served.fetch(`/v1/studies/${SLUG}${path}`, {
		method,
		...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
		headers: {
			Authorization: `Bearer ${served.key}`,
			"Content-Type": typeof body === "string" ? "application/jsonl" : "application/json",
		},
	});

async function takePart({ id, home, messages }: Person): Promise<Participant> {
	const who = await enrol(served.fetch, served.key, SLUG, id, { attributes: { home } });
	const unsaid = [...messages];
	await walk(served.fetch, who, undefined, (step) =>
		step.kind === "message" && !step.canEnd ? { text: unsaid.shift() } : plausible(step),
	);
	return who;
}

/** The number of a person's words in each kind of database: `d1` or `do`. */
async function found(someone: Person): Promise<Record<string, string[]>> {
	const kinds: Record<string, string[]> = {};
	for (const [name, bytes] of await databasesIn(served.folder)) {
		// Each word begins with it: most databases are read once, and not once for each of 500 words.
		if (!bytes.includes(someone.name)) continue;
		const kind = name.includes("/d1/") ? "d1" : "do";
		const here = wordsOf(someone).filter((word) => bytes.includes(word));
		if (here.length > 0) kinds[kind] = [...(kinds[kind] ?? []), ...here];
	}
	return kinds;
}

const storesWith = async (someone: Person) => Object.keys(await found(someone)).sort();

describe("erased data", () => {
	let who: Participant;

	beforeAll(async () => {
		const personalisation = { kind: "prompt", template: "They say: {{profile.self}}" } as const;
		const arms = ARM_IDS.map((id, index) => ({ id, model: `model-${index}`, personalisation }));
		await createStudy(served.fetch, served.key, smallStudy({ slug: SLUG, arms }));
		const profiles = [gone, stays, loaded].map(({ id, self }) =>
			JSON.stringify({ participant: id, profile: { self } }),
		);
		expect((await research("/profiles", profiles.join("\n"))).status).toBe(200);
		expect((await research("/open", {})).status).toBe(200);
		await takePart(stays);
		who = await takePart(gone);
	});

	it("is in no database after a participant erased it", async () => {
		for (const each of [gone, stays]) await expect.poll(() => storesWith(each)).toEqual(["d1", "do"]);
		const erased = await served.fetch(`/v1/sessions/${who.session}/withdraw`, {
			method: "POST",
			headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
			body: JSON.stringify({ erase: true }),
		});
		expect(erased.status).toBe(200);
		await expect.poll(() => found(gone)).toEqual({});
		await expect.poll(() => storesWith(stays)).toEqual(["d1", "do"]);
	});

	it("is in no database after a researcher deleted a profile", async () => {
		await expect.poll(() => storesWith(loaded)).toEqual(["d1"]);
		const deleted = await research(`/profiles/${loaded.id}`, undefined, "DELETE");
		expect(deleted.status).toBe(204);
		await expect.poll(() => found(loaded)).toEqual({});
	});
});
