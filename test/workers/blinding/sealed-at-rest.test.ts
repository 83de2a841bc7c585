import { createExecutionContext, env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app/app.ts";
import { type Sealed, seal } from "../../../src/blinding/seals/sealed.ts";
import { unseal } from "../../../src/blinding/seals/unseal.ts";
import { cipherOf, sealCipherOf } from "../../../src/crypto/cipher.ts";
import { withSealsRenewed } from "../../../src/session/object/renew-seals.ts";
import { problemIn, readJson, send } from "../../support/http/http.ts";
import { enrol, type Participant, see, walk } from "../../support/http/participant.ts";
import { drain, fetchWorker, KEY, logOf, rows, sessionStub } from "../../support/http/worker.ts";
import { draft, load, openIt } from "../../support/protocols/personal-study.ts";
import { ARM_IDS } from "../../support/protocols/small-study.ts";

const SLUG = "at-rest";
const SECRET_PROFILE = "I keep forty bees.";
const cipher = sealCipherOf(env);
let studyId: string;
let ann: Participant;

const objectsOf = (session: string) => [
	sessionStub(session),
	env.ALLOCATORS.get(env.ALLOCATORS.idFromName(studyId)),
	env.USAGE.get(env.USAGE.idFromName(studyId)),
];
const allocator = () => env.ALLOCATORS.get(env.ALLOCATORS.idFromName(studyId));

/** Everything that the objects of a session store, as one text. */
async function stored(session: string): Promise<string> {
	const dumps = objectsOf(session).map((stub) =>
		runInDurableObject(stub, (_, { storage: { sql } }) => {
			const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
			return tables
				.filter(({ name }) => !name.startsWith("_cf"))
				.map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM ${name}`).toArray()))
				.join("\n");
		}),
	);
	return (await Promise.all(dumps)).join("\n");
}

/** All base64 parts of a text, decoded. */
const decoded = (text: string): string =>
	[...text.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)].map(([found]) => decodedRun(found)).join("\n");

function decodedRun(run: string): string {
	try {
		return atob(run.replaceAll("=", "").slice(0, run.length - (run.length % 4)));
	} catch {
		return "";
	}
}

beforeAll(async () => {
	const personalisation = { kind: "prompt", template: "They say: {{profile.self}}" } as const;
	const arms = ARM_IDS.map((id, index) => ({ id, model: `model-${index}`, personalisation }));
	await draft(SLUG, { arms });
	await load(SLUG, { participant: "ann", profile: { self: SECRET_PROFILE } });
	expect((await openIt(SLUG)).status).toBe(200);
	[{ id: studyId }] = (await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", SLUG)) as [{ id: string }];
	ann = await enrol(fetchWorker, KEY, SLUG, "ann");
	await walk(fetchWorker, ann);
	await drain(ann.session);
});

describe("sealed data", () => {
	it("is encrypted in every object", async () => {
		const hidden = decoded(await stored(ann.session));
		for (const secret of [...ARM_IDS, SECRET_PROFILE, "servedModel"]) expect(hidden).not.toContain(secret);
	});

	it("does not leave the seed and the private key readable", async () => {
		const opening = await openingOf();
		expect(opening).toMatch(/^v1\./);
		expect(JSON.parse(cipher.openText(opening, "opening"))).toHaveProperty("sealKeys.privateJwk");
		expect(await stored(ann.session)).not.toContain("privateJwk");
	});

	it("can be opened with the Worker's secret", async () => {
		const [arms] = (await logOf(ann.session)).flatMap((event) => (event.type === "Randomised" ? [event.arms] : []));
		expect(Object.values(unseal(arms as NonNullable<typeof arms>, cipher)).sort()).toEqual(
			expect.arrayContaining([...ARM_IDS].sort()),
		);
	});
});

const openingOf = (): Promise<string> =>
	runInDurableObject(
		allocator(),
		(_, { storage: { sql } }) => sql.exec<{ opening: string }>("SELECT opening FROM opening").one().opening,
	);

/** A seal from before seals were encrypted. */
const earlier = <T>(sealed: Sealed<T>): Sealed<T> => seal(unseal(sealed, cipher));

describe("data that were sealed before the Worker had a secret", () => {
	it("are encrypted when their session is next used", async () => {
		const events = (await logOf(ann.session)).map((event) => withSealsRenewed(event, earlier));
		await runInDurableObject(sessionStub(ann.session), (_, { storage: { sql } }) => {
			for (const [index, event] of events.entries())
				sql.exec("UPDATE events SET event = ? WHERE seq = ?", JSON.stringify(event), index + 1);
			const [{ value }] = sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'fittings'").toArray() as [
				{ value: string },
			];
			sql.exec("UPDATE meta SET value = ? WHERE name = 'fittings'", earlier(value as unknown as Sealed<unknown>));
		});
		expect(decoded(await stored(ann.session))).toContain(SECRET_PROFILE);
		await evictDurableObject(sessionStub(ann.session));
		expect((await see(fetchWorker, ann)).status).toBe("completed");
		const hidden = decoded(JSON.stringify(await logOf(ann.session)));
		for (const secret of [...ARM_IDS, "servedModel"]) expect(hidden).not.toContain(secret);
	});

	it("are encrypted in the allocator too, which draws and unblinds as before", async () => {
		const open = JSON.parse(cipher.openText(await openingOf(), "opening"));
		await runInDurableObject(allocator(), (_, { storage: { sql } }) => {
			sql.exec("UPDATE opening SET opening = ?", JSON.stringify({ ...open, sealedArms: earlier(open.sealedArms) }));
		});
		expect(await stored(ann.session)).toContain("privateJwk");
		await evictDurableObject(allocator());
		const ben = await enrol(fetchWorker, KEY, SLUG, "ann", { source: "another" });
		expect(ben.session).not.toBe(ann.session);
		expect(await stored(ann.session)).not.toContain("privateJwk");
		const reason = "An emergency of this participant, who asked for help.";
		const unblinding = await send(`/v1/studies/${SLUG}/unblind`, {
			method: "POST",
			json: { scope: "participant", reason, session: ann.session },
		});
		expect(await readJson(unblinding)).toMatchObject({
			participant: { sequence: expect.arrayContaining([...ARM_IDS]) },
		});
	});
});

describe("the key of a study's pseudonyms", () => {
	const keyOf = async () =>
		(await rows<{ key: string }>("SELECT pseudonym_key AS key FROM studies WHERE id = ?", studyId))[0]?.key ?? "";
	const opened = async () => cipherOf(env, "study keys").openText(await keyOf(), studyId);

	it("is encrypted from the start", async () => {
		expect(await keyOf()).toMatch(/^v1\./);
		expect(await opened()).toMatch(/^[0-9a-f]{64}$/);
	});

	it("is encrypted when it is next used, and gives the same pseudonyms as before", async () => {
		const key = await opened();
		await env.DB.prepare("UPDATE studies SET pseudonym_key = ? WHERE id = ?").bind(key, studyId).run();
		const again = await enrol(fetchWorker, KEY, SLUG, "ann");
		expect(again.session).toBe(ann.session);
		expect(await keyOf()).toMatch(/^v1\./);
		expect(await opened()).toBe(key);
	});

	it.each([{ IDENTITY_KEY: "too short" }, {}])("gets a warning if no secret protects it (%j)", async (secret) => {
		const request = new Request(`https://crossover.test/v1/studies/${SLUG}`, {
			headers: { Authorization: `Bearer ${KEY}` },
		});
		const { IDENTITY_KEY: _, ...others } = env;
		const response = await createApp().fetch(request, { ...others, ...secret }, createExecutionContext());
		const { warnings } = await response.json<{ warnings: { code: string }[] }>();
		expect(warnings.map(({ code }) => code)).toContain("no_secret");
		const { warnings: none } = await readJson(await send(`/v1/studies/${SLUG}`));
		expect(JSON.stringify(none)).not.toContain("no_secret");
	});

	it("is named in the error if the Worker has another secret", async () => {
		const json = { participant: { id: "ann", source: "test" } };
		const request = new Request(`https://crossover.test/v1/studies/${SLUG}/sessions`, {
			method: "POST",
			headers: { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" },
			body: JSON.stringify(json),
		});
		const replaced = { ...env, IDENTITY_KEY: "another secret of thirty-two characters" };
		const response = await createApp().fetch(request, replaced, createExecutionContext());
		expect(await problemIn(response)).toMatchObject({
			code: "bad_environment",
			detail: expect.stringContaining("IDENTITY_KEY_PREVIOUS"),
		});
	});
});
