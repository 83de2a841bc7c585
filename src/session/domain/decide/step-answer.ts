import { canonicalJson, sha256Of } from "../../../shared/json.ts";
import type { Fault } from "../../../shared/problem.ts";
import { err } from "../../../shared/result.ts";
import {
	type Behaviour,
	choiceAnswer,
	consentAnswer,
	endAnswer,
	formAnswer,
	messageAnswer,
	retryAnswer,
} from "../answer.ts";
import type { Command, Decision } from "../command.ts";
import type { Study } from "../state.ts";

export type StepAnswer = Extract<Command, { type: "AnswerStep" }>;

export const invalid = (...faults: readonly Fault[]): Decision => err({ kind: "invalid", faults });

/**
 * Two answers with the same digest are the same answer. Times and behaviour do not count. An answer of unknown shape has a
 * digest too, so that it differs from the recorded one.
 */
export function digestOf(answer: unknown): string {
	const consented = consentAnswer.safeParse(answer);
	if (consented.success) return consented.data.accept ? "accept" : "decline";
	if (endAnswer.safeParse(answer).success) return "end";
	if (retryAnswer.safeParse(answer).success) return "retry";
	const filled = formAnswer.safeParse(answer);
	if (filled.success) return sha256Of(canonicalJson({ answers: filled.data.answers }));
	const sent = messageAnswer.safeParse(answer);
	if (sent.success) return sha256Of(canonicalJson({ text: sent.data.text }));
	const chosen = choiceAnswer.safeParse(answer);
	if (!chosen.success) return sha256Of(canonicalJson(answer));
	const { seen: _, ...said } = chosen.data;
	return sha256Of(canonicalJson(said));
}

/** Behaviour is stored only if the consent covers it. */
export const recorded = (study: Study, behaviour: Behaviour | undefined): { readonly behaviour?: Behaviour } =>
	study.protocol.consent.behaviour && behaviour ? { behaviour } : {};
