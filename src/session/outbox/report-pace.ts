import type { UsageLedger } from "../../models/usage/client.ts";
import { stepOf } from "../../models/usage/late-share.ts";
import type { SessionEvent } from "../domain/events.ts";
import type { SessionState, Study } from "../domain/state.ts";
import { pacedReplies } from "../reply/reply-pacing.ts";

/** Not each reply: a report at its moment would say of which conversation, and so of which arm, it is. */
const REPORTED_AT: readonly SessionEvent["type"][] = [
	"ConversationEnded",
	"SessionCompleted",
	"SessionExpired",
	"SessionWithdrawn",
];

/** Reports to the study's ledger how many of the session's replies were late, where the event is a time to do so. */
export async function reportPace(
	ledger: (studyId: string) => UsageLedger,
	study: Study,
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	if (!REPORTED_AT.includes(event.type) || !("facts" in after)) return;
	const { studyId, sessionId: session, pool } = after.facts;
	const count = pacedReplies(study, after);
	if (pool === "simulated" || count.replies === 0) return;
	await ledger(studyId).recordPace({ studyId, session, pool, step: stepOf(study.protocol), count });
}
