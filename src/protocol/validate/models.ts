import type { Json } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { ADAPTER, bracesMatch, placeholders } from "../schema/formats/placeholder.ts";
import type { Model, Protocol } from "../schema/schema.ts";
import { fault, type Path } from "./faults/fault.ts";

/** The texts of a model that may contain `{{adapter}}`, with their pointers. */
function textsOf(model: Model): [Path, string][] {
	if (model.provider === "rehearsal") return [];
	return [[["model"], model.model], ...textsIn(["providerOptions"], model.providerOptions ?? {})];
}

function textsIn(path: Path, value: Json): [Path, string][] {
	if (typeof value === "string") return [[path, value]];
	if (value === null || typeof value !== "object") return [];
	return Object.entries(value).flatMap(([key, inner]) => textsIn([...path, key], inner));
}

/** Whether this model serves any adapter of an arm. */
export const takesAdapter = (model: Model): boolean =>
	textsOf(model).some(([, text]) => placeholders(text).includes("adapter"));

export const modelFaults = ({ models }: Protocol): Fault[] =>
	Object.entries(models).flatMap(([id, model]) =>
		textsOf(model)
			.filter(([, text]) => !bracesMatch(text) || placeholders(text).some((name) => name !== "adapter"))
			.map(([path]) => fault(["models", id, ...path], `The only thing that can be filled in here is ${ADAPTER}.`)),
	);
