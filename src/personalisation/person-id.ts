import { ANY_FORMAT, type IdRules, idFault } from "../access/participant-id/participant-id.ts";
import { poolOf } from "../randomisation/pool.ts";
import type { Person } from "./profile-line.ts";

/**
 * Why a person cannot take part under this id; null where they can. A study's format is that of its recruiter's ids: data sets,
 * pilots and simulations have ids of their own.
 */
export function personFault({ id, source, ofDataSet }: Person, rules: IdRules): string | null {
	const isRecruited = !ofDataSet && poolOf(source) === "live";
	return idFault(id, isRecruited ? rules : { ...rules, hasFormat: ANY_FORMAT.hasFormat });
}
