import type { Protocol } from "../protocol/schema/schema.ts";

/** Prolific's own names, if the study names no others. */
const PROLIFIC = { participant: "PROLIFIC_PID", study: "STUDY_ID", session: "SESSION_ID" } as const;

/** The names of this study's link parameters: for the participant's id, and for the recruiter's ids of study and submission. */
export const linkParameters = ({ recruitment }: Pick<Protocol, "recruitment">) =>
	recruitment.prolific?.parameters ?? PROLIFIC;

/**
 * By source of `recruitment.links`: its landing address. `{participant}`, `{returnUrl}` and names of attributes in braces are
 * for the tool's own placeholders.
 */
export function landingLinks({ slug, recruitment }: Protocol, origin: string): Record<string, string> {
	const addresses = Object.entries(recruitment.links ?? {}).map(([source, { parameters, attributes, signed }]) => {
		const filled = Object.entries({ ...parameters, ...attributes }).map(([what, name]) => `${name}={${what}}`);
		return [source, `${origin}/p/${slug}/${source}?${[...filled, ...(signed ? ["sig={signature}"] : [])].join("&")}`];
	});
	return Object.fromEntries(addresses);
}

/**
 * Null if the study does not recruit with Prolific. Prolific replaces `{{%NAME%}}`, whatever the study calls its
 * parameters. Not encoded, because Prolific's form takes the placeholders unchanged.
 */
export function participantLink(protocol: Protocol, origin: string): string | null {
	if (!protocol.recruitment.prolific) return null;
	const names = linkParameters(protocol);
	const parameters = [
		`${names.participant}={{%PROLIFIC_PID%}}`,
		`${names.study}={{%STUDY_ID%}}`,
		`${names.session}={{%SESSION_ID%}}`,
	];
	return `${origin}/p/${protocol.slug}?${parameters.join("&")}`;
}
