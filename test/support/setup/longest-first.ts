import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files of many seconds whose text is short. Vitest knows no times on a clean checkout, and takes the largest files first: these
 * would be its last ones, each with an idle core beside it.
 */
const LONGEST = [
	"test/workers/simulation/by-model.waiting.slow.test.ts",
	"test/workers/scale/presets.waiting.slow.test.ts",
	"test/workers/http/contract.test.ts",
	"test/workers/blinding/leaks.test.ts",
	"test/workers/faults/object.test.ts",
	"test/workers/replies/late-replies.test.ts",
	"test/workers/blinding/traces.test.ts",
	"test/workers/session/stop.test.ts",
	"test/workers/scale/rows.test.ts",
	"test/workers/replies/pace-at-opening.test.ts",
	"test/workers/session/enrolment.test.ts",
	"test/workers/session/odd-servers.test.ts",
	"test/browser/dashboard.test.ts",
	"test/browser/trouble.test.ts",
	"test/browser/app.test.ts",
	"test/browser/reply.test.ts",
	"test/browser/dashboard-protocol.test.ts",
];

/** Starts the longest files first, within each project. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		return sorted.toSorted((one, other) => orderOf(one) - orderOf(other) || placeOf(one) - placeOf(other));
	}
}

const orderOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

function placeOf({ moduleId }: TestSpecification): number {
	const place = LONGEST.indexOf(relative("", moduleId));
	return place < 0 ? LONGEST.length : place;
}
