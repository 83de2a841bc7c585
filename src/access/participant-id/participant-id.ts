import { z } from "zod";
import { matcherOf } from "../../protocol/schema/formats/id-format.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import { isBlank, visiblePart } from "../../shared/visible-text.ts";
import { hasStrayBytes } from "./readings.ts";
import { isUnfilled } from "./unfilled.ts";

const LONGEST = 200;

export type IdRules = {
	readonly hasFormat: (id: string) => boolean;
	/** Names of the study's link parameters. As a value, such a name is a placeholder. */
	readonly fields: readonly string[];
};

export const ANY_FORMAT: IdRules = { hasFormat: () => true, fields: [] };

/** A study's rules for participants' ids. Make them once for many ids, because this compiles a regular expression. */
export const idRules = ({
	recruitment: { idFormat, prolific, links = {} },
}: Pick<Protocol, "recruitment">): IdRules => ({
	hasFormat: idFormat === undefined ? ANY_FORMAT.hasFormat : matcherOf(idFormat),
	fields: [prolific, ...Object.values(links)].flatMap((way) =>
		Object.values(way?.parameters ?? {}).filter((name) => name !== undefined),
	),
});

/** Includes line breaks and tabs, which elsewhere count as white space. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Why a text cannot be a participant's id, as part of a sentence. Null if it can. */
export function idFault(id: string, { hasFormat, fields }: IdRules = ANY_FORMAT): string | null {
	if (isBlank(id)) return "give the participant's id: this one has no visible character";
	if (id.length > LONGEST) return `an id has at most ${LONGEST} characters`;
	if (id.includes("\ufffd") || hasStrayBytes(id)) return "this id is not in UTF-8: encode it in UTF-8";
	if (visiblePart(id) !== id || CONTROL.test(id)) return "remove the invisible characters from this id";
	if (isUnfilled(id, fields)) return UNFILLED;
	return hasFormat(id) ? null : "this id does not match the study's recruitment.idFormat";
}

export const asSentence = (fault: string): string => `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`;

/** An id in a request or a file. The study's own rules are checked later, when the study is known. */
export const participantId = z
	.string()
	.trim()
	.superRefine((id, { addIssue }) => {
		const message = idFault(id);
		if (message !== null) addIssue({ code: "custom", message });
	});

export const UNFILLED =
	"this is a placeholder that was not filled in: check how the survey tool or the link passes the value on";
