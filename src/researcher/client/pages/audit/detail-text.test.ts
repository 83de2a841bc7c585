import { describe, expect, it } from "vitest";
import { detailText, readDetail } from "./detail-text.ts";

describe("the detail of an entry", () => {
	it("shows the reason separately, and each other value with its path", () => {
		const detail = { reason: "Moved.", scopes: ["admin", "unblind"], pace: { holds: { rate: 40 } }, deviation: null };
		expect(readDetail(detail)).toEqual({
			reason: "Moved.",
			lines: [
				{ name: "scopes", value: "admin, unblind" },
				{ name: "pace.holds.rate", value: "40" },
			],
		});
		expect(detailText(detail)).toBe("Moved.; scopes: admin, unblind; pace.holds.rate: 40");
	});

	it("numbers the values of a list, and leaves out empty ones", () => {
		expect(detailText({ models: [{ trials: 3 }, { trials: 2 }], warnings: [], begun: false })).toBe(
			"models.1.trials: 3; models.2.trials: 2; begun: false",
		);
		expect(detailText(null)).toBe("");
	});
});
