import { durationMs } from "../../shared/clock.ts";
import type { Protocol } from "../schema/schema.ts";
import { secondsOfStudy } from "../steps/expected-time.ts";
import { attributesOf, NO_VALUE } from "../steps/stratum-key.ts";
import { type Warning, warning, warningIf } from "./warning.ts";

export const recruitmentWarnings = (protocol: Protocol): Warning[] => [
	...shortExpiry(protocol),
	...sameCodes(protocol),
	...missingCodes(protocol),
	...strataNotInLinks(protocol),
];

function shortExpiry(protocol: Protocol): Warning[] {
	const stated = protocol.duration === undefined ? 0 : durationMs(protocol.duration) / 1000;
	const minutes = Math.ceil(Math.max(secondsOfStudy(protocol), stated) / 60);
	const given = Math.floor(durationMs(protocol.recruitment.expiresAfter) / 60_000);
	return warningIf(
		given < minutes,
		"expires_before_the_end",
		["recruitment", "expiresAfter"],
		`Sessions expire after ${given} minutes, and the study takes about ${minutes}. Allow more, several times as much for those who pause.`,
	);
}

function sameCodes({ recruitment: { prolific } }: Protocol): Warning[] {
	const exits = Object.entries(prolific?.exits ?? {}).map(([exit, given]) => ({ exit, code: given?.code }));
	return exits.flatMap(({ exit, code }, index) => {
		const first = exits.find((other) => other.code === code);
		return warningIf(
			first !== undefined && exits.indexOf(first) < index,
			"exits_share_a_code",
			["recruitment", "prolific", "exits", exit, "code"],
			`The exit ${first?.exit} has this code too, so Prolific cannot tell the two apart, nor pay them differently. Give each its own.`,
		);
	});
}

const LATER_EXITS = ["withdrawn", "expired"] as const;

/** Not faults, because studies could open without these codes before. */
function missingCodes({ recruitment: { prolific } }: Protocol): Warning[] {
	const missing = prolific ? LATER_EXITS.filter((exit) => prolific.exits[exit] === undefined) : [];
	return missing.flatMap((exit) =>
		warningIf(
			true,
			"exit_without_code",
			["recruitment", "prolific", "exits", exit],
			`Participants can end as ${exit}, and leave without a code. Their submissions stay open on Prolific until they return them. Give this exit a code.`,
		),
	);
}

/**
 * A profile may have the attribute, which the protocol does not show. Prolific's link carries none, so there only a
 * profile can.
 */
function strataNotInLinks({ design, recruitment: { links } }: Protocol): Warning[] {
	return Object.entries(links ?? {}).flatMap(([source, { attributes = {} }]) =>
		attributesOf(design.strata)
			.filter((name) => attributes[name] === undefined)
			.map((name) =>
				warning(
					"stratum_not_in_link",
					["recruitment", "links", source],
					`Links of this source carry no ${name}, which is a stratum: who comes by them is in the stratum ${NO_VALUE}, unless their profile has it. Name its parameter under \`attributes\`.`,
				),
			),
	);
}
