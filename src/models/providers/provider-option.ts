/** A place in a model, and why the provider cannot do what stands there. */
export type Complaint = readonly [path: readonly string[], detail: string];

/** What a provider takes as the value of one field of its body. `range` says it in words: "… takes `range` here." */
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

/** An object whose every value is taken, and its keys, where only these are known. */
export const objectOf = (each: Option | null, range: string, keys?: readonly string[]): Option => ({
	takes: (value) =>
		typeof value === "object" &&
		value !== null &&
		!Array.isArray(value) &&
		Object.entries(value).every(([key, inner]) => (keys?.includes(key) ?? true) && (each?.takes(inner) ?? true)),
	range,
});

/** The fault of one option, or none. */
export const misfit = (name: string, value: unknown, option: Option, provider: string): Complaint[] =>
	when(!option.takes(value), ["providerOptions", name], `${provider} takes ${option.range} here.`);

export const when = (found: boolean, path: readonly string[], detail: string): Complaint[] =>
	found ? [[path, detail]] : [];
