import type { Fault } from "../../../shared/problem.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Command, CommandRefusal, Decision } from "../command.ts";
import type { ReportKind } from "../conversation-events.ts";
import type { ReportExit } from "../events.ts";
import { replyPlaceOf } from "../replies-seen.ts";
import type { SessionState, Study } from "../state.ts";

type StartedState = Exclude<SessionState, { status: "new" | "erased" }>;

const invalid = (fault: Fault) => err<CommandRefusal>({ kind: "invalid", faults: [fault] });

/** The same report once more is silent. */
export function reportReply(
	state: StartedState,
	{ message, kind, note, nowMs: atMs }: Extract<Command, { type: "ReportReply" }>,
): Decision {
	if (state.status !== "active") return err({ kind: "ended" });
	const found = replyPlaceOf(state, message);
	if (!found) return invalid({ pointer: "/message", detail: "this session has no such reply" });
	const { conversation, turn, slot } = found;
	const isKnown = state.reports.some(
		(report) =>
			report.conversation === conversation &&
			report.turn === turn &&
			report.slot === slot &&
			report.kind === kind &&
			report.note === note,
	);
	return ok(isKnown ? [] : [{ type: "ReplyReported", atMs, conversation, turn, slot, kind, note }]);
}

/** The exit that the study offers after such a report. */
export function exitAfterReport(
	{ protocol }: Study,
	{ reports }: StartedState,
	reported: ReportKind,
): Result<ReportExit, CommandRefusal> {
	const exit = protocol.reports?.[reported];
	const hasReported = reports.some(({ kind }) => kind === reported);
	if (exit !== undefined && hasReported) return ok(exit);
	return invalid({
		pointer: "/reported",
		detail: hasReported
			? "the study offers no exit after such a report: leave this away"
			: "no reply was reported so: report it first",
	});
}
