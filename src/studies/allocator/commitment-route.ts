import { createRoute, z } from "@hono/zod-openapi";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { ProblemError } from "../../shared/problem.ts";
import { NO_SUCH_STUDY, requireStudy, studyParams } from "../require-study.ts";

/** Nothing that grows with the study. The number of log lines would show how many people came, and when. */
const commitmentSchema = z
	.strictObject({
		study: z.string().describe("Its slug."),
		commitment: z.string().describe("SHA-256 of the seed from which every allocation is drawn."),
		algorithm: z.string().describe("The version of the drawing and its generator."),
		openedAt: z.iso.datetime(),
	})
	.openapi("Commitment");

const getCommitment = createRoute({
	method: "get",
	path: "/v1/studies/{study}/commitment",
	operationId: "getCommitment",
	summary: "Get the commitment to the seed of an opened study; no key needed",
	description: "Note it when the study opens. After unblinding, everything is checked against it. A draft gets 404.",
	tags: ["Studies"],
	security: [],
	request: { params: studyParams },
	responses: {
		200: jsonAnswer(commitmentSchema, "The commitment. It never changes after the opening."),
		...refusals(404),
	},
});

export function registerCommitmentRoute(app: App): void {
	app.openapi(getCommitment, async (c) => {
		const { id, slug, seedCommitment, openedAt } = await requireStudy(c);
		const standing = seedCommitment ? await allocatorOf(c.env.ALLOCATORS, id).standing() : null;
		if (!standing || !openedAt) throw new ProblemError(NO_SUCH_STUDY);
		const { commitment, algorithm } = standing.log;
		return c.json({ study: slug, commitment, algorithm, openedAt }, 200);
	});
}
