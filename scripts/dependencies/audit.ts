export type Verdict = { readonly kind: "passed" | "failed" | "unknown"; readonly says: string };

/**
 * Reads the output of `npm audit --json`. A registry without advisories, such as a mirror, answers with an error.
 * Vulnerabilities are then unknown, and the check must fail.
 */
export function auditVerdict(output: string): Verdict {
	const counts = countsIn(output);
	if (!counts)
		return { kind: "unknown", says: "This registry offers no advisories, so vulnerabilities are not known." };
	const says = Object.entries(counts)
		.map(([severity, count]) => `${count} ${severity}`)
		.join(", ");
	const isBad = (counts.high ?? 0) + (counts.critical ?? 0) > 0;
	return { kind: isBad ? "failed" : "passed", says: `Known vulnerabilities: ${says}.` };
}

function countsIn(output: string): Readonly<Record<string, number>> | null {
	try {
		return JSON.parse(output)?.metadata?.vulnerabilities ?? null;
	} catch {
		return null;
	}
}
