import { describe, expect, it } from "vitest";
import { EXITS, smallStudy } from "../../../test/support/protocols/small-study.ts";
import { protocolHash } from "../parse/parse.ts";
import { protocolSchema } from "../schema/schema.ts";
import { changedSettings, withSettings } from "./settings.ts";
import { settingsFaults } from "./settings-faults.ts";

const protocol = protocolSchema.parse(
	smallStudy({ slug: "changing", recruitment: { prolific: { exits: EXITS }, quota: { total: 20 } } }),
);

describe("settings", () => {
	it("replace the protocol's values, and keep the rest", () => {
		const changed = withSettings(protocol, { exits: { completed: { code: "RIGHT" } }, expiresAfter: "PT1H" });
		expect(changed.recruitment.prolific?.exits).toEqual({
			...protocol.recruitment.prolific?.exits,
			completed: { code: "RIGHT" },
		});
		expect(changed.recruitment.expiresAfter).toBe("PT1H");
		expect(changed.recruitment.quota).toEqual({ total: 20 });
		expect(protocolHash(protocol)).toBe(protocolHash(withSettings(protocol, null)));
	});

	it("are changed exit by exit, and otherwise field by field", () => {
		const first = changedSettings(null, { exits: { completed: { code: "A" } }, quota: { total: 30 } });
		const second = changedSettings(first, { exits: { full: { code: "B" } } });
		expect(second).toEqual({ exits: { completed: { code: "A" }, full: { code: "B" } }, quota: { total: 30 } });
	});

	it("have no faults that the protocol had before", () =>
		expect(settingsFaults(protocol, null, { expiresAfter: "PT2H" })).toEqual([]));

	it("are refused if they would keep a draft from opening", () => {
		expect(settingsFaults(protocol, null, { quota: { total: 1 } }).map(({ pointer }) => pointer)).toEqual([
			"/quota/total",
		]);
		const alone = protocolSchema.parse(smallStudy({ slug: "alone" }));
		expect(settingsFaults(alone, null, { exits: { completed: { code: "A" } } })).toMatchObject([{ pointer: "/exits" }]);
	});
});
