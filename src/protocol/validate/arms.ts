import type { Fault } from "../../shared/problem.ts";
import { ADAPTER, bracesMatch, isProfileField, placeholders } from "../schema/formats/placeholder.ts";
import type { Arm, Protocol } from "../schema/schema.ts";
import { fault, faultIf, noSuch, repeats } from "./faults/fault.ts";
import { takesAdapter } from "./models.ts";

export const armFaults = (protocol: Protocol): Fault[] => [
	...repeats(protocol.arms.map(({ id }) => id)).map((index) =>
		fault(["arms", index, "id"], "Another arm has this id: give each its own."),
	),
	...systemFaults(["system"], protocol.system),
	...protocol.arms.flatMap((arm, index) => [
		...systemFaults(["arms", index, "system"], arm.system),
		...modelOfArm(protocol, arm, index),
		...templateFaults(arm, index),
		...pooledFaults(protocol, arm, index),
	]),
];

function systemFaults(path: readonly PropertyKey[], system: string | undefined): Fault[] {
	const filled = system !== undefined && placeholders(system).length > 0;
	return faultIf(
		filled,
		path,
		"Nothing is filled in here: name fields of a profile in a `personalisation` of kind prompt.",
	);
}

function modelOfArm({ models }: Protocol, { model: id, personalisation }: Arm, index: number): Fault[] {
	const model = Object.hasOwn(models, id) ? models[id] : undefined;
	const path = ["arms", index, "model"];
	if (!model) return [fault(path, noSuch("model", id, Object.keys(models), "models"))];
	const adapted = personalisation?.kind === "adapter";
	if (adapted === takesAdapter(model)) return [];
	return [
		adapted
			? fault(
					path,
					`This arm has an adapter: let it use a model with ${ADAPTER} in its \`model\` or \`providerOptions\`.`,
				)
			: fault(
					path,
					`This model waits for an adapter: give the arm a \`personalisation\` of kind adapter, or another model.`,
				),
	];
}

function templateFaults({ personalisation }: Arm, index: number): Fault[] {
	if (personalisation?.kind !== "prompt") return [];
	const { template } = personalisation;
	const path = ["arms", index, "personalisation", "template"];
	if (!bracesMatch(template)) return [fault(path, "Every {{ needs its }}, and neither may stand inside the other.")];
	const names = placeholders(template);
	const wrong = names.filter((name) => !isProfileField(name));
	return [
		...wrong.map((name) =>
			fault(path, `"{{${name}}}" names no field: write {{profile.<name>}}, {{attributes.<name>}} or {{history}}.`),
		),
		...faultIf(
			names.length === 0,
			path,
			"This prompt is the same for everybody: name a field such as {{profile.self_description}}.",
		),
	];
}

function pooledFaults({ arms }: Protocol, { personalisation }: Arm, index: number): Fault[] {
	if (personalisation?.kind !== "adapter" || personalisation.scope !== "participant") return [];
	if (personalisation.missing === "exclude") return [];
	const shared = arms.some((arm) => arm.personalisation?.kind === "adapter" && arm.personalisation.scope === "shared");
	return faultIf(
		!shared,
		["arms", index, "personalisation", "missing"],
		"No arm has a shared adapter to fall back on: add one with scope shared, or exclude.",
	);
}
