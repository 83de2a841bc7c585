import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";

/** Every code has its line in docs/reference/protocol.md. */
export const WARNING_CODES = ["language_without_catalogue", "not_openable", "pace_as_is"] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/**
 * What a study may do, although its researcher would probably not want it. It keeps no study from opening. The code names the
 * kind and stays the same when the sentence is reworded; the sentence says what happens and what to do.
 */
export type Warning = Fault & { readonly code: WarningCode };

type Path = readonly PropertyKey[];

export const warning = (code: WarningCode, path: Path, detail: string): Warning => ({
	code,
	pointer: pointer(path),
	detail,
});

export const warningIf = (applies: boolean, code: WarningCode, path: Path, detail: string): Warning[] =>
	applies ? [warning(code, path, detail)] : [];
