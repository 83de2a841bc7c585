import { describe, expect, it } from "vitest";
import type { Arm } from "../../protocol/schema/schema.ts";
import { NO_PROFILE } from "../profiles/profile.ts";
import { fitArms } from "./fit-arms.ts";

const history = { select: "latest", conversations: 6, order: "oldest-first" } as const;
const generic: Arm = { id: "generic", model: "m" };
const prompted: Arm = {
	id: "prompted",
	model: "m",
	personalisation: { kind: "prompt", template: "{{profile.x}}", maxTokens: 600, history },
};
const pooled: Arm = { id: "pooled", model: "t", personalisation: { kind: "adapter", scope: "shared", adapter: "p" } };
const own = (missing: "exclude" | "pooled"): Arm => ({
	id: "own",
	model: "t",
	personalisation: { kind: "adapter", scope: "participant", missing },
});

const profile = { ...NO_PROFILE, profile: { x: "bakes" } };
const shared = { p: { name: "p", servedName: "served-pooled" } };
const both = { own: { name: "anns", servedName: "served-own" }, shared };
const none = { own: null, shared: {} };

describe("the arms of a participant", () => {
	it("have fittings only if they are personalised", () => {
		expect(fitArms([generic, prompted, pooled, own("exclude")], { profile, adapters: both })).toMatchObject({
			ok: true,
			value: {
				prompted: { prompt: expect.stringContaining("bakes"), adapter: null },
				pooled: { prompt: null, adapter: "served-pooled", entry: "p" },
				own: { prompt: null, adapter: "served-own", entry: "anns", standsIn: false },
			},
		});
		expect(fitArms([generic], { profile: null, adapters: none })).toEqual({ ok: true, value: {} });
	});

	it("get the shared adapter instead of a missing one only if the protocol allows it", () => {
		const adapters = { own: null, shared };
		expect(fitArms([pooled, own("pooled")], { profile, adapters })).toMatchObject({
			value: { pooled: { adapter: "served-pooled" }, own: { adapter: "served-pooled", entry: "p", standsIn: true } },
		});
		expect(fitArms([pooled, own("exclude")], { profile, adapters })).toEqual({ ok: false, error: "no_adapter" });
		expect(fitArms([pooled, own("pooled")], { profile, adapters: none })).toEqual({ ok: false, error: "no_adapter" });
	});

	it.each([
		[null, "no_profile"],
		[NO_PROFILE, "profile_incomplete"],
	] as const)("cannot be fitted to the profile %j: %s", (known, error) =>
		expect(fitArms([generic, prompted], { profile: known, adapters: both })).toEqual({ ok: false, error }),
	);
});
