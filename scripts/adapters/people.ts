import { parse } from "csv-parse/sync";
import { BundleError } from "./bundle.ts";

/**
 * The id of each pseudonym, from a CSV with `participant` (the id) and `participant_id` (the pseudonym): the answer to
 * `GET /v1/studies/{study}/invitations` of the study with the training data.
 */
export function idsFrom(csv: string): ReadonlyMap<string, string> {
	const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true, skip_empty_lines: true });
	const ids = new Map<string, string>();
	for (const { participant, participant_id: pseudonym } of rows) {
		if (!participant || !pseudonym)
			throw new BundleError("The file of people needs the columns participant and participant_id in each row.");
		ids.set(pseudonym, participant);
	}
	return ids;
}
