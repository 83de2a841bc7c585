import type { Budget } from "../../protocol/schema/budget.ts";
import type { Fault } from "../../shared/problem.ts";

/** Smaller steps would reveal, raise by raise, the usage of single sessions. */
const LEAST_RAISE = 1.1;

/**
 * Faults in a new budget of a blinded study. The budget may only be raised, and by at least a tenth: with free changes, one
 * could find out to the token what was spent, and so the usage of single sessions.
 */
export function blindedChangeFaults(before: Budget, after: Budget): Fault[] {
	const numbers = (["tokens", "cost"] as const).flatMap((name) => {
		const [was, is] = [before[name], after[name]];
		if (was === undefined) return is === undefined ? [] : [fault(name, `The protocol's budget has no ${name}.`)];
		if (is === undefined) return [fault(name, "A blinded study's budget keeps all its limits: include this one.")];
		const least = name === "tokens" ? Math.ceil(was * LEAST_RAISE) : was * LEAST_RAISE;
		const isKept = is === was;
		return isKept || is >= least
			? []
			: [fault(name, `While the study is blinded, raise it to at least ${least}, or keep ${was}.`)];
	});
	const isMoved = before.currency !== after.currency;
	return [...numbers, ...(isMoved ? [fault("currency", "The currency cannot change.")] : [])];
}

const fault = (name: string, detail: string): Fault => ({ pointer: `/budget/${name}`, detail });
