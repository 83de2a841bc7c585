import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { BASE, BUNDLES, DATA, FOLDER, type Site } from "./site.ts";

/** Settings for a model of a hundred thousand weights on a CPU. */
const SETTINGS = [
	"learning_rate=5e-3",
	"epochs=2",
	"pairs_per_step=4",
	"pairs_per_forward=4",
	"user_tokens=4",
	"max_prompt_tokens=150",
	"max_tokens=220",
	"textual_information=false",
];

const evaluation = z.looseObject({
	pairs: z.number(),
	between_participants: z.looseObject({ total_variation: z.looseObject({ value: z.number() }) }),
});
const publicLoader = z.union([
	z.object({ skipped: z.string() }),
	z.looseObject({ equal: z.literal(true), public: z.looseObject({ train: z.number(), test: z.number() }) }),
]);

export async function trainAndEvaluate(site: Site): Promise<void> {
	await train(site);
	await Promise.all([evaluate(site), comparePublicLoader(site)]);
}

const COMMON = ["--base", BASE.folder, "--data", DATA];

async function train({ python, progress }: Site): Promise<void> {
	const shape = ["--width", "64", "--vocabulary", "1500"];
	await python.crossover("tiny-base", "--data", DATA, "--out", BASE.folder, ...shape);
	const settings = SETTINGS.flatMap((setting) => ["--set", setting]);
	const methods = ["pooled", "individual"] as const;
	await Promise.all(
		methods.map((method) =>
			python.crossover("train", ...COMMON, "--method", method, "--out", BUNDLES[method], ...settings),
		),
	);
	progress.done("A pooled and an individual bundle are trained");
}

async function evaluate({ python, progress }: Site): Promise<void> {
	const bundles = ["--individual", BUNDLES.individual, "--pooled", BUNDLES.pooled];
	const target = `${FOLDER}/evaluation`;
	await python.crossover("evaluate", ...COMMON, ...bundles, "--prompts", "2", "--most-tokens", "16", "--out", target);
	const report = evaluation.parse(JSON.parse(await readFile(`${target}/evaluation.json`, "utf8")));
	const apart = report.between_participants.total_variation.value;
	assert.ok(apart > 0, "two participants have one distribution");
	progress.done(
		`Evaluated on ${report.pairs} held-out pairs; two participants are ${apart.toFixed(3)} apart (total variation)`,
	);
}

async function comparePublicLoader({ python, progress }: Site): Promise<void> {
	const loaded = publicLoader.parse(JSON.parse(await python.run("-m", "tests.public_loader", `${DATA}/p-dpo`)));
	progress.done(
		"skipped" in loaded
			? `P-DPO's own loader was not run: ${loaded.skipped}`
			: `P-DPO's own loader reads the same pairs: ${loaded.public.train} rows to train on, ${loaded.public.test} to test`,
	);
}
