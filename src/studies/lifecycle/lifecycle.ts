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

/** The status after a move. `stays` if the study has it already, because a repeated call is no error. */
export function decideMove(
	status: StudyStatus,
	move: Move,
): Result<{ readonly to: StudyStatus; readonly stays: boolean }, Problem> {
	const to = TARGET[move];
	if (status === to) return ok({ to, stays: true });
	if (FROM[move].includes(status)) return ok({ to, stays: false });
	return err({
		code: "study_state",
		detail: `A study that is ${status} cannot ${move}. This works from: ${FROM[move].join(", ")}.`,
	});
}
