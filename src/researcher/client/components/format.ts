const whole = new Intl.NumberFormat("en");
const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const hour = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

export const count = (n: number): string => whole.format(n);
export const dateTime = (at: string | Date): string => when.format(new Date(at));
export const hourAndMinute = (at: Date): string => hour.format(at);
export const dayAndMonth = (at: Date): string => day.format(at);
export const time = (at: string | Date): string => clock.format(new Date(at));

/** "1 session", "2 sessions". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

export const percent = (share: number): string => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** A p value as journals write it. */
export const pValue = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(p < 0.01 ? 3 : 2)}`);

const MINUTE_MS = 60_000;
const UNITS = [
	["day", 24 * 60 * MINUTE_MS],
	["hour", 60 * MINUTE_MS],
	["minute", MINUTE_MS],
] as const;

/** "3 hours", in the largest unit that is full. */
export function duration(ms: number): string {
	const [unit, length] = UNITS.find(([, each]) => ms >= each) ?? UNITS[2];
	return counted(Math.floor(ms / length), unit);
}

/** "51 min", for tables. */
export function shortDuration(ms: number): string {
	if (ms < MINUTE_MS) return "< 1 min";
	const minutes = Math.floor(ms / MINUTE_MS);
	if (minutes < 120) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} d`;
}

export const money = (costs: Readonly<Record<string, number>>): string =>
	Object.entries(costs)
		.map(([currency, amount]) => new Intl.NumberFormat("en", { style: "currency", currency }).format(amount))
		.join(" + ");

/** "failed_checks" as words. */
export const words = (name: string): string => name.replaceAll("_", " ");

const ID_SHOWN = 11;
/** Enough of an id to distinguish it. */
export const shortId = (id: string): string => (id.length > ID_SHOWN ? `${id.slice(0, ID_SHOWN)}…` : id);
