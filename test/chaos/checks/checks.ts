import type { Violation } from "../ledger.ts";
import { answersAreInLogs, logsHaveNothingElse } from "./answers-in-logs.ts";
import { answersAreInRows, rowsAreOfEvents } from "./answers-in-rows.ts";
import { erasedIsGone, peopleHaveOneSession, placesFollowSessions, sessionsEndAsExpected } from "./ends.ts";
import type { Check, Found, Known } from "./evidence.ts";
import { repliesAreAsShown, repliesWereShown } from "./replies.ts";

export const CHECKS: Readonly<Record<string, Check>> = {
	answersAreInLogs,
	logsHaveNothingElse,
	answersAreInRows,
	rowsAreOfEvents,
	repliesAreAsShown,
	repliesWereShown,
	sessionsEndAsExpected,
	peopleHaveOneSession,
	placesFollowSessions,
	erasedIsGone,
};

export const violationsIn = (known: Known, found: Found): Violation[] =>
	Object.values(CHECKS).flatMap((check) => check(known, found));
