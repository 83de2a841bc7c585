/** Written from right to left, by their primary subtag. */
const RIGHT_TO_LEFT = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

/** `ar` of `ar-EG`. */
export const primaryOf = (tag: string): string => (tag.split("-")[0] ?? "").toLowerCase();

export const directionOf = (language: string): "rtl" | "ltr" =>
	RIGHT_TO_LEFT.includes(primaryOf(language)) ? "rtl" : "ltr";
