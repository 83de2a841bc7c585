import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type RandomStream, randomStream } from "../../randomisation/draw/generator.ts";
import { FormulaError } from "../formula/expression.ts";
import type { Factor } from "../formula/values.ts";
import { bootstrapLeastSquares } from "../linear/least-squares-bootstrap.ts";
import { bootstrapMixed } from "../mixed/mixed-bootstrap.ts";
import { type Draws, percentileInterval } from "../numeric/bootstrap.ts";
import type { Estimated } from "./estimated.ts";
import type { BootstrapRow } from "./fit-report.ts";

/** The random stream of a named analysis: the same seed and purpose give the same draws on every machine. */
export const analysisStream = (seed: string, purpose: string): RandomStream =>
	randomStream(bytesToHex(sha256(utf8ToBytes(seed))), ["analysis", purpose]);

/** Percentile intervals of the coefficients over draws of whole clusters. */
export function bootstrapRows(
	{ fit, estimates }: Estimated,
	clusters: Factor | null,
	{ draws, seed }: { readonly draws: number; readonly seed: string },
): BootstrapRow[] {
	if (!clusters || clusters.levels.length < 2) throw new FormulaError("The bootstrap needs at least two clusters.");
	const found = drawsOf(fit, clusters, draws, analysisStream(seed, "bootstrap"));
	return estimates.kept.map((column, place) => {
		const interval = percentileInterval(found.values.map((values) => values[place] ?? Number.NaN));
		const row = { term: estimates.names[column] ?? "", draws: found.values.length, failed: found.failed };
		return interval ? { ...row, ...interval } : { ...row, missing: "No draw could be estimated." };
	});
}

function drawsOf(fit: Estimated["fit"], clusters: Factor, draws: number, stream: RandomStream): Draws {
	switch (fit.kind) {
		case "mixed":
			return bootstrapMixed(fit.model, clusters, draws, stream);
		case "leastSquares":
			return bootstrapLeastSquares(fit.model, clusters, draws, stream);
		case "likelihood":
			throw new FormulaError("The bootstrap is for linear models. Use robust errors for this one.");
	}
}
