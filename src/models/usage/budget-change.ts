import type { Budget } from "../../protocol/schema/budget.ts";
import type { Fault } from "../../shared/problem.ts";

/** A tenth: smaller steps would show, raise by raise, what single sessions took. */
const LEAST_RAISE = 1.1;

/**
 * What is wrong with a new budget of a study that is blinded. It may only be raised, and by a tenth at least: whoever could move it freely would find out
 * to the token what was spent, and with it what single sessions took.
 */
export function blindedChangeFaults(before: Budget, after: Budget): Fault[] {
	const numbers = (["tokens", "cost"] as const).flatMap((name) => {
		const [was, is] = [before[name], after[name]];
		if (was === undefined) return is === undefined ? [] : [fault(name, `The protocol's budget has no ${name}.`)];
		if (is === undefined) return [fault(name, "A budget of a blinded study keeps its limits: give this one too.")];
		const least = name === "tokens" ? Math.ceil(was * LEAST_RAISE) : was * LEAST_RAISE;
		const isKept = is === was;
		return isKept || is >= least
			? []
			: [fault(name, `While the study is blinded, raise it to ${least} at least, or keep ${was}.`)];
	});
	const isMoved = before.currency !== after.currency;
	return [...numbers, ...(isMoved ? [fault("currency", "The currency stays as it is.")] : [])];
}

const fault = (name: string, detail: string): Fault => ({ pointer: `/budget/${name}`, detail });
