import { createRoute, z } from "@hono/zod-openapi";
import { type App, jsonAnswer, refusals } from "../../http/contract.ts";
import { allocatorOf } from "../../randomisation/allocator/allocator-client.ts";
import { ProblemError } from "../../shared/problem.ts";
import { NO_SUCH_STUDY, requireStudy } from "../require-study.ts";

/** Nothing that grows with the study: how many lines its log has would tell anybody how many people came, and when. */
const commitmentSchema = z
	.strictObject({
		study: z.string().describe("Its slug."),
		commitment: z.string().describe("SHA-256 of the seed that every allocation is drawn from."),
		algorithm: z.string().describe("Of the drawing and its generator."),
		openedAt: z.iso.datetime(),
	})
	.openapi("Commitment");

const getCommitment = createRoute({
	method: "get",
	path: "/v1/studies/{study}/commitment",
	operationId: "getCommitment",
	summary: "The commitment to the seed of an opened study, for anybody",
	description:
		"Note it when the study opens: what is unblinded later is held against it. A draft is answered as a study that there is none of.",
	tags: ["Studies"],
	security: [],
	request: { params: z.object({ study: z.string().describe("Its slug or its id.") }) },
	responses: { 200: jsonAnswer(commitmentSchema, "The same from the opening on."), ...refusals(404) },
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
