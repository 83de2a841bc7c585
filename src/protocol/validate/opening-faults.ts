import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { missingTexts } from "../../texts/every-text.ts";
import { LANGUAGES_WITH_TEXTS } from "../../texts/server-texts.ts";
import { answerSizeFaults } from "../answers/answer-size.ts";
import { exitFaults } from "../prolific/exit-faults.ts";
import type { Protocol } from "../schema/schema.ts";
import { blockSizes } from "../steps/block.ts";
import { itemsAsked } from "../steps/steps.ts";
import { unfinished } from "./validate.ts";

/**
 * What a draft may contain and an open study may not, as far as the protocol shows. Endpoints and adapters are checked
 * elsewhere.
 */
export const protocolOpeningFaults = (protocol: Protocol): Fault[] => [
	...unfinished(protocol),
	...answerSizeFaults(protocol),
	...missingExits(protocol),
	...exitFaults(protocol),
	...smallQuota(protocol),
	...unsignedWayIn(protocol),
	...untranslated(protocol),
];

/** Otherwise participants would read English texts among the study's language. */
function untranslated({ language, texts = {} }: Protocol): Fault[] {
	const missing = missingTexts(language, texts);
	if (missing.length === 0) return [];
	const some = missing.slice(0, 3).join(", ");
	return [
		{
			pointer: pointer(["language"]),
			detail: `The platform has no texts in "${language}", and ${missing.length} are missing in \`texts\`, such as ${some}. Write them there, or take ${LANGUAGES_WITH_TEXTS.join(", ")}.`,
		},
	];
}

type Exit = keyof NonNullable<Protocol["recruitment"]["prolific"]>["exits"];

/** The reachable exits that a recruiter has to know. */
export function reachableExits(protocol: Protocol): Exit[] {
	const { arms, flow, eligibility, recruitment, checks, reports } = protocol;
	const personal = recruitment.onlyProfiles || arms.some(({ personalisation }) => personalisation !== undefined);
	const reachable: [Exit, boolean][] = [
		["completed", true],
		["declined", flow.includes("consent")],
		[
			"screened_out",
			eligibility.length > 0 || personal || Object.values(reports ?? {}).some((exit) => exit === "screened_out"),
		],
		["full", recruitment.quota !== undefined],
		[
			"failed_checks",
			checks !== undefined && itemsAsked(protocol).some(({ item }) => "correct" in item && item.correct !== undefined),
		],
	];
	return reachable.filter(([, can]) => can).map(([exit]) => exit);
}

function missingExits(protocol: Protocol): Fault[] {
	const { prolific } = protocol.recruitment;
	if (!prolific) return [];
	return reachableExits(protocol)
		.filter((exit) => prolific.exits[exit] === undefined)
		.map((exit) => ({
			pointer: pointer(["recruitment", "prolific", "exits", exit]),
			detail: `Participants can end as ${exit}: give the Prolific code of that exit.`,
		}));
}

/** Personalised replies reveal what a participant said about themselves, and anybody may open an unsigned link. */
function unsignedWayIn({ arms, recruitment: { prolific, links = {}, unsigned } }: Protocol): Fault[] {
	const isPersonal = arms.some(({ personalisation }) => personalisation !== undefined);
	if (!isPersonal || unsigned === "accepted") return [];
	const sources = Object.entries(links).filter(([, { signed }]) => !signed);
	const places = [
		...(prolific && !prolific.signed ? [["prolific"]] : []),
		...sources.map(([source]) => ["links", source]),
	];
	return places.map((place) => ({
		pointer: pointer(["recruitment", ...place, "signed"]),
		detail:
			"Arms are personalised, and an unsigned link admits anybody who knows a participant's id. Require signed links, or remove this way in and invite by personal links, or accept the risk with recruitment.unsigned.",
	}));
}

function smallQuota(protocol: Protocol): Fault[] {
	const { quota } = protocol.recruitment;
	if (!quota || protocol.design.method === "minimisation") return [];
	const block = Math.max(...blockSizes(protocol));
	const places: [path: string[], of: number][] = [
		[["total"], quota.total],
		// A cap of 0 keeps a stratum out, and needs no balance.
		...Object.entries(quota.strata ?? {})
			.filter(([, of]) => of > 0)
			.map(([stratum, of]): [string[], number] => [["strata", stratum], of]),
	];
	return places
		.filter(([, of]) => of < block)
		.map(([path, of]) => ({
			pointer: pointer(["recruitment", "quota", ...path]),
			detail: `A quota of ${of} is under one block of ${block} and could never be balanced: raise it to ${block} at least.`,
		}));
}
