import type { Pool } from "../../../randomisation/draw/pool.ts";

export type Parameter = readonly [name: string, value: string];

/** The signature over parameters, with the key of the session's source. Null if the source has no key. */
export type SignReturn = (parameters: readonly Parameter[]) => string | null;

export const unsigned: SignReturn = () => null;

type Result = { readonly session: string; readonly status: string; readonly pool: Pool };

/**
 * The parameters for the survey tool. A pilot is marked, because previews answer steps by themselves: without the mark
 * and its signature, a participant who opens a preview could return as `completed`.
 */
export const resultOf = ({ session, status, pool }: Result, prefix: string): readonly Parameter[] => [
	[`${prefix}_session`, session],
	[`${prefix}_status`, status],
	...(pool === "live" ? [] : [[`${prefix}_pool`, pool] as const]),
];

/** All names that can be added. In an address that a survey passes on, they are from an earlier return. */
const OWN = ["session", "status", "pool", "signature"];

/**
 * The address with the result and its signature. The survey's own parameters stay as they are, byte for byte: parsing and
 * writing a query again would change repeated, empty and oddly encoded ones.
 */
export function withResult(
	address: string,
	result: readonly Parameter[],
	{ prefix, sign }: { readonly prefix: string; readonly sign: SignReturn },
): string {
	const signature = sign(result);
	const added = signature === null ? result : [...result, [`${prefix}_signature`, signature] as const];
	const [, before = "", query, fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(#[\s\S]*)?$/.exec(address) ?? [];
	const names = OWN.map((name) => `${prefix}_${name}`);
	const kept = query === undefined ? [] : query.split("&").filter((part) => !names.includes(nameOf(part)));
	const own = kept.join("&");
	const ours = added.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
	return `${before}?${own === "" ? "" : `${own}&`}${ours}${fragment}`;
}

/** Our parameters can always be decoded. */
function nameOf(part: string): string {
	const [name = ""] = part.split("=");
	try {
		return decodeURIComponent(name.replaceAll("+", " "));
	} catch {
		return name;
	}
}
