import { ANY_FORMAT, type IdRules, idFault } from "../../access/participant-id/participant-id.ts";
import { poolOf } from "../../randomisation/draw/pool.ts";
import type { Person } from "./profile-line.ts";

/**
 * Why a person cannot take part under this id. Null where they can. The study's format applies to its recruiter's ids, and not to
 * ids of data sets, pilots and simulations.
 */
export function personFault({ id, source, ofDataSet }: Person, rules: IdRules): string | null {
	const isRecruited = !ofDataSet && poolOf(source) === "live";
	return idFault(id, isRecruited ? rules : { ...rules, hasFormat: ANY_FORMAT.hasFormat });
}
