import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { adapters } from "../../db/tables/personalisation.ts";
import type { Arm } from "../../protocol/schema/schema.ts";

/**
 * The served name of an adapter for measuring an arm's replies: the shared one, or one of any participant. Null if none is
 * ready, or if the arm has no adapter.
 */
export async function trialAdapter(db: Database, studyId: string, { personalisation }: Arm): Promise<string | null> {
	if (personalisation?.kind !== "adapter") return null;
	const whose =
		personalisation.scope === "shared"
			? and(eq(adapters.name, personalisation.adapter), isNull(adapters.participantId))
			: isNotNull(adapters.participantId);
	const [row] = await db
		.select({ servedName: adapters.servedName })
		.from(adapters)
		.where(and(eq(adapters.studyId, studyId), eq(adapters.status, "ready"), whose))
		.orderBy(asc(adapters.name))
		.limit(1);
	return row?.servedName ?? null;
}
