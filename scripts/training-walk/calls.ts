import assert from "node:assert/strict";
import { z } from "zod";

type Row = Readonly<Record<string, unknown>>;

const sealedCall = z.looseObject({
	sealed: z.string(),
	session: z.null(),
	label: z.null(),
	adapter: z.null(),
	adapter_stood_in: z.null(),
});
const openCall = z.looseObject({ label: z.string(), adapter: z.string().nullable() });
const keyRow = z.looseObject({ label: z.string(), arm: z.string() });
const deviation = z.looseObject({ kind: z.string(), session: z.string() });

/** In a blinded study, no row of a call shows an adapter or a substitute, and neither does its length. */
export function checkSealed(calls: readonly Row[], deviations: readonly Row[]): void {
	assert.ok(calls.length > 0, "there are no calls");
	const sealed = calls.map((row) => {
		const read = sealedCall.safeParse(row);
		assert.ok(read.success, `a row of model_calls is not sealed: ${JSON.stringify({ ...row, sealed: "…" })}`);
		return read.data.sealed;
	});
	assert.equal(new Set(sealed.map(({ length }) => length)).size, 1, "sealed rows differ in length");
	assert.deepEqual(sessionsStoodInFor(deviations), new Set(), "a deviation tells who stood in before unblinding");
}

/** The adapters that served each arm, from the unblinded calls. */
export function adaptersByArm(
	calls: readonly Row[],
	key: readonly Row[],
): ReadonlyMap<string, ReadonlySet<string | null>> {
	const armOf = new Map(key.map((row) => keyRow.parse(row)).map(({ label, arm }) => [label, arm]));
	const adapters = new Map<string, Set<string | null>>();
	for (const { label, adapter } of calls.map((row) => openCall.parse(row))) {
		const arm = armOf.get(label);
		assert.ok(arm, `the label ${label} is not in the key`);
		adapters.set(arm, (adapters.get(arm) ?? new Set()).add(adapter));
	}
	return adapters;
}

/** The sessions in which another adapter, or the generic user, replaced the participant's own. */
export const sessionsStoodInFor = (deviations: readonly Row[]): ReadonlySet<string> =>
	new Set(
		deviations
			.map((row) => deviation.parse(row))
			.filter(({ kind }) => kind === "adapter_stood_in")
			.map(({ session }) => session),
	);
