import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AuditAction, recordAudit } from "../../access/audit.ts";
import { actorOf } from "../../access/require-scope.ts";
import { requireSession } from "../../access/session/find-session.ts";
import { database } from "../../db/database.ts";
import type { AppEnv } from "../../env.ts";
import type { Json } from "../../shared/json.ts";
import { ProblemError } from "../../shared/problem.ts";
import type { Result } from "../../shared/result.ts";
import { studyParams } from "../../studies/require-study.ts";
import { toProblem } from "../refusal-problems.ts";
import { type SessionRefusal, type SessionsOfStudy, sessionOf } from "../session-client.ts";

/** Any text: an unknown session gets its refusal after the body is checked, as an unknown study does. */
export const sessionParams = studyParams.extend({ session: z.string().max(100) });
export const reason = z.string().trim().min(1).max(1000).describe("Why. It stays in the audit.");

type Act = { readonly study: string; readonly session: string; readonly detail: Readonly<Record<string, Json>> };

export async function audited(c: Context<AppEnv>, action: AuditAction, { study, session, detail }: Act): Promise<void> {
	const entry = { actor: actorOf(c), action, studyId: study, target: session, detail };
	await recordAudit(database(c.env.DB), entry, Date.now());
}

export const objectOf = async (c: Context<AppEnv>, session: string): Promise<SessionsOfStudy> =>
	sessionOf(c.env.SESSIONS, await requireSession(c.env, session));

export function granted<T>(result: Result<T, SessionRefusal>): T {
	if (result.ok) return result.value;
	const { kind } = result.error;
	if (kind === "not_started") throw new ProblemError({ code: "not_found", detail: "This study has no such session." });
	throw new ProblemError(toProblem(result.error));
}
