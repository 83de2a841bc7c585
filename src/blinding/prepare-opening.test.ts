import { describe, expect, it } from "vitest";
import { ARM_IDS, smallStudy } from "../../test/support/protocols/small-study.ts";
import { protocolSchema } from "../protocol/schema/schema.ts";
import { openingRecord } from "../randomisation/allocator/opening-record.ts";
import { prepareScheme } from "../randomisation/draw/scheme.ts";
import type { ArmLabel } from "../randomisation/plan/plan.ts";
import { unsealPoolKey } from "./labels/arm-key.ts";
import { poolLabelsOf } from "./labels/draw-labels.ts";
import { prepareOpening } from "./prepare-opening.ts";

const protocol = protocolSchema.parse(smallStudy({ slug: "opening", layout: "single" }));
const study = { id: "sy_test", protocolHash: "sha256:test", protocol };
const opening = await prepareOpening(study, (length) => new Uint8Array(length).fill(7));

describe("the opening that a study gives its allocator", () => {
	it("has a seed from the given randomness, and labels drawn from it", () => {
		expect(opening.seed).toBe("07".repeat(32));
		const { live, ...others } = poolLabelsOf(opening.seed, ARM_IDS.length);
		expect([opening.labels, opening.poolLabels]).toEqual([live, others]);
		expect(prepareScheme(openingRecord(opening), opening.seed).set).toHaveLength(2);
	});

	it("seals the arm key", () => {
		const pools = { live: opening.labels, ...opening.poolLabels };
		const key = Object.entries(pools).flatMap(([pool, labels]) =>
			ARM_IDS.map((arm, index) => ({ label: labels[index], arm, pool })),
		);
		expect(unsealPoolKey(opening)).toHaveLength(key.length);
		expect(unsealPoolKey(opening)).toEqual(expect.arrayContaining(key));
		const { poolLabels: _, ...first } = opening;
		expect(new Set(unsealPoolKey(first).map(({ pool }) => pool))).toEqual(new Set([null]));
		const { sealedArms: __, ...rest } = opening;
		for (const arm of ARM_IDS) expect(JSON.stringify([rest, opening.sealedArms])).not.toContain(arm);
	});

	it("puts neither the seed nor the order of the arms into the log", () => {
		const turned = (labels: readonly ArmLabel[] = []) => [...labels].sort().reverse();
		const { pilot, simulated } = opening.poolLabels ?? {};
		const poolLabels = { pilot: turned(pilot), simulated: turned(simulated) };
		const record = openingRecord({ ...opening, labels: turned(opening.labels), poolLabels });
		expect(record.labels).toEqual([...opening.labels].sort());
		expect(record.poolLabels?.pilot).toEqual([...(pilot ?? [])].sort());
		expect(JSON.stringify(record)).not.toContain(opening.seed);
	});
});
