import { describe, expect, it } from "vitest";
import { validStudy } from "../../../test/support/protocols/protocol.ts";
import type { Arm, Model } from "../../protocol/schema/schema.ts";
import { fittingOf, NO_PERSONALISATION, systemOf, withAdapter } from "./fitting.ts";

const arm = (personalisation?: Arm["personalisation"]): Arm => ({
	id: "one",
	model: "tuned",
	...(personalisation && { personalisation }),
});
const own = arm({ kind: "adapter", scope: "participant", missing: "exclude" });
const fitted = { prompt: null, adapter: "served $& name" };

describe("an arm's fitting", () => {
	it("is never another arm's, and null if a needed adapter is missing", () => {
		expect(fittingOf(arm(), null)).toBe(NO_PERSONALISATION);
		expect(fittingOf(own, { one: fitted })).toBe(fitted);
		expect(fittingOf(own, { other: fitted })).toBeNull();
		expect(fittingOf(own, { one: { prompt: "x", adapter: null } })).toBeNull();
		expect(fittingOf(own, null)).toBeNull();
	});

	it("replaces {{adapter}} everywhere in the model, and changes nothing else", () => {
		const model: Model = {
			provider: "openai-compatible",
			endpoint: "GPU",
			model: "base:{{ adapter }}",
			maxOutputTokens: 10,
			providerOptions: { user: "{{adapter}}", deep: [{ lora: "x-{{adapter}}" }, 3, null], other: "adapter" },
		};
		expect(withAdapter(model, fitted)).toEqual({
			...model,
			model: "base:served $& name",
			providerOptions: { user: "served $& name", deep: [{ lora: "x-served $& name" }, 3, null], other: "adapter" },
		});
		expect(withAdapter(model, NO_PERSONALISATION)).toBe(model);
	});

	it("puts its prompt after the arm's own system prompt, or after the shared one", () => {
		const study = validStudy({ "/system": "Shared." });
		const fitting = { prompt: "They bake.", adapter: null };
		expect(systemOf(study, arm(), NO_PERSONALISATION)).toBe("Shared.");
		expect(systemOf(study, arm(), fitting)).toBe("Shared.\n\nThey bake.");
		expect(systemOf(study, { ...arm(), system: "Own." }, fitting)).toBe("Own.\n\nThey bake.");
		expect(systemOf(validStudy(), arm(), fitting)).toBe("They bake.");
		expect(systemOf(validStudy(), arm(), NO_PERSONALISATION)).toBeUndefined();
	});
});
