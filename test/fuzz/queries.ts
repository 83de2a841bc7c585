import { signatureOf } from "../../src/crypto/signed-query.ts";
import { PERSON } from "./expected-bodies.ts";
import type { Move } from "./moves.ts";
import { PROLIFIC_STUDY, submissionAt } from "./prolific.ts";
import { SOURCES } from "./studies.ts";
import type { World } from "./world.ts";

export function queryOf(move: Move, world: World): string {
	const all = [...expectedQuery(move, world), ...move.query];
	return all.length === 0 ? "" : `?${all.map(([name, value]) => `${name}=${value}`).join("&")}`;
}

type Parameters = readonly (readonly [name: string, value: string])[];

/** The required query of the operation, as sent. */
function expectedQuery({ operation: { id }, choice }: Move, world: World): Parameters {
	switch (id) {
		case "land":
			return [
				["PROLIFIC_PID", `${PERSON}-${choice % 5}`],
				["STUDY_ID", PROLIFIC_STUDY],
				["SESSION_ID", submissionAt(choice)],
			];
		case "landFromSource":
			return linkQuery(world, SOURCES[choice % SOURCES.length] ?? "tool", choice);
		case "getProlificBonuses":
		case "previewProlificBonuses":
			return [["formula", encodeURIComponent(FORMULAS[choice % FORMULAS.length] ?? "1")]];
		case "getProlificReconciliation":
			return choice % 2 === 0 ? [["prolificStudy", PROLIFIC_STUDY]] : [];
		default:
			return [];
	}
}

const FORMULAS = ["0.50", "0.10 * messages", "sum(answers.experience.overall) / 100", "arm", "1 / 0", "(("] as const;

/** A link of a source. A signed one has the newest known key, so some signatures are from replaced keys. */
function linkQuery(world: World, source: string, choice: number): Parameters {
	const parameters: (readonly [string, string])[] = [["rid", `${PERSON}-${choice % 5}`]];
	if (source === "tool" && choice % 3 === 0)
		parameters.push(["ret", "https://survey.example/back?a=1"], ["area", "north"]);
	if (choice % 5 === 0) parameters.push([choice % 2 === 0 ? "preview" : "pool", "pilot"]);
	const key = world.linkKeys.get(source);
	if (source === "signed-tool" && key !== undefined && choice % 4 > 0)
		parameters.push(["visit", String(choice)], ["sig", ""]);
	const signed = parameters.filter(([name]) => name !== "sig");
	return parameters.map(([name, value]) => [
		name,
		name === "sig" ? signatureOf(key ?? "", signed) : encodeURIComponent(value),
	]);
}
