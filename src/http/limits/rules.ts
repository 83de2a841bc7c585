import { DURATION, durationMs } from "../../shared/clock.ts";
import { ProblemError } from "../../shared/problem.ts";
import type { Limit } from "./token-bucket.ts";

/** The kinds of requests that are counted. */
export type LimitName = "landings" | "landingsOfStudy" | "starts" | "session" | "strangers";

const VARIABLES = {
	/** Arrivals by a link, for each address and study. A lecture of 300 students shares one address. */
	landings: ["LIMIT_LANDINGS", "600/PT2M"],
	/** Arrivals by a link, for each study, from all addresses together. */
	landingsOfStudy: ["LIMIT_LANDINGS_STUDY", "6000/PT2M"],
	/** Sessions started through the API, for each API key and study. A survey tool calls from few addresses. */
	starts: ["LIMIT_STARTS", "2400/PT2M"],
	/** Requests with the session's token, for each session. */
	session: ["LIMIT_SESSION", "1200/PT2M"],
	/** Requests for a session without its token. */
	strangers: ["LIMIT_STRANGERS", "120/PT2M"],
} as const satisfies Record<LimitName, readonly [variable: string, byDefault: string]>;

export type Variables = Readonly<Partial<Record<(typeof VARIABLES)[LimitName][0], string>>>;

/** The limit of this name, from the Worker's variables. Null if it is `off`. */
export function limitOf(variables: Variables, name: LimitName): Limit | null {
	const [variable, byDefault] = VARIABLES[name];
	const text = variables[variable] ?? byDefault;
	if (text === "off") return null;
	const limit = parseLimit(text);
	if (!limit) throw new ProblemError({ code: "bad_environment", detail: faultOf(VARIABLES[name]) });
	return limit;
}

const faultOf = ([variable, byDefault]: (typeof VARIABLES)[LimitName]): string =>
	`Set ${variable} to a value such as ${byDefault}, or to off.`;

/** What is wrong with the variables, before a request meets it. */
export const limitFaults = (variables: Variables): string[] =>
	Object.values(VARIABLES)
		.filter(([variable, byDefault]) => {
			const text = variables[variable] ?? byDefault;
			return text !== "off" && parseLimit(text) === null;
		})
		.map(faultOf);

/** `600/PT2M` allows 600 requests at once, and 600 more in each two minutes. Null if the text is not a limit. */
export function parseLimit(text: string): Limit | null {
	const [count = "", duration = "", ...more] = text.split("/");
	if (!/^[1-9]\d{0,8}$/.test(count) || !DURATION.test(duration) || more.length > 0) return null;
	const periodMs = durationMs(duration);
	return periodMs > 0 ? { capacity: Number(count), periodMs } : null;
}

export const DEFAULT_LIMITS: Readonly<Record<LimitName, Limit>> = Object.fromEntries(
	Object.entries(VARIABLES).map(([name, [, byDefault]]) => [name, parseLimit(byDefault)]),
) as Record<LimitName, Limit>;
