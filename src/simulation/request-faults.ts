import { bracesMatch, isProfileField, placeholders } from "../protocol/schema/formats/placeholder.ts";
import type { Protocol } from "../protocol/schema/schema.ts";
import { pointer } from "../shared/json.ts";
import type { Fault } from "../shared/problem.ts";
import type { Policy } from "./policy/policy-schema.ts";
import type { Condition } from "./simulation-client.ts";

type Asked = {
	readonly condition: Condition;
	readonly model?: string | undefined;
	readonly participants?: unknown;
	readonly personas?: readonly string[] | undefined;
	readonly persona?: string | undefined;
	readonly policy?: Policy | undefined;
	readonly budget?: object | undefined;
	readonly positions?: string | undefined;
	readonly temperature?: number | undefined;
	readonly timeout?: number | undefined;
};

/** What is wrong with a request for a run of this study. */
export function requestFaults(asked: Asked, { arms, models }: Pick<Protocol, "arms" | "models">): Fault[] {
	const isScripted = asked.condition === "scripted";
	const onlyOf = (field: keyof Asked, isWrong: boolean, detail: string): Fault[] =>
		asked[field] !== undefined && isWrong ? [{ pointer: `/${field}`, detail }] : [];
	const byModel = "Only judge and converse have this. Leave it out.";
	return [
		...onlyOf("policy", !isScripted, "Only scripted runs have a policy. Leave it out."),
		...onlyOf("model", isScripted, byModel),
		...onlyOf("persona", isScripted, byModel),
		...onlyOf("temperature", isScripted, byModel),
		...onlyOf("timeout", isScripted, byModel),
		...onlyOf("positions", asked.condition !== "judge", "Only judge has this. Leave it out."),
		...onlyOf("budget", isScripted, "A scripted run calls no model of its own, so it has no budget. Leave it out."),
		...onlyOf("personas", asked.condition !== "converse", "Only converse takes personas of your own. Leave them out."),
		...onlyOf("personas", asked.participants !== undefined, "Send either personas or participants."),
		...unknownArms(asked, arms),
		...(isScripted ? [] : modelFaults(asked, models)),
		...templateFaults(asked),
		...whomFaults(asked),
	];
}

const unknownArms = ({ policy }: Asked, arms: Protocol["arms"]): Fault[] =>
	Object.keys(policy?.preferences ?? {})
		.filter((name) => arms.every(({ id }) => id !== name))
		.map((name) => ({ pointer: pointer(["policy", "preferences", name]), detail: "The study has no such arm." }));

function modelFaults({ model, temperature }: Asked, models: Protocol["models"]): Fault[] {
	if (model === undefined)
		return [{ pointer: "/model", detail: "Name a model of the protocol that simulates the people." }];
	if (!Object.hasOwn(models, model)) return [{ pointer: "/model", detail: "The protocol has no such model." }];
	if (temperature !== undefined && models[model]?.provider === "rehearsal")
		return [{ pointer: "/temperature", detail: "The rehearsal model has no temperature. Leave it out." }];
	return JSON.stringify(models[model]).includes("{{")
		? [{ pointer: "/model", detail: "This model needs an adapter. Name one that does not." }]
		: [];
}

function templateFaults({ persona = "" }: Asked): Fault[] {
	const at = (detail: string): Fault[] => [{ pointer: "/persona", detail }];
	if (!bracesMatch(persona)) return at("A placeholder is not closed: write {{profile.age}}.");
	const [unknown] = placeholders(persona).filter((name) => !isProfileField(name));
	return unknown === undefined
		? []
		: at(
				`{{${unknown}}} is no field. Write {{profile.…}}, {{attributes.…}} or {{history}}, with ? where some lack it.`,
			);
}

const whomFaults = ({ participants, personas }: Asked): Fault[] =>
	participants === undefined && personas === undefined
		? [{ pointer: "/participants", detail: "Say whom to simulate: finished, profiles, a number, or a list of ids." }]
		: [];
