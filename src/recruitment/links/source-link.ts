import { asSentence, UNFILLED } from "../../access/participant-id/participant-id.ts";
import { isTemplate } from "../../access/participant-id/unfilled.ts";
import type { LinkSource } from "../../protocol/schema/recruitment.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { type Arrival, arrivingPersonFault } from "../arrival.ts";
import { returnAddress } from "../new-session/new-session.ts";
import { mayReturnTo } from "../return-address.ts";
import { isPilot, poolFault, undeclaredMarks } from "./pool-mark.ts";

export type Query = Readonly<Record<string, readonly string[]>>;

/** What a link of a source says about its visitor. Only a signature proves it. */
export type SourceLink = Pick<Arrival, "externalId" | "pool" | "attributes" | "returnUrl">;

type Study = Pick<Protocol, "recruitment">;

/** The source's entry in the protocol, if the protocol has one. `hasOwn`, because the name comes from an address. */
export const sourceOf = ({ recruitment: { links = {} } }: Study, source: string): LinkSource | null =>
	(Object.hasOwn(links, source) ? links[source] : undefined) ?? null;

/** Reads the link's parameters by the names that the study gives them. Returns all faults, each with its parameter. */
export function readSourceLink(
	study: Study,
	source: string,
	{ parameters, attributes = {} }: LinkSource,
	query: Query,
): Result<SourceLink, Fault[]> {
	const pool = read(query, parameters.pool, poolFault);
	const named = isPilot(pool.value) ? "pilot" : "live";
	const participant = read(query, parameters.participant, (externalId) =>
		arrivingPersonFault(study, { externalId, source, pool: named }),
	);
	const returnUrl = read(query, parameters.returnUrl, (address) => addressFault(study, address));
	const given = Object.entries(attributes).map(([name, parameter]) => ({
		name,
		...read(query, parameter, attributeFault),
	}));
	const declared = [...Object.values(parameters), ...Object.values(attributes)];
	const faults = [
		...[participant, returnUrl, pool, ...given].flatMap(({ fault }) => fault ?? []),
		...undeclaredMarks(query, declared, "declare it as `pool` in the parameters of this source, or leave it out"),
	];
	if (participant.value === "" && participant.fault === null) faults.unshift(missing(parameters.participant));
	if (faults.length > 0) return err(faults);
	return ok({
		externalId: participant.value,
		pool: named,
		returnUrl: returnUrl.value || null,
		attributes: Object.fromEntries(given.flatMap(({ name, value }) => (value === "" ? [] : [[name, value]]))),
	});
}

type Read = { readonly value: string; readonly fault: Fault | null };

/** An empty parameter means that the tool has no value. A repeated one is refused, because either value could be meant. */
function read(query: Query, name: string | undefined, faultOf: (value: string) => string | null): Read {
	const [first = "", ...more] = (name !== undefined && Object.hasOwn(query, name) && query[name]) || [];
	const value = first.trim();
	const fault = more.length > 0 ? "give this parameter once" : value === "" ? null : faultOf(value);
	return { value, fault: fault === null ? null : { pointer: pointer([name ?? ""]), detail: asSentence(fault) } };
}

const missing = (name: string): Fault => ({ pointer: pointer([name]), detail: "Give the participant's id." });

const LONGEST_ATTRIBUTE = 1000;

function attributeFault(value: string): string | null {
	if (isTemplate(value)) return UNFILLED;
	return value.length > LONGEST_ATTRIBUTE ? `an attribute has at most ${LONGEST_ATTRIBUTE} characters` : null;
}

function addressFault(study: Study, address: string): string | null {
	const parsed = returnAddress.safeParse(address);
	if (!parsed.success) return parsed.error.issues[0]?.message ?? "give an address";
	return mayReturnTo(study, address) ? null : "its origin is not among the study's recruitment.returnUrls";
}
