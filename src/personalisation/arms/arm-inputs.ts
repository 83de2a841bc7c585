import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { AdapterRow } from "../adapters/adapters.ts";
import { sharedAdapters } from "./fit-arms.ts";

const hashOf = (value: unknown): string => sha256Of(canonicalJson(value));

type Served = Pick<AdapterRow, "name" | "servedName" | "status" | "participantId">;

/** Whether any arm of this study uses profiles. */
export const usesProfiles = ({ arms }: Protocol): boolean =>
	arms.some(({ personalisation }) => personalisation?.kind === "prompt");
export const usesAdapters = ({ arms }: Protocol): boolean =>
	arms.some(({ personalisation }) => personalisation?.kind === "adapter");

/** Whether the mapping of ids to profiles matters: it also decides whose adapters a participant gets. */
export const usesPeople = (protocol: Protocol): boolean => usesProfiles(protocol) || usesAdapters(protocol);

/** A shared adapter, by its name in the registry. */
export const sharedInput = (name: string, row: Served | undefined): ArmInput => ({
	name: `shared/${name}`,
	hash: row && row.participantId === null ? hashOf([row.servedName, row.status]) : null,
});

/** All adapters of one pseudonym in order of registration: the last ready one is served. */
export const ownInput = (participantId: string, rows: readonly Served[]): ArmInput => ({
	name: `own/${participantId}`,
	hash: rows.length === 0 ? null : hashOf(rows.map(({ name, servedName, status }) => [name, servedName, status])),
});

/** The profile of a pseudonym. */
export const personInput = (participantId: string, profileId: string | null): ArmInput => ({
	name: `person/${participantId}`,
	hash: profileId === null ? null : hashOf(profileId),
});

/** `dataHash` covers the whole profile. */
export const profileInput = (profileId: string, dataHash: string | null): ArmInput => ({
	name: `profile/${profileId}`,
	hash: dataHash,
});

export const isProfile = (name: string): boolean => name.startsWith("profile/");

/** The shared adapters that the protocol names. Others are never served. */
export const sharedNames = ({ arms }: Protocol): readonly string[] => [...new Set(sharedAdapters(arms))];

type Erased = {
	readonly participantId: string;
	readonly personalisation?: { readonly profileId: string | null; readonly knownAs?: readonly string[] } | null;
};

/** After an erasure, no inputs are fixed for the participant, and their pseudonyms are not kept. */
export const inputsOfErased = ({ participantId, personalisation }: Erased): ArmInput[] => {
	const { knownAs = [], profileId = null } = personalisation ?? {};
	const ids = [...new Set([participantId, ...knownAs, ...(profileId === null ? [] : [profileId])])];
	return [
		...ids.flatMap((id) => [personInput(id, null), ownInput(id, [])]),
		...(profileId === null ? [] : [profileInput(profileId, null)]),
	];
};
