import type { Protocol } from "../protocol/schema/schema.ts";

/** Prolific's own names, if the study names no others. */
const PROLIFIC = { participant: "PROLIFIC_PID", study: "STUDY_ID", session: "SESSION_ID" } as const;

/** The names of this study's link parameters: for the participant's id, and for the recruiter's ids of study and submission. */
export const linkParameters = ({ recruitment }: Pick<Protocol, "recruitment">) =>
	recruitment.prolific?.parameters ?? PROLIFIC;

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
