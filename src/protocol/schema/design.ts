import { z } from "zod";

export const designSchema = z.strictObject({
	kind: z.enum(["crossover", "parallel"]).describe("Everybody meets several arms, or one."),
	order: z
		.enum(["williams", "latin-square", "random"])
		.default("williams")
		.describe("What is balanced: positions and predecessors; positions; nothing. Of no effect in a parallel design."),
	blockSize: z
		.union([z.int().min(1), z.array(z.int().min(1)).min(1)])
		.optional()
		.describe("In participants. Several sizes vary at random. By default one complete set of sequences."),
	strata: z
		.array(
			z.string().regex(/^(attributes\.[\w-]+|answers\.[\w-]+\.[\w-]+)$/, "attributes.<name> or answers.<form>.<item>"),
		)
		.default([])
		.describe("Each combination of their values is randomised on its own; under minimisation, the factors."),
	method: z
		.enum(["permuted-blocks", "minimisation"])
		.default("permuted-blocks")
		.describe("How the next sequence is found."),
	minimisation: z
		.strictObject({
			measure: z
				.enum(["range", "variance", "marginal-balance"])
				.default("range")
				.describe("Of the imbalance within a factor."),
			weights: z.record(z.string(), z.number().positive()).default({}).describe("By stratum; 1 where none is given."),
			probability: z.number().gt(0.5).max(1).default(0.8).describe("Of the sequence that balances best."),
		})
		.optional()
		.describe("After Pocock and Simon (1975)."),
	topics: z
		.enum(["within", "across"])
		.optional()
		.describe(
			"With several conversations of the layout single. within: each has all arms, in an order of its own. across: each has one arm, counterbalanced. By default what their `arms` say: each is within, 1 is across.",
		),
	replacement: z
		.enum(["reuse", "none"])
		.default("reuse")
		.describe("Whether the place of somebody who did not finish goes to the next arrival, or is only counted."),
});
