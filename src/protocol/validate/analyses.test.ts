import { describe, expect, it } from "vitest";
import { smallStudy } from "../../../test/support/protocols/small-study.ts";
import { type Protocol, protocolSchema } from "../schema/schema.ts";
import { analysisFaults } from "./analyses.ts";

const studyWith = (analysis: Protocol["analysis"]): Protocol =>
	protocolSchema.parse({ ...smallStudy({ slug: "planned" }), ...(analysis && { analysis }) });
const faultsOf = (...analysis: NonNullable<Protocol["analysis"]>) => analysisFaults(studyWith(analysis));

describe("prespecified analyses", () => {
	it("are optional, and leave no trace in a protocol without them", () => {
		expect(Object.keys(studyWith(undefined))).not.toContain("analysis");
		expect(analysisFaults(studyWith(undefined))).toEqual([]);
	});

	it("are of a scale by a formula, or of a ranking", () => {
		expect(
			faultsOf(
				{ id: "primary", outcome: "experience.overall", formula: "overall ~ arm" },
				{ id: "order", outcome: "ranking.best", ranking: "ranking.best" },
			),
		).toEqual([]);
	});

	it.each([
		[{ id: "a", outcome: "experience.absent", formula: "absent ~ arm" }, "/analysis/0/outcome", /no item/],
		[{ id: "a", outcome: "ranking.best", formula: "best ~ arm" }, "/analysis/0/outcome", /no numbers/],
		[{ id: "a", outcome: "x", ranking: "experience.overall" }, "/analysis/0/ranking", /no ranking/],
		[{ id: "a", outcome: "choice", formula: "score ~ arm" }, "/analysis/0/outcome", /best-of/],
		[{ id: "a", outcome: "experience.overall" }, "/analysis/0", /formula or a ranking/],
	])("are refused at the field that is wrong: %j", (analysis, pointer, detail) => {
		expect(faultsOf(analysis)).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
	});

	it("have ids of their own", () => {
		const one = { id: "a", outcome: "experience.overall", formula: "overall ~ arm" };
		expect(faultsOf(one, one)).toEqual([{ pointer: "/analysis/1/id", detail: expect.stringContaining("its own") }]);
	});
});
