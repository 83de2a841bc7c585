import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { allocatorOf } from "../../../src/randomisation/allocator/allocator-client.ts";
import type { SessionView } from "../../../src/session/view/view-schema.ts";
import { type Credentials, enrol, type Participant, walk } from "../http/participant.ts";
import { drain, fetchWorker, KEY, logOf, rows, sessionStub } from "../http/worker.ts";

export const TEN_MINUTES_MS = 600_000;

/** A session before its first message, with a reserved place. */
export async function arrive(slug: string, id: string): Promise<Participant> {
	const who = await enrol(fetchWorker, KEY, slug, id);
	return { ...who, view: await walk(fetchWorker, who, ({ step }: SessionView) => step?.kind === "message") };
}

/** Moves all events in the log to earlier times, and so does the place's lapse. An object in memory does not notice. */
export const moveToPast = (session: string, ms: number): Promise<void> =>
	runInDurableObject(sessionStub(session), (_, { storage }) => {
		const events = storage.sql.exec<{ seq: number; event: string }>("SELECT seq, event FROM events").toArray();
		for (const { seq, event } of events) {
			const earlier = { ...JSON.parse(event), atMs: JSON.parse(event).atMs - ms };
			storage.sql.exec("UPDATE events SET event = ? WHERE seq = ?", JSON.stringify(earlier), seq);
		}
		storage.sql.exec("UPDATE deadlines SET due_ms = due_ms - ? WHERE kind = 'reservation'", ms);
	});

/** Lets time pass, by moving all events in the log to earlier times. */
export async function letPass(who: Credentials, ms: number): Promise<void> {
	await drain(who.session);
	await moveToPast(who.session, ms);
	await evictDurableObject(sessionStub(who.session));
	await drain(who.session);
}

type Asked = "allocate" | "renew" | "standing";

/**
 * Replaces an allocator's response until the returned function is called. It changes the class, because a property of the
 * instance cannot be called from another object.
 */
export async function allocatorAnswers(
	slug: string,
	to: Asked,
	answer: () => Promise<never>,
): Promise<() => Promise<void>> {
	const [study] = await rows<{ id: string }>("SELECT id FROM studies WHERE slug = ?", slug);
	const allocator = allocatorOf(env.ALLOCATORS, String(study?.id)) as unknown as DurableObjectStub;
	const change = (method: unknown) =>
		runInDurableObject(allocator, (object) => {
			const methods = Object.getPrototypeOf(object) as Record<Asked, unknown>;
			const before = methods[to];
			methods[to] = method;
			return before;
		});
	const original = await change(answer);
	return async () => void (await change(original));
}

export const eventTypesOf = async (session: string): Promise<string[]> =>
	(await logOf(session)).map(({ type }) => type);
