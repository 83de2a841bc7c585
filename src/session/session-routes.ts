import type { Context } from "hono";
import { callerWith } from "../access/require-scope.ts";
import { requireSession } from "../access/session/find-session.ts";
import { readSessionToken } from "../access/session/session-token.ts";
import type { AppEnv } from "../env.ts";
import { sendsApiKey } from "../http/api-key.ts";
import type { App } from "../http/contract.ts";
import { UI_STREAM_HEADERS } from "../replies/present/ui-stream.ts";
import { ProblemError } from "../shared/problem.ts";
import type { Result } from "../shared/result.ts";
import { toProblem } from "./refusal-problems.ts";
import { type ReplyMode, type SessionRefusal, sessionOf } from "./session-client.ts";
import {
	answerStep,
	copyOwn,
	followReply,
	readHelp,
	readSession,
	readSummary,
	reportReply,
	stopReply,
	withdraw,
} from "./session-contract.ts";
import { tellEnd, traced } from "./trace/traced-request.ts";

export function registerSessionRoutes(app: App): void {
	app.openapi(copyOwn, async (c) => {
		const { session } = c.req.valid("param");
		const copy = granted(await (await objectOf(c, session)).copy(tokenOf(c, session)));
		if (!copy) throw new ProblemError({ code: "not_found", detail: "This study gives participants no copy." });
		return c.json(copy, 200);
	});

	app.openapi(readSession, async (c) => {
		const { session } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).view(tokenOf(c, session))), 200);
	});

	app.openapi(answerStep, async (c) => {
		const { session, step: answered } = c.req.valid("param");
		const mode = replyMode(c);
		const object = await objectOf(c, session);
		const { trace } = traced(c);
		const submission = { token: tokenOf(c, session), step: answered, answer: c.req.valid("json"), mode };
		const result = granted(await object.submit({ ...submission, ...(trace && { trace }) }));
		const isAhead = mode === "async" && result.kind === "view" && result.view.step?.kind === "generating";
		const status = isAhead ? 202 : 200;
		if (trace && result.isTraced) tellEnd(c, object, trace, { returnedAtMs: Date.now(), status });
		if (result.kind === "stream") return c.body(result.stream, 200, UI_STREAM_HEADERS) as never;
		if (mode === "async") c.header("Preference-Applied", "respond-async");
		return c.json(result.view, status);
	});

	app.openapi(followReply, async (c) => {
		const { session, step: followed } = c.req.valid("param");
		const lastEventId = c.req.valid("header")["last-event-id"] ?? null;
		const token = tokenOf(c, session);
		const stream = granted(await (await objectOf(c, session)).follow({ token, step: followed, lastEventId }));
		return c.body(stream, 200, UI_STREAM_HEADERS) as never;
	});

	app.openapi(stopReply, async (c) => {
		const { session, step: stopped } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).stop({ token: tokenOf(c, session), step: stopped })), 200);
	});

	app.openapi(withdraw, async (c) => {
		const { session } = c.req.valid("param");
		const { erase, reported } = c.req.valid("json");
		const withdrawal = { token: tokenOf(c, session), erase, ...(reported && { reported }) };
		return c.json(granted(await (await objectOf(c, session)).withdraw(withdrawal)), 200);
	});

	app.openapi(reportReply, async (c) => {
		const { session } = c.req.valid("param");
		const { message, kind, note } = c.req.valid("json");
		const reported = { token: tokenOf(c, session), message, kind, note: note || null };
		return c.json(granted(await (await objectOf(c, session)).report(reported)), 200);
	});

	app.openapi(readSummary, async (c) => {
		const { session } = c.req.valid("param");
		const isResearcher = sendsApiKey(c.req.raw.headers);
		if (isResearcher) await callerWith("data:read", c);
		const summary = await (await objectOf(c, session)).summary(isResearcher ? null : tokenOf(c, session));
		return c.json(granted(summary), 200);
	});

	app.openapi(readHelp, async (c) => {
		const { session } = c.req.valid("param");
		return c.json(granted(await (await objectOf(c, session)).help(tokenOf(c, session))), 200);
	});
}

function granted<T>(result: Result<T, SessionRefusal>): T {
	if (!result.ok) throw new ProblemError(toProblem(result.error));
	return result.value;
}

const objectOf = async (c: Context<AppEnv>, session: string) =>
	sessionOf(c.env.SESSIONS, await requireSession(c.env, session));

/** A missing token is treated like a wrong one. */
const tokenOf = (c: Context<AppEnv>, session: string): string => readSessionToken(c, session) ?? "";

function replyMode(c: Context<AppEnv>): ReplyMode {
	if (/\brespond-async\b/i.test(c.req.header("Prefer") ?? "")) return "async";
	return /text\/event-stream/i.test(c.req.header("Accept") ?? "") ? "stream" : "whole";
}
