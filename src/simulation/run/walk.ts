import { recorded } from "../../access/session/session-id.ts";
import { slotWorths } from "../../blinding/labels/slot-worths.ts";
import { sealCipherOf } from "../../crypto/cipher.ts";
import type { Env } from "../../env.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { admit } from "../../recruitment/admit.ts";
import { VOUCHED } from "../../recruitment/arrival.ts";
import { type SessionRefusal, sessionOf } from "../../session/session-client.ts";
import type { SessionView, StepView } from "../../session/view/view-schema.ts";
import type { Result } from "../../shared/result.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { drawsOf } from "../policy/draws.ts";
import { type Act, actOf } from "../policy/next-act.ts";
import { policySchema } from "../policy/policy-schema.ts";
import type { Mind, SlotWorths } from "../policy/utility.ts";
import type { Person } from "./people-store.ts";
import type { Run } from "./run-store.ts";

/** What a participant does at a step: by a policy, or by a model. Null: there is no answer, and the participant fails. */
export type Decide = (
	view: SessionView,
	step: StepView,
	mind: Mind,
) => Promise<Act | { readonly kind: "fail"; readonly reason: string }>;

/** `wait`: nothing can be done now. `stopped`: this turn of the run is over. */
export type Walked =
	| { readonly kind: "at"; readonly view: SessionView }
	| { readonly kind: "wait" | "stopped" }
	| { readonly kind: "failed"; readonly reason: string };

export type Enrolled = { readonly session: string; readonly token: string };

type WalkDeps = {
	readonly env: Env;
	readonly study: StudyRecord;
	readonly run: Run;
	readonly decide: Decide;
};

export const scripted: Decide = async (view, step, mind) => actOf(mind, view, step);

/**
 * One simulated participant at the session's contract: reads views and posts answers, as a participant's client does. Every
 * answer follows from the view, so a step that is answered again after a restart gets the same answer.
 */
export class Walk {
	readonly #deps: WalkDeps;
	readonly #person: Person;
	#worths: SlotWorths | null = null;

	constructor(person: Person, deps: WalkDeps) {
		this.#person = person;
		this.#deps = deps;
	}

	/** Idempotent: the same participant always gets the same session. */
	async enrol(): Promise<Enrolled | Exclude<Walked, { kind: "at" }>> {
		const { env, study, run } = this.#deps;
		const { externalId, twin } = this.#person;
		const arrival = { ...VOUCHED, source: SIMULATED, externalId, attributes: {}, reference: {} };
		const admission = { env, study, tokenOf: () => null, afterwards: () => undefined, startedBy: run.actor };
		const standsFor = twin === null ? {} : { standsFor: twin };
		const admitted = await admit({ ...admission, ...standsFor }, { ...arrival, pool: SIMULATED, returnUrl: null });
		if (admitted.ok) return { session: admitted.value.session, token: admitted.value.token };
		const { code } = admitted.error.problem;
		return code === "unavailable" ? { kind: "wait" } : { kind: "failed", reason: code };
	}

	/** What the participant sees now. */
	async look(at: Enrolled): Promise<Walked> {
		return this.#seen(await this.#session(at).view(at.token));
	}

	/** With all that is in the session. */
	async erase(at: Enrolled): Promise<void> {
		const erased = await this.#session(at).withdraw({ token: at.token, erase: true });
		if (!erased.ok) throw new Error("the session was not erased");
	}

	/** Answers the current step once. */
	async step(at: Enrolled, view: SessionView): Promise<Walked> {
		const { step } = view;
		if (!step) return { kind: "at", view };
		const act = await this.#deps.decide(view, step, await this.#mind(at));
		switch (act.kind) {
			case "wait":
				return { kind: "wait" };
			case "fail":
				return { kind: "failed", reason: act.reason };
			case "leave":
				return this.#seen(await this.#session(at).withdraw({ token: at.token, erase: false }));
			case "answer": {
				const answered = { token: at.token, step: step.id, answer: act.answer, mode: "whole" } as const;
				const submitted = await this.#session(at).submit(answered);
				if (!submitted.ok) return this.#refused(at, submitted.error);
				return submitted.value.kind === "view" ? { kind: "at", view: submitted.value.view } : { kind: "wait" };
			}
		}
	}

	async #refused(at: Enrolled, refusal: SessionRefusal): Promise<Walked> {
		switch (refusal.kind) {
			case "already_answered":
			case "stale":
			case "ended":
				return this.look(at);
			case "busy":
			case "lapsed":
			case "too_many":
				return { kind: "wait" };
			default:
				return { kind: "failed", reason: refusal.kind };
		}
	}

	#seen(seen: Result<SessionView, SessionRefusal>): Walked {
		if (seen.ok) return { kind: "at", view: seen.value };
		return seen.error.kind === "too_many" ? { kind: "wait" } : { kind: "failed", reason: seen.error.kind };
	}

	#session({ session }: Enrolled) {
		return sessionOf(this.#deps.env.SESSIONS, recorded(session));
	}

	/** The worths come from the allocator, sealed, and only for a session of this pool. They are kept in memory alone. */
	async #mind({ session }: Enrolled): Promise<Mind> {
		const { env, study, run } = this.#deps;
		const policy = run.spec.policy ?? policySchema.parse({});
		if (this.#worths === null) {
			const recalled = await allocatorOf(env.ALLOCATORS, study.id).recall(session);
			this.#worths = recalled ? slotWorths(recalled, policy.preferences, sealCipherOf(env)) : null;
		}
		return { draws: drawsOf(run.spec.seed, this.#person.place), policy, worths: this.#worths ?? [] };
	}
}

export const SIMULATED = "simulated";
