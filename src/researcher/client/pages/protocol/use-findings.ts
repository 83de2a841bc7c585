import { useEffect, useState } from "preact/hooks";
import { type Problem, problemOf, request, type Schemas } from "../../net/api.ts";
import type { Finding } from "./code/code-editor.ts";

export type Check =
	| { readonly kind: "checking" }
	/** The text is not JSON, so the server was not asked. */
	| { readonly kind: "broken" }
	| { readonly kind: "failed"; readonly problem: Problem }
	| { readonly kind: "checked"; readonly valid: boolean; readonly findings: readonly Finding[] };

/** The text is checked after this long without a key. */
const PAUSE_MS = 500;

export function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * The server's findings in this text: faults, then warnings. The server stores nothing. `known`: the findings of a text
 * that cannot change.
 */
export function useFindings(text: string, known: readonly Finding[] | null): Check {
	const [check, setCheck] = useState<Check>({ kind: "checking" });
	useEffect(() => {
		if (known) return;
		const protocol = parsed(text);
		if (protocol === undefined) {
			setCheck({ kind: "broken" });
			return;
		}
		const aborted = new AbortController();
		const ask = () =>
			request<Schemas["ProtocolValidation"]>("/v1/studies/validate", "POST", protocol, aborted.signal).then(
				({ valid, errors, warnings }) => setCheck({ kind: "checked", valid, findings: findingsOf(errors, warnings) }),
				(error) => !aborted.signal.aborted && setCheck({ kind: "failed", problem: problemOf(error) }),
			);
		const timer = setTimeout(() => void ask(), PAUSE_MS);
		return () => {
			clearTimeout(timer);
			aborted.abort();
		};
	}, [text, known]);
	return known ? { kind: "checked", valid: true, findings: known } : check;
}

type Validation = Schemas["ProtocolValidation"];

const findingsOf = (errors: Validation["errors"], warnings: Validation["warnings"]): readonly Finding[] => [
	...errors.map(({ pointer, detail }) => ({ pointer, detail, severity: "error" as const })),
	...warnings.map(({ pointer, detail }) => ({ pointer, detail, severity: "warning" as const })),
];
