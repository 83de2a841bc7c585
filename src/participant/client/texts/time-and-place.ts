const HOURS_AND_MINUTES = { hour: "numeric", minute: "2-digit" } as const;

/** A future time on this device's clock, with the day if it is not today. */
export function timeIn(language: string, moment: Date, now: Date): string {
	const today = moment.toDateString() === now.toDateString();
	const day = { weekday: "long", day: "numeric", month: "long" } as const;
	return new Intl.DateTimeFormat(language, { ...(today ? {} : day), ...HOURS_AND_MINUTES }).format(moment);
}

/** The name of a country by its two-letter code. The code itself if the browser knows no names. */
export function regionIn(language: string, code: string): string {
	if (typeof Intl.DisplayNames !== "function") return code;
	try {
		return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
	} catch {
		return code;
	}
}
