import { isBlank, visiblePart } from "../../shared/visible-text.ts";
import { readings } from "./readings.ts";

/**
 * Placeholders of survey tools, recruiters and template languages. A tool that does not fill one in sends the same text for all
 * participants, so the second would get the first one's conversation.
 */
const TEMPLATES: readonly RegExp[] = [
	// Brackets of any kind: Qualtrics ${e://Field/X}, Prolific {{%X%}}, LimeSurvey {X}, REDCap [x], Alchemer [url("x")], ERB <%= x %>,
	// mail merge «x», JavaScript `${x}`. JavaScript also writes an object as [object Object].
	/[{}[\]<>«»`]/,
	// A variable of a shell or of PHP, or a route parameter.
	/^[$:][A-Za-z_(]/,
	// SoSci Survey %caseToken%. In the middle of a text, %C3% may be part of an encoded letter.
	/^%%?[A-Za-z_][\w.:-]*%%?$/,
	/%(?![0-9A-Fa-f]{2})[A-Za-z_][\w.:-]*%/,
	// Formats of printf and Python.
	/^%[sdifu@]$|%\(\w+\)[sd]/,
	// Unipark #u_id#, Forsta ^f('x')^, ColdFusion, Ant, dunder names.
	/^(##?|@@?|~|\||\^|__)(?=.*\p{L}).+\1$/u,
	// Mailchimp.
	/^\*\|.+\|\*$/,
	// A call or a concatenation that was pasted as text: jsPsych.data.getURLVariable('x'), "+id+".
	/[A-Za-z_$][\w$]*\.[\w$]+\(/,
	/["']\s*\+|\+\s*["']/,
	// Errors of a spreadsheet.
	/^#(?:N\/A|REF!|VALUE!|NAME\?|NULL!|NUM!|DIV\/0!)$/,
	// Amazon Mechanical Turk's preview.
	/ASSIGNMENT_ID_NOT_AVAILABLE/i,
	// Typeform's sample value of a hidden field.
	/^x{3,}$/i,
	/^(?:your|insert|enter)[\W_]*(?:prolific|participant|worker|user|subject|response)?[\W_]*p?id(?:[\W_]*here)?$/i,
];

/** Names of fields that tools fill in, in lower case and without punctuation. */
const FIELDS = new Set(
	`prolificpid prolificid studyid sessionid submissionid responseid participantid participantlabel participantcode subjectid
	respondentid recordid workerid assignmentid hitid savedid userid externalid publicid externaldatareference contactid
	panelistid recipientid`.split(/\s+/),
);

/** What programs write for a missing value. */
const NO_VALUE = new Set(["undefined", "null", "nil", "none", "nan", "true", "false"]);

/** `{3F2504E0-4F89-11D3-9A0C-0305E82C3301}` is an id although it has brackets. */
const BRACED_GUID = /^\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}$/i;
const NIL_ID = /^(?:0{24}|0{32}|0{8}(?:-0{4}){3}-0{12})$/;

/**
 * Whether a text cannot identify a person: an unfilled placeholder, a word for a missing value, or no visible character.
 * `fields` are the names of the study's own link parameters, which some tools send as values.
 */
export function isUnfilled(text: string, fields: readonly string[] = []): boolean {
	return readings(text).some((reading) => cannotBeId(visiblePart(reading).trim(), fields));
}

function cannotBeId(text: string, fields: readonly string[]): boolean {
	const id = text.replace(BRACED_GUID, "$1");
	if (isBlank(id) || !/[\p{L}\p{N}]/u.test(id) || NIL_ID.test(id)) return true;
	return TEMPLATES.some((template) => template.test(id)) || isNoValue(id) || isFieldName(id, fields);
}

/** Case matters where the text may be a name: Nan and Na are names. */
function isNoValue(id: string): boolean {
	if (/undefined/i.test(id) || /^(?:n\/a|NA)$/.test(id) || id === "N/A") return true;
	const words = id.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
	const isName = words.length === 1 && words[0] === "Nan";
	if (!isName && words.every((word) => NO_VALUE.has(word.toLowerCase()))) return true;
	return words.some((word) => word === "null" || word === "NaN");
}

const folded = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

const isFieldName = (id: string, fields: readonly string[]): boolean =>
	FIELDS.has(folded(id)) || fields.some((field) => field.toLowerCase() === id.toLowerCase());

const WHOLE_TEMPLATE =
	/^(?:\$\{[^{}]+\}|\{\{[^{}]+\}\}|\{[%\w][\w.:% -]*\}|\[\[?[A-Za-z_][\w.:-]*\]?\]|<[%\w][\w.:%= -]*>|%%?[A-Za-z_][\w.:-]*%%?)$/;

/** Whether a free text, such as an attribute, is one placeholder and nothing else. */
export const isTemplate = (text: string): boolean =>
	readings(text).some((reading) => WHOLE_TEMPLATE.test(visiblePart(reading).trim()));

/** Whether an address contains a placeholder as a path segment, a query value or the fragment. */
export function hasTemplate(address: string): boolean {
	if (!URL.canParse(address)) return isTemplate(address);
	const { pathname, searchParams, hash } = new URL(address);
	return [...pathname.split("/"), ...searchParams.values(), hash.slice(1)].some(isTemplate);
}
