import { beforeAll, describe, expect, it } from "vitest";
import type { CountedSession } from "../../../scripts/costs/counted-session.ts";
import prism from "../../../seeds/prism.json";
import prismX from "../../../seeds/prism-x.json";
import twoMinute from "../../../seeds/two-minute.json";
import type { ProtocolInput } from "../../../src/protocol/schema/schema.ts";
import type { StepView } from "../../../src/session/view/view-schema.ts";
import recorded from "../../golden/session-costs.json";
import { openStudy, plausible } from "../../support/http/participant.ts";
import { fetchWorker, KEY } from "../../support/http/worker.ts";
import { countedSession } from "../../support/sessions/counted-session.ts";

/**
 * Counts what a completed session of each preset takes. `docs/explanation/costs.md` computes dollars from the counts. After a change that takes
 * more or less, run `npm run record-costs`, then `npm run generate:costs`. Replies have no pace here, because a pace writes no row.
 */
const PRESETS: Readonly<Record<string, unknown>> = { "two-minute": twoMinute, "prism-x": prismX, prism };

/** The number of rows depends a little on when replies arrive. */
const TOLERANCE = 0.1;

/** Answers that the study's rules of eligibility ask for. */
const eligible =
	({ eligibility = [] }: ProtocolInput) =>
	(step: StepView): unknown => {
		const given = plausible(step) as { answers?: Record<string, unknown> };
		if (step.kind !== "form") return given;
		const asked = eligibility.filter((rule) => step.items.some(({ id }) => id === rule.item));
		const own = asked.flatMap((rule) => ("equals" in rule ? [[rule.item, rule.equals]] : []));
		return { ...given, answers: { ...given.answers, ...Object.fromEntries(own) } };
	};

describe.each(Object.keys(recorded) as (keyof typeof recorded)[])("a completed session of %s", (slug) => {
	let counted: CountedSession;

	beforeAll(async () => {
		const preset = PRESETS[slug] as ProtocolInput;
		const study = { ...preset, blinding: { ...preset.blinding, pace: "as-is" } };
		await openStudy(fetchWorker, KEY, study as ProtocolInput, "?acceptLateReplies=true");
		counted = await countedSession(slug, "5f00000000000000000000c1", eligible(preset));
		// biome-ignore lint/suspicious/noConsole: `npm run record-costs` reads it.
		console.log(`COUNTED ${JSON.stringify({ [slug]: counted })}`);
	});

	it.each(Object.keys(recorded["prism-x"]) as (keyof CountedSession)[])("takes as much as recorded: %s", (name) => {
		const [now, then] = [counted[name], recorded[slug][name]];
		expect(now).toBeGreaterThan(0);
		expect(now).toBeGreaterThanOrEqual(then * (1 - TOLERANCE));
		expect(now).toBeLessThanOrEqual(then * (1 + TOLERANCE));
	});
});

it("is recorded for each preset", () => expect(Object.keys(recorded).sort()).toEqual(Object.keys(PRESETS).sort()));
