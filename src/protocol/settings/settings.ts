import { z } from "zod";
import { prolificExitsSchema } from "../prolific/exits.ts";
import { contactSchema } from "../schema/help.ts";
import { recruitmentSchema } from "../schema/recruitment.ts";
import type { Protocol } from "../schema/schema.ts";

const { returnUrls, embedOrigins, expiresAfter, returnPrefix, quota } = recruitmentSchema.shape;

/**
 * What may change while a study runs. None of it is shown before a choice or depends on an arm. Each field replaces the
 * protocol's; an absent one keeps it. The protocol and its hash stay.
 */
export const settingsSchema = z.strictObject({
	exits: prolificExitsSchema.unwrap().partial().optional().describe("By exit: its completion code on Prolific."),
	returnUrls: returnUrls.unwrap().optional(),
	embedOrigins: embedOrigins.unwrap().optional(),
	quota: quota,
	expiresAfter: expiresAfter.unwrap().optional(),
	contact: contactSchema.optional(),
	returnPrefix: returnPrefix,
});

export type Settings = z.output<typeof settingsSchema>;

/** Settings with their number, from 1. */
export type SettingsVersion = { readonly version: number; readonly settings: Settings };

/** The settings after a change. Exits change one by one, other fields as a whole. */
export function changedSettings(before: Settings | null, change: Settings): Settings {
	const exits = { ...before?.exits, ...change.exits };
	const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
	return { ...before, ...given, ...(Object.keys(exits).length > 0 && { exits }) };
}

type Changeable = Pick<Protocol, "recruitment" | "contact">;

/** The protocol with the settings in force. */
export function withSettings<P extends Changeable>(protocol: P, settings: Settings | null | undefined): P {
	if (!settings) return protocol;
	const { exits, contact, ...recruitment } = settings;
	const given = Object.fromEntries(Object.entries(recruitment).filter(([, value]) => value !== undefined));
	const { prolific } = protocol.recruitment;
	return {
		...protocol,
		...(contact && { contact }),
		recruitment: {
			...protocol.recruitment,
			...given,
			...(prolific && exits && { prolific: { ...prolific, exits: { ...prolific.exits, ...exits } } }),
		},
	};
}
