import { expect, it } from "vitest";
import { seal } from "../../blinding/seals/sealed.ts";
import { unseal } from "../../blinding/seals/unseal.ts";
import type { Arm } from "../../protocol/schema/schema.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import type { Fittings } from "../model-types.ts";
import { adaptersIn, replaceFailedAdapters } from "./replace-failed-adapters.ts";

const pooled: Arm = { id: "pooled", model: "t", personalisation: { kind: "adapter", scope: "shared", adapter: "p" } };
const own = (missing: "exclude" | "pooled"): Arm => ({
	id: "own",
	model: "t",
	personalisation: { kind: "adapter", scope: "participant", missing },
});
const FITTINGS: Fittings = {
	prompted: { prompt: "They bake.", adapter: null },
	pooled: { prompt: null, adapter: "served-pooled", entry: "p" },
	own: { prompt: null, adapter: "served-own", entry: "anns", standsIn: false },
};
const after = (arms: readonly Arm[], ...failed: string[]) =>
	replaceFailedAdapters(arms, seal(FITTINGS), new Set(failed));

it("lists the registry's adapters that the fittings use", () => {
	expect(adaptersIn(seal(FITTINGS))).toEqual(["p", "anns"]);
	expect(adaptersIn(seal<Fittings>({ own: { prompt: null, adapter: "from before entries were noted" } }))).toEqual([]);
});

it("replaces the participant's failed adapter by the pooled one, and changes nothing else", () => {
	const again = after([pooled, own("pooled")], "anns");
	const expected = { ...FITTINGS, own: { prompt: null, adapter: "served-pooled", entry: "p", standsIn: true } };
	expect(again && unseal(again.fittings)).toEqual(expected);
	expect(again?.hash).toBe(sha256Of(canonicalJson(expected)));
});

it.each([
	["the participant's adapter failed and the arm has no replacement", [pooled, own("exclude")], ["anns"]],
	["the shared adapter failed", [pooled, own("pooled")], ["p"]],
	["both failed", [own("pooled"), pooled], ["anns", "p"]],
	["the participant's adapter failed and no arm has a shared one", [own("pooled")], ["anns"]],
] as const)("is null if %s", (_case, arms, failed) => expect(after(arms, ...failed)).toBeNull());
