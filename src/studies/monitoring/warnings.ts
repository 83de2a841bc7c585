import { z } from "@hono/zod-openapi";
import { hasStrongSecret, type SecretBindings } from "../../crypto/secrets.ts";
import type { Warning } from "../../protocol/warnings/warning.ts";

export const warningSchema = z
	.strictObject({
		code: z.string().describe("The kind of warning.").openapi({ example: "strata_of_numbers" }),
		pointer: z.string().describe("RFC 6901: the place in the protocol. Empty for the study as a whole."),
		detail: z.string().describe("What happens, and what to do about it."),
		raisedAt: z.iso.datetime().nullable().describe("When it was measured. Null if it follows from the protocol."),
		numbers: z.record(z.string(), z.number()).optional().describe("The measured numbers."),
	})
	.openapi("Warning");

type WarningView = z.output<typeof warningSchema>;

/** A row of `warnings`. Its `detail` holds numbers, and may hold the sentence as `means` and the place as `pointer`. */
export type MeasuredWarning = { readonly kind: string; readonly detail: unknown; readonly raisedAt: string };

/** Sentences for kinds whose rows hold only numbers. */
const SENTENCES: Readonly<Record<string, string>> = {
	sample_ratio:
		"Participants are spread over the sequences less evenly than chance allows (p < 0.001). Check the balance, and who left.",
	inputs_differ:
		"Adapters, profiles or addresses of model servers differ from those at the opening of the study, and no change of them is recorded. Participants who would get them cannot start. Restore them, or pause the study and make the change with a reason. The audit names them (study.difference).",
	rows_set_aside:
		"Some rows could not be written to the database, because they are too large or were refused. Those of sessions are in v_deviations as row_set_aside. The sessions' own logs have everything.",
};

/** Old rows of warnings that now follow from the protocol. */
const SHOWN_BY_PROTOCOL = ["pace_as_is"];

type From = {
	/** Those that follow from the protocol. Null: not known at the moment. */
	readonly ofProtocol: readonly Warning[] | null;
	readonly measured: readonly MeasuredWarning[];
	readonly bindings: SecretBindings;
};

const WITHOUT_SECRET = {
	code: "no_secret",
	pointer: "",
	detail:
		"The Worker has no IDENTITY_KEY of 32 characters or more. Anybody who reads its databases can link pseudonyms to platform ids, and arms to labels. Bind one.",
};

const UNKNOWN = {
	code: "warnings_unknown",
	pointer: "",
	detail:
		"The warnings that follow from the protocol are missing here, because the research Worker does not answer or is of another release. Read the study again in a minute.",
};

/** Measured warnings, the newest first, and those that follow from the protocol and the Worker's settings. */
export function warningsOf({ ofProtocol, measured, bindings }: From): WarningView[] {
	const shown = [...(hasStrongSecret(bindings) ? [] : [WITHOUT_SECRET]), ...(ofProtocol ?? [UNKNOWN])];
	return [
		...measured.filter(({ kind }) => !SHOWN_BY_PROTOCOL.includes(kind)).map(measuredView),
		...shown.map((warning) => ({ ...warning, raisedAt: null })),
	];
}

function measuredView({ kind, detail, raisedAt }: MeasuredWarning): WarningView {
	const { means, pointer, ...rest } = z.record(z.string(), z.union([z.number(), z.string()])).parse(detail ?? {});
	const numbers = Object.entries(rest).filter((entry): entry is [string, number] => typeof entry[1] === "number");
	return {
		code: kind,
		pointer: String(pointer ?? ""),
		detail: String(means ?? SENTENCES[kind] ?? kind),
		raisedAt,
		...(numbers.length > 0 && { numbers: Object.fromEntries(numbers) }),
	};
}
