import { z } from "zod";
import { matcherOf } from "../../protocol/schema/id-format.ts";
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

/** A study's rules for participants' ids. Make them once for many ids, because this compiles the expression. */
export const idRules = ({ recruitment: { idFormat, prolific } }: Pick<Protocol, "recruitment">): IdRules => ({
	hasFormat: idFormat === undefined ? ANY_FORMAT.hasFormat : matcherOf(idFormat),
	fields: Object.values(prolific?.parameters ?? {}),
});

/** Line breaks and tabs too, which otherwise count as white space. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** Why a text cannot be a participant's id, as part of a sentence. Null where it can. */
export function idFault(id: string, { hasFormat, fields }: IdRules = ANY_FORMAT): string | null {
	if (isBlank(id)) return "give the participant's id: this one has no visible character";
	if (id.length > LONGEST) return `an id has ${LONGEST} characters at most`;
	if (id.includes("\ufffd") || hasStrayBytes(id)) return "this id is not in UTF-8: encode it in UTF-8";
	if (visiblePart(id) !== id || CONTROL.test(id)) return "take the invisible characters out of this id";
	if (isUnfilled(id, fields)) return UNFILLED;
	return hasFormat(id) ? null : "this id does not have the format that the study's recruitment.idFormat states";
}

export const asSentence = (fault: string): string => `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`;

/** An id in a request or a file. The rules of a study are checked later, when the study is known. */
export const participantId = z
	.string()
	.trim()
	.superRefine((id, { addIssue }) => {
		const message = idFault(id);
		if (message !== null) addIssue({ code: "custom", message });
	});

export const UNFILLED =
	"this is a placeholder that was not filled in: check how the survey tool or the link passes the value on";
