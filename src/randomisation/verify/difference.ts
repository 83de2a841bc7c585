import type { LogEntry } from "../allocator/log-entry.ts";

/** One difference. `index` is the line's, or null if it concerns the whole export. */
export type Difference = { readonly index: number | null; readonly session: string | null; readonly detail: string };

export const whole = (detail: string): Difference => ({ index: null, session: null, detail });
export const at = (index: number, session: string | null, detail: string): Difference => ({ index, session, detail });
export const sessionOf = (entry: LogEntry): string | null => ("session" in entry ? entry.session : null);
