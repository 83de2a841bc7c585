import { idRules } from "../../src/access/participant-id/participant-id.ts";
import type { Protocol } from "../../src/protocol/schema/schema.ts";
import { poolOf } from "../../src/randomisation/draw/pool.ts";
import { sha256 } from "../capsule/format.ts";

/** The ids of recorded participants in the replay. They follow from the sessions' ids and have the study's format. */
export function idsFor(
	protocol: Protocol,
): (recorded: { readonly session: string; readonly source: string; readonly pool: string }) => string {
	const { hasFormat } = idRules(protocol);
	return ({ session, source, pool }) => {
		if (pool !== "live" || poolOf(source) !== "live") return session;
		const hash = sha256(new TextEncoder().encode(session));
		const digits = hash.replaceAll(/\D/g, "").padEnd(24, "0");
		const forms = [
			session,
			hash.slice(0, 24),
			digits,
			...LENGTHS.flatMap((n) => [digits.slice(0, n), `P${digits.slice(0, n)}`]),
		];
		const fitting = forms.find(hasFormat);
		if (fitting === undefined) throw new Error("No id of a replay has the form that recruitment.idFormat asks for.");
		return fitting;
	};
}
const LENGTHS = [4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 23];
