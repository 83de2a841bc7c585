import type { Protocol } from "../protocol/schema/schema.ts";

/** Prolific's own names, for a study that says nothing of them. */
const PROLIFIC = { participant: "PROLIFIC_PID", study: "STUDY_ID", session: "SESSION_ID" } as const;

/** What this study's landing link calls the participant's id, and the recruiter's ids of its study and submission. */
export const linkParameters = ({ recruitment }: Pick<Protocol, "recruitment">) =>
	recruitment.prolific?.parameters ?? PROLIFIC;

/** Null where the study does not recruit by it. Prolific replaces `{{%NAME%}}`, whatever the study calls its parameters. Not encoded: its form takes them as they are. */
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
