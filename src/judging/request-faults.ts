import { type Bindings, missingOf } from "../models/endpoints/endpoints.ts";
import type { Model, Protocol } from "../protocol/schema/schema.ts";
import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";
import { priceOf } from "./judges/judge-model.ts";
import type { NamedJudge } from "./judging-client.ts";

type Asked = {
	readonly judges: readonly (string | NamedJudge)[];
	readonly budget: { readonly cost?: number | undefined };
};

type Found = { readonly judges: readonly NamedJudge[]; readonly faults: readonly Fault[] };

/** The judges of a request, and what is wrong with them. */
export function judgesOf({ judges, budget }: Asked, models: Protocol["models"], bindings: Bindings): Found {
	const named = judges.map((judge, index): { readonly judge: NamedJudge | null; readonly fault: Fault | null } => {
		const at = (detail: string, ...path: PropertyKey[]): Fault => ({
			pointer: pointer(["judges", index, ...path]),
			detail,
		});
		if (typeof judge !== "string") return { judge, fault: modelFault(judge.model, bindings, at, ["model"]) };
		const model = Object.hasOwn(models, judge) ? models[judge] : undefined;
		if (!model)
			return { judge: null, fault: at("The protocol has no such model. Name one of it, or declare a model here.") };
		return { judge: { name: judge, model }, fault: modelFault(model, bindings, at, []) };
	});
	const found = named.flatMap(({ judge }) => judge ?? []);
	const faults = named.flatMap(({ fault }) => fault ?? []);
	return { judges: found, faults: [...faults, ...repeatedFaults(judges), ...costFaults(budget, found)] };
}

function modelFault(
	model: Model,
	bindings: Bindings,
	at: (detail: string, ...path: PropertyKey[]) => Fault,
	path: readonly PropertyKey[],
): Fault | null {
	if (model.provider === "rehearsal")
		return at("The rehearsal model cannot judge: it does not read. Name another model.", ...path);
	if (JSON.stringify(model).includes("{{")) return at("This model needs an adapter. Name one that does not.", ...path);
	const missing = missingOf(model, bindings);
	return missing === null ? null : at(missing[1], ...path);
}

function repeatedFaults(judges: Asked["judges"]): Fault[] {
	const names = judges.map((judge) => (typeof judge === "string" ? judge : judge.name));
	return names.flatMap((name, index) =>
		names.indexOf(name) === index
			? []
			: [{ pointer: pointer(["judges", index]), detail: `Another judge is named "${name}" too.` }],
	);
}

/** A cost that is not counted could not stop a batch. */
function costFaults({ cost }: Asked["budget"], judges: readonly NamedJudge[]): Fault[] {
	if (cost === undefined) return [];
	const at = (detail: string): Fault[] => [{ pointer: "/budget/cost", detail }];
	const without = judges.find(({ model }) => !priceOf(model));
	if (without) return at(`The judge "${without.name}" has no price, so its cost is unknown. Give a budget in tokens.`);
	const currencies = new Set(judges.map(({ model }) => priceOf(model)?.currency));
	return currencies.size > 1
		? at(`The judges' prices are in ${[...currencies].join(" and ")}. Give a budget in tokens.`)
		: [];
}
