import { checkAnswers, failedChecks, rightAnswers } from "../../../protocol/answers/answers.ts";
import { isEligible } from "../../../protocol/answers/eligibility.ts";
import type { Form } from "../../../protocol/schema/form.ts";
import { type Json, pointer } from "../../../shared/json.ts";
import type { Fault } from "../../../shared/problem.ts";
import { ok } from "../../../shared/result.ts";
import { askedForm, askedOrder, itemsNotAsked, leftOutItems, shownForm } from "../../forms/asked-form.ts";
import { rankingOptionsOf } from "../../forms/form-options.ts";
import { formAnswer, type Moves, parseAnswer } from "../answer.ts";
import type { Decision } from "../command.ts";
import type { EventOf, SessionEvent } from "../events.ts";
import { evolve } from "../evolve/evolve.ts";
import { repliesSeen } from "../replies-seen.ts";
import { type ActiveState, currentStep, type SessionState, type Study } from "../state.ts";
import { digestOf, invalid, recorded, type StepAnswer } from "./step-answer.ts";

export function decideForm(
	study: Study,
	state: ActiveState,
	stage: { readonly form: string; readonly conversation: number | null },
	{ answer, nowMs: atMs }: StepAnswer,
): Decision {
	const parsed = parseAnswer(formAnswer, answer);
	if (!parsed.ok) return invalid(...parsed.error);
	const asked = askedForm(study, state, stage);
	const { passChecks } = parsed.value;
	if (passChecks && state.facts.pool !== "pilot")
		return invalid({ pointer: "/passChecks", detail: "Only sessions of the pilot pool can use passChecks." });
	const shown = shownForm(asked, { ...parsed.value.answers, ...(passChecks ? rightAnswers(asked) : {}) });
	const given = { ...parsed.value.answers, ...(passChecks ? rightAnswers(shown) : {}) };
	const leftOut = leftOutItems(study, state, stage, shown);
	const checked = checkAnswers(shown, withoutItems(given, leftOut), {
		rankingOptions: rankingOptionsOf(study, state, shown, stage),
	});
	const faults = [...notAskedFaults(given, leftOut), ...(checked.ok ? [] : checked.error)];
	if (!checked.ok || faults.length > 0) return invalid(...faults);
	const withoutSubject = itemsNotAsked(study, state, stage);
	const answered: EventOf<"FormAnswered"> = {
		type: "FormAnswered",
		atMs,
		step: currentStep(state),
		digest: digestOf(answer),
		form: stage.form,
		conversation: stage.conversation,
		answers: checked.value,
		order: displayedOrder(
			parsed.value.shown,
			askedOrder(study, state, stage).filter((id) => !leftOut.includes(id)),
		),
		failedChecks: failedChecks(shown, checked.value),
		elapsedMs: parsed.value.elapsedMs ?? null,
		...recorded(study, parsed.value.behaviour),
		...(withoutSubject.length > 0 && { notAsked: withoutSubject }),
		...(leftOut.length > 0 && { leftOut }),
		...movesOf(shown, parsed.value.moves),
	};
	const seen = repliesSeen(state, parsed.value.seen, atMs);
	return ok([...seen, answered, ...exclusions(study, evolve(study, state, answered), atMs, answered)]);
}

/** Only moves in rankings are kept. */
function movesOf({ items }: Form, moves: Moves = {}): { readonly moves?: Moves } {
	const ranked = items.filter(({ id, kind }) => kind === "ranking" && moves[id]);
	return ranked.length === 0 ? {} : { moves: Object.fromEntries(ranked.map(({ id }) => [id, moves[id]] as never)) };
}

const withoutItems = (given: Readonly<Record<string, Json>>, ids: readonly string[]): Record<string, Json> =>
	Object.fromEntries(Object.entries(given).filter(([id]) => !ids.includes(id)));

const notAskedFaults = (given: Readonly<Record<string, Json>>, leftOut: readonly string[]): Fault[] =>
	leftOut
		.filter((id) => given[id] !== undefined)
		.map((id) => ({
			pointer: pointer(["answers", id]),
			detail: "This item is not asked after these answers. Leave it out.",
		}));

/** The client's order counts if it names the same items; otherwise the drawn order does. */
function displayedOrder(shown: readonly string[] | undefined, drawn: readonly string[]): readonly string[] {
	const same =
		shown &&
		shown.length === drawn.length &&
		new Set(shown).size === drawn.length &&
		drawn.every((id) => shown.includes(id));
	return same ? shown : drawn;
}

/** Eligibility rules apply only before randomisation (CONSORT); attention checks apply always. */
function exclusions(
	study: Study,
	state: SessionState,
	atMs: number,
	{ form: answered, leftOut = [] }: EventOf<"FormAnswered">,
): readonly SessionEvent[] {
	if (state.status !== "active") return [];
	const { eligibility, checks } = study.protocol;
	const given = Object.fromEntries(state.forms.map((entry) => [entry.form, entry.answers]));
	// An item that is not asked cannot fail.
	const rules = eligibility.filter(({ form: of, item }) => of === answered && !leftOut.includes(item));
	if (!state.allocated && !isEligible(rules, given)) return [{ type: "ScreenedOut", atMs }];
	const failed = state.forms.reduce((sum, entry) => sum + entry.failedChecks.length, 0);
	return checks && failed >= checks.failAfter ? [{ type: "ChecksFailed", atMs }] : [];
}
