import { canonicalJson, type Json, sha256Of } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";
import type { PastConversation } from "./history.ts";

/** A person's profile. `attributes` may stratify; `profile` and `history` go into prompts. */
export type Profile = {
	readonly attributes: Readonly<Record<string, Scalar>>;
	readonly profile: Readonly<Record<string, Json>>;
	/** Newest last. */
	readonly history: readonly PastConversation[];
};

export type Scalar = string | number | boolean;

export const NO_PROFILE: Profile = { attributes: {}, profile: {}, history: [] };

/** The same for equal contents, in any order of loading. */
export const dataHashOf = (profile: Profile): string => sha256Of(canonicalJson(profile));

/**
 * The stored form of missing values: null for everything that is empty, or contains only empty values. Opening a study looks
 * for it in SQL and admission in code, so both must see the same form.
 */
export function normalisedValue(value: Json): Json {
	if (value === null || typeof value !== "object") return typeof value === "string" && isBlank(value) ? null : value;
	if (!isObject(value)) {
		const items = value.map(normalisedValue);
		return items.every((item) => item === null) ? null : items;
	}
	const fields = normalisedFields(value);
	return Object.keys(fields).every((name) => child(fields, name) === null) ? null : fields;
}

export const normalisedFields = (fields: Readonly<Record<string, Json>>): Record<string, Json> =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, normalisedValue(value)]));

/**
 * A field such as `profile.religion.simplified` as text. Null if it is absent, null or empty. Lists are joined with commas,
 * objects become `name: value`.
 */
export function fieldText(profile: Profile, field: string): string | null {
	const [root, ...path] = field.split(".");
	const from: Json = root === "attributes" ? profile.attributes : root === "profile" ? profile.profile : null;
	const text = written(path.reduce<Json>(child, from));
	return text === "" ? null : text;
}

const child = (value: Json, name: string): Json =>
	isObject(value) && Object.hasOwn(value, name) && !isUnnamedSlider(value, name) ? (value[name] ?? null) : null;

/**
 * PRISM sets the slider for another preference for everyone, so it counts only together with its text. `opening-faults.ts` has
 * the same rule in SQL.
 */
const isUnnamedSlider = (value: { readonly [key: string]: Json }, name: string): boolean =>
	name === OTHER && Object.hasOwn(value, OTHER_TEXT) && value[OTHER_TEXT] === null;
export const OTHER = "other";
export const OTHER_TEXT = "other_text";

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
	value !== null && typeof value === "object" && !Array.isArray(value);

function written(value: Json): string {
	if (value === null) return "";
	if (isObject(value)) return listed(Object.keys(value).map((name) => [`${name}: `, written(child(value, name))]));
	if (typeof value === "object") return listed(value.map((inner: Json) => ["", written(inner)]));
	return String(value).trim();
}

const listed = (parts: readonly (readonly [before: string, text: string])[]): string =>
	parts
		.filter(([, text]) => text !== "")
		.map(([before, text]) => before + text)
		.join(", ");
