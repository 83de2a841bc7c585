import type { sealedDeviations } from "../db/tables/sealed.ts";
import type { deviations } from "../db/tables/sessions.ts";
import { derivedId, type Id } from "../shared/id.ts";
import { sealRow } from "./seal-keys.ts";

type Row = typeof deviations.$inferInsert;

/** Keyed by the session's secret, or it could be derived from the ids of open rows, and would say whose it is. */
export const hiddenIdOf = (secret: string, deviation: string): Id<"deviation"> =>
	derivedId("deviation", secret, deviation);

/** A deviation of which the open part says of which study it is, and nothing else. */
export async function hiddenRow(
	row: Row,
	{ secret, sealTo }: { readonly secret: string; readonly sealTo: JsonWebKey },
): Promise<typeof sealedDeviations.$inferInsert> {
	const { studyId, protocolHash } = row;
	return { id: hiddenIdOf(secret, row.id), studyId, protocolHash, sealed: await sealRow(sealTo, row) };
}
