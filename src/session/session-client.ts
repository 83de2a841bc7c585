import { objectNameOf, type SessionId } from "../access/session/session-id.ts";
import type { Sealed } from "../blinding/seals/sealed.ts";
import type { Fittings } from "../models/model-types.ts";
import type { Exclusion } from "../personalisation/arms/fit-arms.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import type { SettingsVersion } from "../protocol/settings/settings.ts";
import { durableObject } from "../shared/durable-object.ts";
import type { Result } from "../shared/result.ts";
import type { Overrides } from "../texts/template.ts";
import type { CommandRefusal } from "./domain/command.ts";
import type { ReportKind } from "./domain/conversation-events.ts";
import type { ResearchersAct, ResearchersExit } from "./domain/events.ts";
import type { KeptSettings, SessionArrival } from "./domain/session-arrival.ts";
import type { SessionFacts, SubmissionStatus } from "./domain/session-facts.ts";
import type { RequestEnd, TracedRequest } from "./trace/turn-spans.ts";
import type { Replay } from "./view/for-researchers/replay-schema.ts";
import type { Summary } from "./view/for-tools/summary.ts";
import type { HelpView, OwnCopy, SessionView } from "./view/view-schema.ts";

export type StartSession = SessionFacts & {
	readonly protocol: Protocol;
	/** The arms' adapted inputs. The first call fixes them. */
	readonly fittings?: Sealed<Fittings> | null;
	/** The study's settings, if they changed since it opened. */
	readonly settings?: SettingsVersion | null;
	/** Why this person ends as `screened_out` at once. */
	readonly exclusion?: Exclusion | null;
};

export type SubmissionReport = {
	readonly submission: string;
	readonly status: SubmissionStatus;
	readonly reportedAtMs: number;
};

/** How the caller wants a reply: when it is complete, as a stream, or later by polling. */
export type ReplyMode = "whole" | "stream" | "async";

export type StartedSession = {
	readonly created: boolean;
	readonly token: string;
	readonly view: SessionView;
	readonly kept: KeptSettings;
};

export type SubmittedAnswer = (
	| { readonly kind: "view"; readonly view: SessionView }
	/** A reply to follow, as the AI SDK's UI message stream. */
	| { readonly kind: "stream"; readonly stream: ReadableStream<Uint8Array> }
) & {
	/** The object waits for a report of the request's end. */
	readonly isTraced?: true;
};

/** About the study, not about a participant. */
export type PageSetting = {
	readonly language: string;
	readonly embedOrigins: readonly string[];
	/** The study's own texts, which replace the platform's. */
	readonly texts: Overrides;
};

export type SessionRefusal =
	| CommandRefusal
	| { readonly kind: "unauthenticated" }
	| { readonly kind: "too_many"; readonly retryAfterMs: number };

/** What a researcher may do, who proved by a key that they may work with the study. Sessions of other studies do not exist for them. */
export type SessionsOfStudy = {
	/** `isBlinded`: by the study's allocator. */
	replay(input: { readonly study: string; readonly isBlinded: boolean }): Promise<Result<Replay, SessionRefusal>>;
	/** Ends an active session and frees its place. */
	end(input: {
		readonly study: string;
		readonly exit: ResearchersExit;
		readonly by: ResearchersAct;
	}): Promise<Result<null, SessionRefusal>>;
	/** Frees a reserved place before it lapses. The session stays active. */
	release(input: { readonly study: string; readonly by: ResearchersAct }): Promise<Result<null, SessionRefusal>>;
	/** Puts these settings in force from now on, if the session is active. */
	changeSettings(input: SettingsVersion): Promise<void>;
	/** Withdraws the session if it is active, and erases its data. Changes nothing if they are erased. */
	eraseFor(input: { readonly study: string }): Promise<Result<null, SessionRefusal>>;
	/** The session's token, for a link that resumes it. */
	tokenFor(input: { readonly study: string }): Promise<Result<string, SessionRefusal>>;
};

/** A session's Durable Object as its callers see it. Methods for participants need the session's token. */
export type Session = SessionsOfStudy & {
	/** Starts the session or resumes it. The same participant always gets the same session and token. */
	start(input: StartSession, arriving: SessionArrival): Promise<Result<StartedSession, SessionRefusal>>;
	/** Never starts a session. Refusals are recorded in its log. */
	resume(arriving: SessionArrival): Promise<Result<StartedSession, SessionRefusal>>;
	view(token: string): Promise<Result<SessionView, SessionRefusal>>;
	submit(input: {
		readonly token: string;
		readonly step: string;
		readonly answer: unknown;
		readonly mode: ReplyMode;
		/** Only if the turn is to be traced. */
		readonly trace?: TracedRequest;
	}): Promise<Result<SubmittedAnswer, SessionRefusal>>;
	/** The reply that the answer to this step asked for, or that this `generating` step writes, from after `lastEventId`. */
	follow(input: {
		readonly token: string;
		readonly step: string;
		readonly lastEventId: string | null;
	}): Promise<Result<ReadableStream<Uint8Array>, SessionRefusal>>;
	/** Stops the reply of this step and keeps what was shown. Changes nothing if there is nothing to stop, or nothing to keep yet. */
	stop(input: { readonly token: string; readonly step: string }): Promise<Result<SessionView, SessionRefusal>>;
	/** What the page needs before it knows the participant. It has no personal data. */
	setting(): Promise<PageSetting | null>;
	/** The participant's own conversations. Null if the study gives no copy. */
	copy(token: string): Promise<Result<OwnCopy | null, SessionRefusal>>;
	/** Works in every status, also repeatedly. */
	withdraw(input: {
		readonly token: string;
		readonly erase: boolean;
		readonly reported?: ReportKind;
	}): Promise<Result<SessionView, SessionRefusal>>;
	/** Scalars for survey tools. Null instead of a token: a researcher's key was checked. */
	summary(token: string | null): Promise<Result<Summary, SessionRefusal>>;
	/** Records a report. The current step stays. */
	report(input: {
		readonly token: string;
		readonly message: string;
		readonly kind: ReportKind;
		readonly note: string | null;
	}): Promise<Result<SessionView, SessionRefusal>>;
	/** What the menu shows. */
	help(token: string): Promise<Result<HelpView, SessionRefusal>>;
	/** The recruiter's report on a submission. Changes nothing if the session does not exist or does not know the submission. */
	recordSubmission(report: SubmissionReport): Promise<void>;
	/** How a traced request ended. Changes nothing if no such turn is kept. */
	endTrace(end: RequestEnd): Promise<void>;
	/** Makes the session write its rows to D1 again, some time after the call. For operators. */
	rebuild(): Promise<void>;
};

export const sessionOf = (namespace: DurableObjectNamespace, sessionId: SessionId): Session =>
	durableObject<Session>(namespace, objectNameOf(sessionId));
