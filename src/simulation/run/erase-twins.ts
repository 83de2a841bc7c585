import { recorded } from "../../access/session/session-id.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { isAmong, simulationErasures } from "../../personalisation/profiles/simulation-erasures.ts";
import { sessionOf } from "../../session/session-client.ts";
import type { ModelStore } from "./model-store.ts";
import type { RunStore } from "./run-store.ts";

type ErasingDeps = {
	readonly env: Env;
	readonly runs: RunStore;
	readonly store: ModelStore;
	readonly transaction: (work: () => void) => void;
	/** Until the batch that is on its way to D1 has arrived or failed. */
	readonly published: () => Promise<void>;
};

/**
 * Whether these people had twins. Ends them first, so that nothing new is made; then erases their sessions; then what is here, because only
 * that leads to the sessions. A batch that is on its way to D1 could arrive after its rows were deleted there, so they are deleted once more.
 */
export async function eraseTwins(
	{ env, runs, store, transaction, published }: ErasingDeps,
	participants: readonly string[],
): Promise<boolean> {
	const twins = participants.flatMap((participant) => runs.people.endTwins(participant));
	for (const { session, token } of twins)
		if (session !== null && token !== null) await eraseSession(env, session, token);
	transaction(() => {
		for (const twin of twins) store.erase(twin);
		for (const participant of participants) runs.people.forgetTwins(participant);
	});
	if (twins.length === 0) return false;
	await published();
	const db = database(env.DB);
	const [first, ...others] = simulationErasures(db, isAmong(participants));
	if (first) await db.batch([first, ...others]);
	return true;
}

async function eraseSession(env: Env, session: string, token: string): Promise<void> {
	const erased = await sessionOf(env.SESSIONS, recorded(session)).withdraw({ token, erase: true });
	if (!erased.ok) throw new Error("a twin's session was not erased");
}
