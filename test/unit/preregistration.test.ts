import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { preregistration } from "../../scripts/crossover/preregistration.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

const textOf = (protocol: unknown): string => {
	const text = preregistration(protocol);
	if (!text.ok) throw new Error(JSON.stringify(text.error));
	return text.value;
};

describe("a preregistration", () => {
	it("asks for the primary outcome if the protocol prespecifies no analysis", () => {
		const text = textOf(smallStudy({ slug: "plain", layout: "single" }));
		expect(text).toContain("The protocol prespecifies no analysis.");
		expect(text).not.toContain("exploratory");
	});

	it("compares no arms by ratings of a conversation with several arms, and tests no carry-over then", () => {
		const text = textOf(JSON.parse(readFileSync("seeds/two-minute.json", "utf8")));
		expect(text).toContain("`compare.ease`: described.");
		expect(text).toContain("`compare.order`: Plackett-Luce model");
		expect(text).not.toContain("linear mixed model");
		expect(text).not.toContain("carry-over");
		expect(text).toContain("each participant meets the arms at once");
	});

	it("compares arms by ratings of a conversation with one arm", () => {
		const text = textOf(JSON.parse(readFileSync("seeds/prism-x.json", "utf8")));
		expect(text).toContain("linear mixed model `value ~ arm + factor(period) + (1 | participant)`");
		expect(text).toContain("Sensitivity to carry-over");
	});

	it("lists the protocol's analyses before all others, which are exploratory", () => {
		const study = smallStudy({ slug: "planned", layout: "best-of" });
		const text = textOf({
			...study,
			analysis: [{ id: "main", outcome: "choice", formula: "score ~ arm + period + (1 | participant)" }],
		});
		expect(text).toContain("Prespecified analyses are about `choice`.");
		expect(text).toContain(
			"- Prespecified, `main`, of `choice`: mixed model `score ~ arm + period + (1 | participant)`\n- Everything else is exploratory",
		);
	});
});
