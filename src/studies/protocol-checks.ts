import type { Env } from "../env.ts";
import { draftFaults, unreadFaults } from "../protocol/parse/parse.ts";
import { type Protocol, protocolSchema } from "../protocol/schema/schema.ts";
import type { Settings } from "../protocol/settings/settings.ts";
import { settingsFaults } from "../protocol/settings/settings-faults.ts";
import { protocolOpeningFaults } from "../protocol/validate/opening-faults.ts";
import type { Warning } from "../protocol/warnings/warning.ts";
import { draftWarnings, protocolWarnings } from "../protocol/warnings/warnings.ts";
import type { Fault } from "../shared/problem.ts";

/** Settings of a study before and after a change. */
export type ChangeOfSettings = {
	readonly protocol: Protocol;
	readonly before: Settings | null;
	readonly after: Settings;
};

export type StageOfProtocol = { readonly protocol: Protocol; readonly isDraft: boolean };

/** The faults of a body that does not match the protocol's schema, with those of its readable parts. */
export function faultsOfUnread(input: unknown): Fault[] {
	const { error } = protocolSchema.safeParse(input);
	return error ? unreadFaults(error.issues, input) : [];
}

export const faultsOfSettings = ({ protocol, before, after }: ChangeOfSettings): Fault[] =>
	settingsFaults(protocol, before, after);

/** The warnings that follow from a protocol without faults of a draft. */
export const warningsOfProtocol = ({ protocol, isDraft }: StageOfProtocol): Warning[] => [
	...(isDraft ? draftWarnings(protocol) : []),
	...protocolWarnings(protocol),
];

/**
 * Rules across a protocol's fields, for when a researcher writes one. The deployed Worker has other functions in their place,
 * which let the research Worker check: `scripts/worker-bundle/remote-checks.ts`.
 */
export const checkedDraft = async (_env: Env, protocol: Protocol): Promise<Fault[]> => draftFaults(protocol);
export const checkedUnread = async (_env: Env, input: unknown): Promise<Fault[]> => faultsOfUnread(input);
export const checkedSettings = async (_env: Env, change: ChangeOfSettings): Promise<Fault[]> =>
	faultsOfSettings(change);
export const checkedOpening = async (_env: Env, protocol: Protocol): Promise<Fault[]> =>
	protocolOpeningFaults(protocol);
export const checkedWarnings = async (_env: Env, stage: StageOfProtocol): Promise<Warning[]> =>
	warningsOfProtocol(stage);
