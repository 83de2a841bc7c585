const HOURS_AND_MINUTES = { hour: "numeric", minute: "2-digit" } as const;

/** A moment that lies ahead, in the time of this device: with its day where that is not today. */
export function timeIn(language: string, moment: Date, now: Date): string {
	const today = moment.toDateString() === now.toDateString();
	const day = { weekday: "long", day: "numeric", month: "long" } as const;
	return new Intl.DateTimeFormat(language, { ...(today ? {} : day), ...HOURS_AND_MINUTES }).format(moment);
}

/** A country by its two letters; they stand for themselves where the browser knows no names. */
export function regionIn(language: string, code: string): string {
	if (typeof Intl.DisplayNames !== "function") return code;
	try {
		return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
	} catch {
		return code;
	}
}
