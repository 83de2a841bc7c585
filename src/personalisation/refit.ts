import type { Sealed } from "../blinding/sealed.ts";
import { type Database, database } from "../db/database.ts";
import type { Fittings } from "../models/port.ts";
import { adaptersIn, type Refitted, refit } from "../models/refit.ts";
import type { Arm } from "../protocol/schema.ts";
import { err, ok, type Result } from "../shared/result.ts";
import { failedAdapters } from "./adapters.ts";
import type { Exclusion } from "./fit-arms.ts";

/**
 * Looks again, right before somebody is randomised, whether the adapters that they were given when they came are still to be served.
 * Null where nothing has changed. Only an adapter that the registry has not as ready any more counts: one that was replaced under its name
 * is served as it was.
 */
export async function refitted(
	d1: D1Database,
	study: { readonly id: string; readonly arms: readonly Arm[] },
	fittings: Sealed<Fittings>,
): Promise<Result<Refitted | null, Exclusion>> {
	const names = adaptersIn(fittings);
	if (names.length === 0) return ok(null);
	const failed = await lookedUp(database(d1), study.id, names);
	if (failed.size === 0) return ok(null);
	const again = refit(study.arms, fittings, failed);
	return again ? ok(again) : err("no_adapter");
}

/** A database that is down holds nobody up in the middle of a session: they are served what was ready when they came. */
async function lookedUp(db: Database, studyId: string, names: readonly string[]): Promise<ReadonlySet<string>> {
	try {
		return await failedAdapters(db, studyId, names);
	} catch {
		return new Set();
	}
}
