import { expect, it } from "vitest";
import { rubricName } from "../../../../judging/rubrics/rubric.ts";
import { RUBRICS as ALL } from "../../../../judging/rubrics/rubrics.ts";
import { RUBRICS } from "./part.ts";

it("offers each rubric by its title", () =>
	expect(RUBRICS).toEqual(Object.fromEntries(ALL.map((rubric) => [rubricName(rubric), rubric.title]))));
