import { durationMs } from "../../shared/clock.ts";
import type { Fault } from "../../shared/problem.ts";
import { idFormatFault } from "../schema/formats/id-format.ts";
import { isOrigin } from "../schema/formats/origin.ts";
import { reservationMs } from "../schema/recruitment.ts";
import type { Protocol } from "../schema/schema.ts";
import { itemsAsked } from "../steps/steps.ts";
import { isReportedElsewhere, RESERVED } from "./faults/corrected-form-names.ts";
import { fault, faultIf, repeats } from "./faults/fault.ts";
import { quotaFaults } from "./quotas.ts";

const expiryFaults = ({ recruitment: { expiresAfter } }: Protocol): Fault[] =>
	faultIf(
		durationMs(expiresAfter) < 60_000,
		["recruitment", "expiresAfter"],
		"Nobody finishes in under a minute: give them longer.",
	);

const reservationFaults = ({ recruitment: { reservation } }: Protocol): Fault[] =>
	faultIf(
		reservationMs({ reservation }) < 60_000,
		["recruitment", "reservation"],
		"Nobody reads and writes in under a minute: hold places longer.",
	);

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

function parameterFaults({ recruitment: { prolific } }: Protocol): Fault[] {
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
	];
}

const returnFaults = ({ recruitment: { returnUrls } }: Protocol): Fault[] => originFaults("returnUrls", returnUrls);
const embedFaults = ({ recruitment: { embedOrigins } }: Protocol): Fault[] =>
	originFaults("embedOrigins", embedOrigins);

/** Parameters of signatures and personal links, which no source's link may use. */
const RESERVED_IN_LINKS = ["sig", ...RESERVED_PARAMETERS];
/** Sources with another meaning: other ways in, pools, data sets and erased sessions. */
const RESERVED_SOURCES = ["prolific", "invite", "pilot", "simulated", "erased", "prism"];

function sourceFaults({ recruitment: { links = {}, returnUrls } }: Protocol): Fault[] {
	return Object.entries(links).flatMap(([source, { parameters, attributes = {} }]) => {
		const at = ["recruitment", "links", source];
		const names = [...Object.values(parameters), ...Object.values(attributes)].filter((name) => name !== undefined);
		return [
			...faultIf(
				RESERVED_SOURCES.includes(source),
				at,
				`The source ${source} has a meaning of its own: choose another name.`,
			),
			...faultIf(repeats(names).length > 0, at, "Two fields come from the same parameter."),
			...faultIf(
				names.some((name) => RESERVED_IN_LINKS.includes(name)),
				at,
				`The parameters ${RESERVED_IN_LINKS.join(", ")} are taken: give the parameter another name.`,
			),
			...faultIf(
				parameters.returnUrl !== undefined && returnUrls.length === 0,
				[...at, "parameters", "returnUrl"],
				"No address can be returned to: list the tool's origin in recruitment.returnUrls.",
			),
			...Object.keys(attributes).flatMap((name) =>
				faultIf(
					name in Object.prototype || name === "prototype",
					[...at, "attributes", name],
					"This name is reserved in JavaScript: choose another one.",
				),
			),
		];
	});
}

const originFaults = (field: string, urls: readonly string[]): Fault[] =>
	urls.flatMap((url, index) =>
		faultIf(
			!isOrigin(url),
			["recruitment", field, index],
			"Give an origin alone, such as https://survey.example.org, without a path, a name or a wildcard.",
		),
	);

/** Each reads only the fields that it needs, so that a fault in one field hides no fault of others. */
export const RECRUITMENT_CHECKS: readonly ((protocol: Protocol) => Fault[])[] = [
	quotaFaults,
	checksFaults,
	parameterFaults,
	returnFaults,
	embedFaults,
	sourceFaults,
	idFormatFaults,
	expiryFaults,
	reservationFaults,
];
