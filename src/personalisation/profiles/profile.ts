import { canonicalJson, type Json, sha256Of } from "../../shared/json.ts";
import { isBlank } from "../../shared/visible-text.ts";
import type { PastConversation } from "./history.ts";

/** What is known of somebody who may come back. `attributes` may stratify, `profile` and `history` go into prompts. */
export type Profile = {
	readonly attributes: Readonly<Record<string, Scalar>>;
	readonly profile: Readonly<Record<string, Json>>;
	/** Newest last. */
	readonly history: readonly PastConversation[];
};

export type Scalar = string | number | boolean;

export const NO_PROFILE: Profile = { attributes: {}, profile: {}, history: [] };

/** Provenance of a profile: the same for equal contents, whatever the order in which they were loaded. */
export const dataHashOf = (profile: Profile): string => sha256Of(canonicalJson(profile));

/**
 * What somebody does not say, in the one form in which it is stored: null, for what is empty or holds nothing but what is. Opening
 * a study looks for it in SQL and admission in code, and texts, lists and objects that are empty in other ways would part them.
 */
export function settled(value: Json): Json {
	if (value === null || typeof value !== "object") return typeof value === "string" && isBlank(value) ? null : value;
	if (!isObject(value)) {
		const items = value.map(settled);
		return items.every((item) => item === null) ? null : items;
	}
	const fields = settledFields(value);
	return Object.keys(fields).every((name) => child(fields, name) === null) ? null : fields;
}

export const settledFields = (fields: Readonly<Record<string, Json>>): Record<string, Json> =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, settled(value)]));

/**
 * A field such as `profile.religion.simplified` as text, or null where the person has none: absent, null and empty are the
 * same. Lists are joined with commas, objects are written as `name: value`.
 */
export function fieldText(profile: Profile, field: string): string | null {
	const [root, ...path] = field.split(".");
	const from: Json = root === "attributes" ? profile.attributes : root === "profile" ? profile.profile : null;
	const text = written(path.reduce<Json>(child, from));
	return text === "" ? null : text;
}

const child = (value: Json, name: string): Json =>
	isObject(value) && Object.hasOwn(value, name) && !isUntold(value, name) ? (value[name] ?? null) : null;

/**
 * PRISM's slider of something else is set for everybody, also for who names nothing else: without its text it says nothing. `opening.ts`
 * has the same in SQL.
 */
const isUntold = (value: { readonly [key: string]: Json }, name: string): boolean =>
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
