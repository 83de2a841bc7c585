import { createRoute, z } from "@hono/zod-openapi";
import { researcher } from "../../../access/require-scope.ts";
import { database } from "../../../db/database.ts";
import { type App, jsonAnswer, refusals } from "../../../http/contract.ts";
import { armNames } from "../../../studies/monitoring/arm-names.ts";
import { onePoolQuery } from "../../../studies/pool-query.ts";
import { requireOpened, studyParams } from "../../../studies/require-study.ts";
import { publishedArmKeyOf } from "../../../studies/study-queries.ts";
import { intervalOf, shareInterval, Tallies } from "./means.ts";
import { givenBySome } from "./read-given.ts";

const meansSchema = z
	.strictObject({
		means: z.array(
			z.strictObject({
				source: z.enum(["choice", "form"]).describe("`choice`: ratings of single replies. `form`: of a conversation."),
				form: z.string().nullable(),
				item: z.string().nullable(),
				label: z
					.string()
					.describe("The arm by its label; by arm id once the study is unblinded, or if it is single blind."),
				n: z.int().describe("Participants. Each counts once, with the mean of their own ratings."),
				mean: z.number(),
				lower: z.number().nullable().describe("Of the 95 % t interval. Null with fewer than two participants."),
				upper: z.number().nullable(),
				min: z.number().nullable().describe("The lower end of the scale."),
				max: z.number().nullable(),
			}),
		),
		wins: z
			.array(
				z.strictObject({
					source: z.enum(["choice", "ranking"]).describe("`choice`: of one of several replies. `ranking`: in a form."),
					form: z.string().nullable(),
					item: z.string().nullable(),
					label: z.string().describe("As in `means`."),
					n: z.int().describe("Participants. Each counts once, with the mean of their own shares."),
					share: z
						.number()
						.describe("Of the other arms that it was compared with, the share that it was preferred to."),
					lower: z.number().describe("Of Wilson's 95 % interval, with participants as trials."),
					upper: z.number(),
				}),
			)
			.describe("How often each arm was preferred. Empty in a study without choices and rankings."),
	})
	.openapi("Means");

const getMeans = createRoute({
	method: "get",
	path: "/v1/studies/{study}/means",
	operationId: "getMeans",
	summary: "Get mean ratings and shares of wins by arm, for a first look",
	description:
		"Over all answers so far, also of participants who left. No adjustment for period or sequence: the report has models.",
	tags: ["Dashboard"],
	...researcher("data:read"),
	request: { params: studyParams, query: z.object({ pool: onePoolQuery }) },
	responses: { 200: jsonAnswer(meansSchema, "The means."), ...refusals(400, 401, 403, 404, 409) },
});

export function registerMeansRoute(app: App): void {
	app.openapi(getMeans, async (c) => {
		const study = await requireOpened(c);
		const db = database(c.env.DB);
		const nameOf = armNames(await publishedArmKeyOf(db, study));
		const [rated, won] = [new Tallies(), new Tallies()];
		for await (const { ratings, wins } of givenBySome(db, { studyId: study.id, pool: c.req.valid("query").pool })) {
			for (const { about, values } of ratings) rated.addValues(about, values);
			for (const own of wins) won.add(own);
		}
		const means = rated.all().map(({ squares, source, min = null, max = null, ...row }) => {
			const { lower, upper } = intervalOf({ ...row, squares }) ?? { lower: null, upper: null };
			return { ...row, source: source as "choice" | "form", label: nameOf(row.label), lower, upper, min, max };
		});
		const wins = won.all().map(({ squares: _, mean, source, form, item, n, label }) => ({
			...{ source: source as "choice" | "ranking", form, item, label: nameOf(label), n, share: mean },
			...shareInterval({ n, mean }),
		}));
		return c.json({ means, wins }, 200);
	});
}
