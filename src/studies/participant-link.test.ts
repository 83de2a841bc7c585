import { describe, expect, it } from "vitest";
import { validStudy } from "../../test/support/protocols/protocol.ts";
import { landingLinks, participantLink } from "./participant-link.ts";

const ORIGIN = "https://study.example.org";

describe("the landing addresses of survey tools", () => {
	const links = {
		qualtrics: { parameters: { participant: "rid", returnUrl: "back" }, attributes: { region: "r" } },
		mail: { parameters: { participant: "id" }, signed: true },
	};

	const returning = { "/recruitment/returnUrls": ["https://survey.example.org"] };

	it("have the names of the study's parameters, and a signature if the study needs it", () => {
		const study = validStudy({ "/slug": "my-study", ...returning, "/recruitment/links": links });
		expect(landingLinks(study, ORIGIN)).toEqual({
			qualtrics: `${ORIGIN}/p/my-study/qualtrics?rid={participant}&back={returnUrl}&r={region}`,
			mail: `${ORIGIN}/p/my-study/mail?id={participant}&sig={signature}`,
		});
	});

	it("are none in a study without such links", () => {
		expect(landingLinks(validStudy({}), ORIGIN)).toEqual({});
	});
});

it("gives Prolific's address with Prolific's placeholders", () => {
	const study = validStudy({ "/slug": "my-study" });
	expect(participantLink(study, ORIGIN)).toContain("/p/my-study?PROLIFIC_PID={{%PROLIFIC_PID%}}");
	expect(participantLink(validStudy({ "/recruitment/prolific": undefined }), ORIGIN)).toBeNull();
});
