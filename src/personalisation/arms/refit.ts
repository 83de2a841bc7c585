import type { Sealed } from "../../blinding/seals/sealed.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { adaptersIn, type Refitted, refit } from "../../models/calls/refit.ts";
import type { Fittings } from "../../models/port.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { unrecordedInputs } from "../../studies/inputs/unrecorded-inputs.ts";
import { adapterRows, failedAdapters } from "../adapters/adapters.ts";
import { ownInput, sharedInput, sharedNames } from "./arm-inputs.ts";
import type { Exclusion } from "./fit-arms.ts";

export type Refitting = {
	readonly id: string;
	readonly protocol: Protocol;
	/** The pseudonyms under which the participant's adapters stand. */
	readonly participants: readonly string[];
};

/**
 * Looks again, right before somebody is randomised, whether the adapters that they were given when they came are still to be served.
 * Null where nothing has changed. Only an adapter that the registry has not as ready any more counts: one that was replaced under its name
 * is served as it was. In a double-blind study a change that is not on record does not count: it would choose who is served by another one.
 */
export async function refitted(
	env: Env,
	study: Refitting,
	fittings: Sealed<Fittings>,
): Promise<Result<Refitted | null, Exclusion>> {
	const cipher = sealCipherOf(env);
	const names = adaptersIn(fittings, cipher);
	if (names.length === 0) return ok(null);
	const failed = await failedOnRecord(env, study, names);
	if (failed.size === 0) return ok(null);
	const again = refit(study.protocol.arms, fittings, failed, cipher);
	return again ? ok(again) : err("no_adapter");
}

/** A database that is down holds nobody up in the middle of a session: they are served what was ready when they came. */
async function failedOnRecord(env: Env, study: Refitting, names: readonly string[]): Promise<ReadonlySet<string>> {
	try {
		const failed = await failedAdapters(database(env.DB), study.id, names);
		if (failed.size === 0) return failed;
		return (await isOnRecord(env, study)) ? failed : new Set();
	} catch {
		return new Set();
	}
}

async function isOnRecord(env: Env, study: Refitting): Promise<boolean> {
	const { id, protocol, participants } = study;
	const names = sharedNames(protocol);
	const rows = await adapterRows(database(env.DB), id, { participants, shared: names });
	const inputs = [
		...names.map((name) =>
			sharedInput(
				name,
				rows.find((row) => row.name === name),
			),
		),
		...participants.map((participant) =>
			ownInput(
				participant,
				rows.filter(({ participantId }) => participantId === participant),
			),
		),
	];
	return (await unrecordedInputs(env, study, inputs, Date.now())).length === 0;
}
