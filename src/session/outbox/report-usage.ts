import type { UsageLedger } from "../../models/usage/client.ts";
import { ENDS } from "../domain/ending-events.ts";
import type { SessionEvent } from "../domain/events.ts";
import type { SessionState, Study } from "../domain/state.ts";
import { estimatedUsage } from "../reply/estimated-usage.ts";

/** Tells the study's ledger once a session has ended, however it did: its replies were billed. */
export async function reportUsage(
	ledger: (studyId: string) => UsageLedger,
	study: Study,
	{ event, after }: { readonly event: SessionEvent; readonly after: SessionState },
): Promise<void> {
	if (event.type === "SessionErased") return ledger(event.studyId).forget(event.sessionId);
	if (!ENDS.includes(event.type) || !("facts" in after)) return;
	const usage = estimatedUsage(study, after);
	if (usage.calls > 0) await ledger(after.facts.studyId).record(after.facts.sessionId, usage);
}
