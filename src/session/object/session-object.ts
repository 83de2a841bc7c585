import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../env.ts";
import { inJurisdiction } from "../../shared/jurisdiction.ts";
import type { Result } from "../../shared/result.ts";
import type { SessionArrival } from "../domain/session-arrival.ts";
import type {
	PageSetting,
	Session,
	SessionRefusal,
	StartedSession,
	StartSession,
	SubmissionReport,
	SubmittedAnswer,
} from "../session-client.ts";
import type { RequestEnd } from "../trace/turn-spans.ts";
import type { Summary } from "../view/for-tools/summary.ts";
import type { HelpView, OwnCopy, SessionView } from "../view/view-schema.ts";
import { SessionService } from "./session-service.ts";

/** One participant's session as a Durable Object, and so the only writer of its log. It passes calls on. */
export class SessionObject extends DurableObject<Env> implements Session {
	readonly #service: SessionService;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, inJurisdiction(env));
		this.#service = new SessionService(ctx.storage, this.env);
		ctx.blockConcurrencyWhile(() => this.#service.load());
	}

	start(input: StartSession, arrival: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		return this.#service.start(input, arrival);
	}

	resume(arrival: SessionArrival): Promise<Result<StartedSession, SessionRefusal>> {
		return this.#service.resume(arrival);
	}

	view(token: string): Promise<Result<SessionView, SessionRefusal>> {
		return this.#service.view(token);
	}

	submit(input: Parameters<Session["submit"]>[0]): Promise<Result<SubmittedAnswer, SessionRefusal>> {
		return this.#service.submit(input);
	}

	follow(input: Parameters<Session["follow"]>[0]): Promise<Result<ReadableStream<Uint8Array>, SessionRefusal>> {
		return this.#service.follow(input);
	}

	stop(input: Parameters<Session["stop"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		return this.#service.stop(input);
	}

	setting(): Promise<PageSetting | null> {
		return this.#service.setting();
	}

	copy(token: string): Promise<Result<OwnCopy | null, SessionRefusal>> {
		return this.#service.copy(token);
	}

	help(token: string): Promise<Result<HelpView, SessionRefusal>> {
		return this.#service.help(token);
	}

	summary(token: string | null): Promise<Result<Summary, SessionRefusal>> {
		return this.#service.summary(token);
	}

	report(input: Parameters<Session["report"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		return this.#service.report(input);
	}

	withdraw(input: Parameters<Session["withdraw"]>[0]): Promise<Result<SessionView, SessionRefusal>> {
		return this.#service.withdraw(input);
	}

	recordSubmission(report: SubmissionReport): Promise<void> {
		return this.#service.recordSubmission(report);
	}

	replay(input: Parameters<Session["replay"]>[0]): ReturnType<Session["replay"]> {
		return this.#service.researchers.replay(input);
	}

	end(input: Parameters<Session["end"]>[0]): ReturnType<Session["end"]> {
		return this.#service.researchers.end(input);
	}

	release(input: Parameters<Session["release"]>[0]): ReturnType<Session["release"]> {
		return this.#service.researchers.release(input);
	}

	changeSettings(input: Parameters<Session["changeSettings"]>[0]): ReturnType<Session["changeSettings"]> {
		return this.#service.researchers.changeSettings(input);
	}

	eraseFor(input: Parameters<Session["eraseFor"]>[0]): ReturnType<Session["eraseFor"]> {
		return this.#service.researchers.eraseFor(input);
	}

	tokenFor(input: Parameters<Session["tokenFor"]>[0]): ReturnType<Session["tokenFor"]> {
		return this.#service.researchers.tokenFor(input);
	}

	endTrace(end: RequestEnd): Promise<void> {
		return this.#service.endTrace(end);
	}

	rebuild(): Promise<void> {
		return this.#service.rebuild();
	}

	override alarm(): Promise<void> {
		return this.#service.alarm.serve();
	}
}
