/** A place in a model, and why the provider does not support its value. */
export type Complaint = readonly [path: readonly string[], detail: string];

/** The values that a provider takes for one field of its body. `range` describes them in errors: "… takes `range` here." */
export type Option = { readonly takes: (value: unknown) => boolean; readonly range: string };
export type Options = Readonly<Record<string, Option>>;

export const number = (min: number, max: number): Option => ({
	takes: (value) => typeof value === "number" && value >= min && value <= max,
	range: `a number from ${min} to ${max}`,
});
export const integer = (min: number, max: number): Option => ({
	takes: (value) => Number.isInteger(value) && number(min, max).takes(value),
	range: `a whole number from ${min} to ${max}`,
});
export const text: Option = { takes: (value) => typeof value === "string" && value !== "", range: "a name" };
export const bool: Option = { takes: (value) => typeof value === "boolean", range: "true or false" };
export const oneOf = (...values: readonly (string | null)[]): Option => ({
	takes: (value) => values.some((each) => each === value),
	range: `one of ${values.map(String).join(", ")}`,
});

/** An object whose values are all accepted by `each`, with only the given keys, if there are any. */
export const objectOf = (each: Option | null, range: string, keys?: readonly string[]): Option => ({
	takes: (value) =>
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		Object.entries(value).every(([key, inner]) => (keys?.includes(key) ?? true) && (each?.takes(inner) ?? true)),
	range,
});

/** The fault of one option, if it has one. */
export const optionFaults = (name: string, value: unknown, option: Option, provider: string): Complaint[] =>
	when(!option.takes(value), ["providerOptions", name], `${provider} takes ${option.range} here.`);

export const when = (found: boolean, path: readonly string[], detail: string): Complaint[] =>
	found ? [[path, detail]] : [];
