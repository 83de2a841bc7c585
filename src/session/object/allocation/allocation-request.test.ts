import { describe, expect, it } from "vitest";
import { consented, filled, started, startedAs } from "../../../../test/support/sessions/session-events.ts";
import { activeAfter } from "../../../../test/support/sessions/session-spec.ts";
import { ABOUT, SESSION, studyWith } from "../../../../test/support/sessions/session-study.ts";
import { allocationRequest } from "./allocation-request.ts";

const study = studyWith({
	design: { kind: "crossover", strata: ["attributes.region", "answers.about.age", "answers.about.check"] },
});

describe("the request to the allocator", () => {
	it("has the session, pool, strata and protocol, and nothing else", () =>
		expect(allocationRequest(study, activeAfter(study, started, consented, filled(ABOUT)))).toEqual({
			session: SESSION,
			pool: "live",
			protocolHash: "sha256:test",
			strata: { "attributes.region": "north", "answers.about.age": "30", "answers.about.check": "second" },
		}));
	it("has a stratum for missing values", () => {
		const unknown = startedAs({ pool: "simulated", attributes: {} });
		expect(allocationRequest(study, activeAfter(study, unknown, consented))).toEqual({
			session: SESSION,
			pool: "simulated",
			protocolHash: "sha256:test",
			strata: { "attributes.region": "(none)", "answers.about.age": "(none)", "answers.about.check": "(none)" },
		});
	});
	it("keeps false and 0 as values", () => {
		const attributes = { region: false };
		const told = activeAfter(study, startedAs({ attributes }), consented, filled({ ...ABOUT, age: 0 }));
		expect(allocationRequest(study, told).strata).toMatchObject({
			"attributes.region": "false",
			"answers.about.age": "0",
		});
	});
});
