export type Verdict = { readonly kind: "passed" | "failed" | "unknown"; readonly says: string };

type Audit = {
	readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
	readonly message?: string;
};

/**
 * Reads the output of `npm audit --json`. Known vulnerabilities of high or critical severity fail the check; others are counted.
 * A registry without advisories, such as a mirror, answers with an error. The check then passes and says that vulnerabilities are
 * not known, because nothing in this repository can change that.
 */
export function auditVerdict(output: string): Verdict {
	const { metadata, message = "npm audit wrote no report" } = read(output);
	const counts = metadata?.vulnerabilities;
	if (!counts)
		return { kind: "unknown", says: `Vulnerabilities are not known: the registry gave no advisories (${message}).` };
	const says = Object.entries(counts)
		.map(([severity, count]) => `${count} ${severity}`)
		.join(", ");
	const isBad = (counts.high ?? 0) + (counts.critical ?? 0) > 0;
	return { kind: isBad ? "failed" : "passed", says: `Known vulnerabilities: ${says}.` };
}

function read(output: string): Audit {
	try {
		return JSON.parse(output) ?? {};
	} catch {
		return {};
	}
}
