import type { Sealed } from "../../blinding/seals/sealed.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { adaptersIn, type ChangedFittings, replaceFailedAdapters } from "../../models/calls/replace-failed-adapters.ts";
import type { Fittings } from "../../models/model-types.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { unrecordedInputs } from "../../studies/inputs/unrecorded-inputs.ts";
import { adapterRows, failedAdapters } from "../adapters/adapters.ts";
import { ownInput, sharedInput, sharedNames } from "./arm-inputs.ts";
import type { Exclusion } from "./fit-arms.ts";

export type AdaptedStudy = {
	readonly id: string;
	readonly protocol: Protocol;
	/** The pseudonyms under which the participant's adapters are registered. */
	readonly participants: readonly string[];
};

/**
 * Checks, right before randomisation, whether the adapters chosen at arrival may still be served. Null if nothing has changed.
 * Only an adapter that is no longer ready counts; a replaced one is served as before. In a double-blind study unrecorded
 * changes do not count: they could choose who gets another adapter.
 */
export async function recheckAdaptersBeforeRandomisation(
	env: Env,
	study: AdaptedStudy,
	fittings: Sealed<Fittings>,
): Promise<Result<ChangedFittings | null, Exclusion>> {
	const cipher = sealCipherOf(env);
	const names = adaptersIn(fittings, cipher);
	if (names.length === 0) return ok(null);
	const failed = await failedOnRecord(env, study, names);
	if (failed.size === 0) return ok(null);
	const again = replaceFailedAdapters(study.protocol.arms, fittings, failed, cipher);
	return again ? ok(again) : err("no_adapter");
}

/** If the database does not answer, the session continues with the adapters chosen at arrival. */
async function failedOnRecord(env: Env, study: AdaptedStudy, names: readonly string[]): Promise<ReadonlySet<string>> {
	try {
		const failed = await failedAdapters(database(env.DB), study.id, names);
		if (failed.size === 0) return failed;
		return (await isOnRecord(env, study)) ? failed : new Set();
	} catch {
		return new Set();
	}
}

async function isOnRecord(env: Env, study: AdaptedStudy): Promise<boolean> {
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
