import { describe, expect, it } from "vitest";
import { type Changes, validStudy } from "../../../test/support/protocols/protocol.ts";
import { EVERY_TEXT } from "../../texts/every-text.ts";
import { protocolOpeningFaults, reachableExits } from "./opening-faults.ts";

const pointers = (faults: readonly { pointer: string }[]) => faults.map(({ pointer }) => pointer);

describe("a study that may open", () => {
	it("has no fault", () => expect(protocolOpeningFaults(validStudy())).toEqual([]));
});

describe("exits", () => {
	const none = { "/recruitment/prolific": {} };
	const exit = (name: string) => `/recruitment/prolific/exits/${name}`;

	it("need a code each, while Prolific is on", () => {
		const all = ["completed", "declined", "screened_out", "full", "failed_checks"];
		expect(pointers(protocolOpeningFaults(validStudy(none)))).toEqual(all.map(exit));
		expect(protocolOpeningFaults(validStudy({ "/recruitment/prolific": undefined }))).toEqual([]);
	});

	it("need no code if they cannot be reached", () => {
		const study = validStudy({
			...none,
			"/eligibility": undefined,
			"/checks": undefined,
			"/recruitment/quota": undefined,
		});
		expect(pointers(protocolOpeningFaults(study))).toEqual([exit("completed"), exit("declined")]);
		expect(reachableExits(study)).toEqual(["completed", "declined"]);
	});
});

describe("personalised arms", () => {
	const personal: Changes = {
		"/arms/0/personalisation": { kind: "prompt", template: "They said: {{profile.self}}" },
	};
	const faultsOf = (changes: Changes) => pointers(protocolOpeningFaults(validStudy({ ...personal, ...changes })));

	it("need a signed way in", () => {
		expect(faultsOf({})).toEqual(["/recruitment/prolific/signed"]);
		expect(faultsOf({ "/recruitment/prolific/signed": true })).toEqual([]);
		expect(faultsOf({ "/recruitment/prolific": undefined })).toEqual([]);
	});

	it("need signed links of every source too", () => {
		const link = { parameters: { participant: "rid" } };
		const links = { mail: link, qualtrics: { ...link, signed: true } };
		const changes = { "/recruitment/prolific": undefined, "/recruitment/links": links };
		expect(faultsOf(changes)).toEqual(["/recruitment/links/mail/signed"]);
	});

	it("may have an unsigned link if the protocol accepts the risk", () =>
		expect(faultsOf({ "/recruitment/unsigned": "accepted" })).toEqual([]));

	it("are the only ones that need it", () => expect(protocolOpeningFaults(validStudy())).toEqual([]));
});

describe("a quota", () => {
	it("under one block is refused", () => {
		expect(protocolOpeningFaults(validStudy({ "/recruitment/quota/total": 7 }))).toEqual([
			{
				pointer: "/recruitment/quota/total",
				detail: "A quota of 7 is under one block of 8 and could never be balanced: raise it to 8 at least.",
			},
		]);
	});

	it("of a stratum is refused there, but none at all is not", () => {
		const strata = { "EU / daily": 7, "EU / never": 8, "US / daily": 0 };
		expect(pointers(protocolOpeningFaults(validStudy({ "/recruitment/quota/strata": strata })))).toEqual([
			"/recruitment/quota/strata/EU ~1 daily",
		]);
	});

	it("is measured by the largest of several blocks", () => {
		const pointersOf = (total: number) =>
			pointers(protocolOpeningFaults(validStudy({ "/design/blockSize": [4, 12], "/recruitment/quota/total": total })));
		expect(pointersOf(11)).toEqual(["/recruitment/quota/total"]);
		expect(pointersOf(12)).toEqual([]);
	});
});

describe("the language", () => {
	const of = (language: string, texts?: object) =>
		protocolOpeningFaults(validStudy({ "/language": language, "/texts": texts }));

	it.each(["en", "en-GB", "ar-EG", "ja"])("opens in %s, which has a catalogue", (language) =>
		expect(of(language)).toEqual([]),
	);

	it("does not open without a catalogue, and names the missing texts", () => {
		const [fault, ...more] = of("he", { "chat.send": "שליחה" });
		expect(more).toEqual([]);
		expect(fault?.pointer).toBe("/language");
		expect(fault?.detail).toContain(
			`${EVERY_TEXT.size - 1} are missing in \`texts\`, such as title, loading, progress`,
		);
	});

	it("opens without a catalogue if the study brings every text", () =>
		expect(of("he", Object.fromEntries(EVERY_TEXT))).toEqual([]));
});
