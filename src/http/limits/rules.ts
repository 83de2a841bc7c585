import { DURATION, durationMs } from "../../shared/clock.ts";
import { ProblemError } from "../../shared/problem.ts";
import type { Limit } from "./token-bucket.ts";

/** What is counted, and by what. */
export type LimitName = "landings" | "landingsOfStudy" | "starts" | "session" | "strangers";

const VARIABLES = {
	/** Arrivals by a link, by address and study. A lecture of 300 shares one address. */
	landings: ["LIMIT_LANDINGS", "600/PT2M"],
	/** Arrivals by a link, by study, from all addresses together. */
	landingsOfStudy: ["LIMIT_LANDINGS_STUDY", "6000/PT2M"],
	/** Sessions begun over the API, by key and study. A survey tool calls from few addresses. */
	starts: ["LIMIT_STARTS", "2400/PT2M"],
	/** Calls of one session, by its own token. */
	session: ["LIMIT_SESSION", "1200/PT2M"],
	/** Calls that name a session and have no token of it. */
	strangers: ["LIMIT_STRANGERS", "120/PT2M"],
} as const satisfies Record<LimitName, readonly [variable: string, byDefault: string]>;

export type Variables = Readonly<Partial<Record<(typeof VARIABLES)[LimitName][0], string>>>;

/** The limit of that name, by the Worker's variables. Null: it is `off`. */
export function limitOf(variables: Variables, name: LimitName): Limit | null {
	const [variable, byDefault] = VARIABLES[name];
	const text = variables[variable] ?? byDefault;
	if (text === "off") return null;
	const limit = parseLimit(text);
	if (!limit)
		throw new ProblemError({ code: "bad_environment", detail: `${variable} is not of the form ${byDefault}, or off.` });
	return limit;
}

/** `600/PT2M`: 600 at once, and 600 more in each two minutes. Null where it is none. */
export function parseLimit(text: string): Limit | null {
	const [count = "", duration = "", ...more] = text.split("/");
	if (!/^[1-9]\d{0,8}$/.test(count) || !DURATION.test(duration) || more.length > 0) return null;
	const periodMs = durationMs(duration);
	return periodMs > 0 ? { capacity: Number(count), periodMs } : null;
}

export const DEFAULT_LIMITS: Readonly<Record<LimitName, Limit>> = Object.fromEntries(
	Object.entries(VARIABLES).map(([name, [, byDefault]]) => [name, parseLimit(byDefault)]),
) as Record<LimitName, Limit>;
