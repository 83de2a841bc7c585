import type { Component } from "./lock.ts";

/** Permissive licences. Every deployed package has one of these. */
const PERMISSIVE = [
	"0BSD",
	"Apache-2.0",
	"BlueOak-1.0.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"BSL-1.0",
	"CC0-1.0",
	"ISC",
	"MIT",
	"Python-2.0",
	"Unlicense",
];

/** Copyleft licences. Only tools may have them, because we do not distribute tools. */
const OF_TOOLS = [...PERMISSIVE, "LGPL-3.0-or-later", "MPL-2.0"];

/** A sentence for each fault of a package; empty if it has none. */
export function faultsOf({ name, version, licence, isDeployed, integrity }: Component): string[] {
	const what = `${name} ${version}`;
	const faults: string[] = [];
	if (integrity === null)
		faults.push(`${what} has no hash in package-lock.json, so another package could take its place.`);
	if (licence === null) return [...faults, `${what} states no licence.`];
	if (!isAllowed(licence, isDeployed ? PERMISSIVE : OF_TOOLS))
		faults.push(
			`${what} has the licence ${licence}, which ${isDeployed ? "a deployed package" : "a tool"} may not have.`,
		);
	return faults;
}

/** SPDX: one licence joined by OR has to be allowed, and all joined by AND. AND binds tighter. */
export function isAllowed(licence: string, allowed: readonly string[]): boolean {
	const inner = /^\(([^()]*)\)$/.exec(licence)?.[1] ?? licence;
	if (/[()]/.test(inner)) return false;
	return inner.split(" OR ").some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}
