import type { Fault } from "../../shared/problem.ts";
import { draftFaults } from "../parse/parse.ts";
import type { Protocol } from "../schema/schema.ts";
import { protocolOpeningFaults } from "../validate/opening-faults.ts";
import { type Settings, withSettings } from "./settings.ts";

const FIELDS: readonly (readonly [of: string, field: string])[] = [
	["/recruitment/prolific/exits", "/exits"],
	["/recruitment/", "/"],
];

/** Faults that these settings add to the study. Pointers are into the settings. */
export function settingsFaults(protocol: Protocol, before: Settings | null, after: Settings): Fault[] {
	if (after.exits && !protocol.recruitment.prolific)
		return [{ pointer: "/exits", detail: "This study does not recruit on Prolific, so its exits have no codes." }];
	const known = new Set(faultsOf(withSettings(protocol, before)).map(named));
	return faultsOf(withSettings(protocol, after))
		.filter((fault) => !known.has(named(fault)))
		.map(({ pointer, detail }) => ({ pointer: fieldOf(pointer), detail }));
}

const faultsOf = (protocol: Protocol): Fault[] => [...draftFaults(protocol), ...protocolOpeningFaults(protocol)];
const named = ({ pointer, detail }: Fault): string => `${pointer}\n${detail}`;

function fieldOf(pointer: string): string {
	const [of, field] = FIELDS.find(([prefix]) => pointer.startsWith(prefix)) ?? ["", ""];
	return field + pointer.slice(of.length);
}
