import { durationMs } from "../../shared/clock.ts";
import type { Fault } from "../../shared/problem.ts";
import { idFormatFault } from "../schema/id-format.ts";
import { isOrigin } from "../schema/origin.ts";
import { reservationMs } from "../schema/recruitment.ts";
import type { Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { fault, faultIf, repeats } from "./faults/fault.ts";
import { isReportedElsewhere, RESERVED } from "./faults/meant.ts";
import { quotaFaults } from "./quotas.ts";

export const recruitmentFaults = (protocol: Protocol): Fault[] => [
	...quotaFaults(protocol),
	...checksFaults(protocol),
	...linkFaults(protocol),
	...idFormatFaults(protocol),
	...faultIf(
		durationMs(protocol.recruitment.expiresAfter) < 60_000,
		["recruitment", "expiresAfter"],
		"Nobody finishes in under a minute: give them longer.",
	),
	...faultIf(
		reservationMs(protocol.recruitment) < 60_000,
		["recruitment", "reservation"],
		"Nobody reads and writes in under a minute: hold places longer.",
	),
];

function idFormatFaults({ recruitment: { idFormat } }: Protocol): Fault[] {
	const wrong = idFormat === undefined ? null : idFormatFault(idFormat);
	return wrong === null ? [] : [fault(["recruitment", "idFormat"], wrong)];
}

function checksFaults(protocol: Protocol): Fault[] {
	const { checks, flow, forms, conversations } = protocol;
	const names = [...Object.keys(forms), ...flow, ...conversations.flatMap(({ after }) => after)];
	const unfinished = names.some((name) => !RESERVED.includes(name) && isReportedElsewhere(protocol, name));
	if (!checks || unfinished) return [];
	const asked = itemsAsked(protocol)
		.filter(({ item }) => "correct" in item && item.correct !== undefined)
		.reduce((sum, { times }) => sum + times, 0);
	return faultIf(
		checks.failAfter > asked,
		["checks", "failAfter"],
		asked === 0
			? "No item has a `correct` answer: mark the attention checks, or leave `checks` away."
			: `A participant meets only ${asked} attention checks: nobody could fail ${checks.failAfter}.`,
	);
}

/** Parameters of personal links and of Prolific's signature. */
const RESERVED_PARAMETERS = ["invite", "prolific_token"];

function linkFaults({ recruitment: { prolific, returnUrls, embedOrigins } }: Protocol): Fault[] {
	const names = prolific ? Object.values(prolific.parameters) : [];
	return [
		...faultIf(
			repeats(names).length > 0,
			["recruitment", "prolific", "parameters"],
			"Two parameters have the same name.",
		),
		...faultIf(
			names.some((name) => RESERVED_PARAMETERS.includes(name)),
			["recruitment", "prolific", "parameters"],
			`The names ${RESERVED_PARAMETERS.join(" and ")} are taken: give the parameter another name.`,
		),
		...originFaults("returnUrls", returnUrls),
		...originFaults("embedOrigins", embedOrigins),
	];
}

const originFaults = (field: string, urls: readonly string[]): Fault[] =>
	urls.flatMap((url, index) =>
		faultIf(
			!isOrigin(url),
			["recruitment", field, index],
			"Give an origin alone, such as https://survey.example.org, without a path, a name or a wildcard.",
		),
	);
