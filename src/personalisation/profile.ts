import { canonicalJson, type Json, sha256Of } from "../shared/json.ts";
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
	isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
	value !== null && typeof value === "object" && !Array.isArray(value);

function written(value: Json): string {
	if (value === null) return "";
	if (isObject(value)) return listed(Object.entries(value).map(([name, inner]) => [`${name}: `, written(inner)]));
	if (typeof value === "object") return listed(value.map((inner: Json) => ["", written(inner)]));
	return String(value).trim();
}

const listed = (parts: readonly (readonly [before: string, text: string])[]): string =>
	parts
		.filter(([, text]) => text !== "")
		.map(([before, text]) => before + text)
		.join(", ");
