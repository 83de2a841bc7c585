import type { Problem } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";

export type StudyStatus = "draft" | "open" | "paused" | "closed";
export type Move = "open" | "pause" | "close";

const TARGET: Readonly<Record<Move, StudyStatus>> = { open: "open", pause: "paused", close: "closed" };
const FROM: Readonly<Record<Move, readonly StudyStatus[]>> = {
	open: ["draft", "paused"],
	pause: ["open"],
	close: ["open", "paused"],
};

/** Where a move leads, or `stays` where the study is there already: a repeated call is no fault. */
export function decideMove(
	status: StudyStatus,
	move: Move,
): Result<{ readonly to: StudyStatus; readonly stays: boolean }, Problem> {
	const to = TARGET[move];
	if (status === to) return ok({ to, stays: true });
	if (FROM[move].includes(status)) return ok({ to, stays: false });
	return err({
		code: "study_state",
		detail: `A study that is ${status} cannot ${move}. It can from: ${FROM[move].join(", ")}.`,
	});
}
