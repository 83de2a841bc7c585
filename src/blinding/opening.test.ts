import { describe, expect, it } from "vitest";
import { ARM_IDS, smallStudy } from "../../test/support/small-study.ts";
import { protocolSchema } from "../protocol/schema.ts";
import { openingRecord } from "../randomisation/opening-record.ts";
import { prepareScheme } from "../randomisation/scheme.ts";
import { openArmKey } from "./arm-key.ts";
import { labelsOf } from "./labels.ts";
import { prepareOpening } from "./opening.ts";

const protocol = protocolSchema.parse(smallStudy({ slug: "opening", layout: "single" }));
const study = { id: "sy_test", protocolHash: "sha256:test", protocol };
const opening = await prepareOpening(study, (length) => new Uint8Array(length).fill(7));

describe("what a study hands to its allocator", () => {
	it("has a seed from the randomness that was passed, and labels drawn from it", () => {
		expect(opening.seed).toBe("07".repeat(32));
		expect(opening.labels).toEqual(labelsOf(opening.seed, ARM_IDS.length));
		expect(prepareScheme(openingRecord(opening), opening.seed).set).toHaveLength(2);
	});

	it("keeps which label stands for which arm under seal", () => {
		const key = ARM_IDS.map((arm, index) => ({ label: opening.labels[index], arm }));
		expect(openArmKey(opening.sealedArms)).toEqual(expect.arrayContaining(key));
		const { sealedArms: _, ...rest } = opening;
		for (const arm of ARM_IDS) expect(JSON.stringify([rest, opening.sealedArms])).not.toContain(arm);
	});

	it("tells the log nothing of the seed, nor of the order of the arms", () => {
		const record = openingRecord({ ...opening, labels: [...opening.labels].sort().reverse() });
		expect(record.labels).toEqual([...opening.labels].sort());
		expect(JSON.stringify(record)).not.toContain(opening.seed);
	});
});
