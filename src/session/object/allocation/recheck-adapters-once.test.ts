import { describe, expect, it } from "vitest";
import { type Sealed, seal } from "../../../blinding/seals/sealed.ts";
import type { ChangedFittings } from "../../../models/calls/replace-failed-adapters.ts";
import type { Fittings } from "../../../models/model-types.ts";
import type { Exclusion } from "../../../personalisation/arms/fit-arms.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { recheckAdaptersOnce } from "./recheck-adapters-once.ts";

const BEFORE = seal<Fittings>({ own: { prompt: null, adapter: "before" } });
const AFTER = seal<Fittings>({ own: { prompt: null, adapter: "after" } });

type Found = Result<ChangedFittings | null, Exclusion>;

function session(fittings: Sealed<Fittings> | null = BEFORE) {
	const values = new Map<string, string>();
	const held = { fittings };
	const looks = (look: () => Found) =>
		recheckAdaptersOnce({
			meta: { get: (name) => values.get(name) ?? null, set: (name, value) => void values.set(name, value) },
			fittings: () => held.fittings,
			keep: (kept) => {
				held.fittings = kept;
			},
			look: async () => look(),
		});
	return { held, looks };
}

const changed = (): Found => ok({ fittings: AFTER, hash: "sha256:after" });
const gone = (): Found => err("no_adapter");

describe("the check of adapted inputs before randomisation", () => {
	it("keeps what changed, and returns its hash again on later tries", async () => {
		const { held, looks } = session();
		expect(await looks(changed)).toEqual(ok("sha256:after"));
		expect(held.fittings).toBe(AFTER);
		expect(await looks(gone)).toEqual(ok("sha256:after"));
	});

	it("is not repeated after nothing had changed, because the allocator may have answered", async () => {
		const { held, looks } = session();
		expect(await looks(() => ok(null))).toEqual(ok(null));
		expect(await looks(gone)).toEqual(ok(null));
		expect(held.fittings).toBe(BEFORE);
	});

	it("excludes the participant if an input is no longer available", async () => {
		expect(await session().looks(gone)).toEqual(err("no_adapter"));
	});

	it("does nothing if the study adapts nothing, and writes nothing after erasure", async () => {
		expect(await session(null).looks(gone)).toEqual(ok(null));
		const { held, looks } = session();
		const erased = () => {
			held.fittings = null;
			return changed();
		};
		expect(await looks(erased)).toEqual(ok(null));
		expect(held.fittings).toBeNull();
	});
});
