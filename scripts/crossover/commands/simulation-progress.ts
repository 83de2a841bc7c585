import type { components } from "../../../clients/typescript/src/index.ts";

type Run = components["schemas"]["Simulation"];

const WIDTH = 24;

/** One line: a bar, the numbers of done, running and failed participants, the cost so far, and the time left. */
export function progressLine({ done, running, failed, of, tokens, cost, currency, secondsLeft, status }: Run): string {
	const share = of === 0 ? 0 : (done + failed) / of;
	const full = Math.round(share * WIDTH);
	const bar = `[${"#".repeat(full)}${".".repeat(WIDTH - full)}] ${Math.floor(share * 100)} %`;
	const people = `${done} done, ${running} running, ${failed} failed of ${of}`;
	const spent = tokens === 0 ? [] : [`${tokens} tokens`, ...(currency ? [`${cost.toFixed(2)} ${currency}`] : [])];
	return [bar, people, ...spent, status === "running" ? left(secondsLeft) : status].join("  ");
}

function left(seconds: number | null): string {
	if (seconds === null) return "time left not known yet";
	if (seconds < 90) return `${seconds} s left`;
	const minutes = Math.round(seconds / 60);
	return minutes < 90 ? `${minutes} min left` : `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
