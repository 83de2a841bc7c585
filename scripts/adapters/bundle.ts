import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The parts of a `training/` bundle's description that registration needs. */
const cardSchema = z.looseObject({
	format: z.literal("crossover-bundle/1"),
	name: z.string().regex(/^[A-Za-z0-9][\w.-]{0,59}$/, "letters, digits, ., - and _, 60 at most"),
	method: z.enum(["pooled", "individual", "clustered", "lora-per-participant"]),
	created: z.string(),
	hash: z.string(),
	base: z.looseObject({ name: z.string() }),
	data: z.looseObject({ hash: z.string() }),
	versions: z.looseObject({ "crossover-training": z.string() }),
	erasures: z.array(z.unknown()),
});

const personSchema = z.looseObject({ participant: z.string(), key: z.string() });

export type Card = z.output<typeof cardSchema>;
export type Person = z.output<typeof personSchema>;
export type Bundle = { readonly card: Card; readonly people: readonly Person[] };

/** A line of `POST /v1/studies/{study}/adapters`. */
export type AdapterLine = {
	readonly adapter: string;
	readonly servedName: string;
	readonly participant?: string;
	readonly base: string;
	readonly method: string;
	readonly provenance: Readonly<Record<string, string>>;
};

/** A bundle that cannot be registered. The message says what to do. */
export class BundleError extends Error {}

export function readBundle(folder: string): Bundle {
	const card = cardSchema.safeParse(jsonIn(join(folder, "card.json")));
	if (!card.success)
		throw new BundleError(`${folder}/card.json is not a bundle's card:\n${z.prettifyError(card.error)}`);
	const path = join(folder, "people.jsonl");
	const isPersonal = card.data.method !== "pooled";
	if (isPersonal && !existsSync(path))
		throw new BundleError(`${folder} has no people.jsonl: register the folder that the training wrote.`);
	const lines = isPersonal ? readFileSync(path, "utf8").split("\n") : [];
	const people = lines.filter((line) => line !== "").map((line) => personSchema.parse(JSON.parse(line)));
	return { card: card.data, people };
}

function jsonIn(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, "utf8"));
	} catch {
		throw new BundleError(`${path} cannot be read: name the folder of a bundle.`);
	}
}

/**
 * One shared adapter of a pooled bundle, otherwise one per participant. The server in `training/` takes the
 * participant's key after a colon, so that `"model": "{{adapter}}"` serves all of them.
 *
 * `ids`: the id of each pseudonym in the training data, as the study knows that person.
 */
export function adapterLines({ card, people }: Bundle, ids: ReadonlyMap<string, string> | null): AdapterLine[] {
	const { name, method } = card;
	const common = { base: card.base.name, method: METHODS[method], provenance: provenanceOf(card) };
	if (method === "pooled") return [{ adapter: name, servedName: name, ...common }];
	const unknown = ids === null ? [] : people.filter(({ participant }) => !ids.has(participant));
	if (unknown.length > 0)
		throw new BundleError(
			`${unknown.length} of ${people.length} participants of the bundle are not in the file of people, such as ${unknown[0]?.participant}. Were they loaded with the source from which they came?`,
		);
	return people.map(({ participant, key }) => ({
		adapter: `${name}.${key}`,
		servedName: `${name}:${key}`,
		participant: ids?.get(participant) ?? participant,
		...common,
	}));
}

const METHODS = {
	pooled: "dpo",
	individual: "p-dpo",
	clustered: "p-dpo-clustered",
	"lora-per-participant": "dpo-per-participant",
} as const;

const provenanceOf = ({ name, created, hash, data, versions }: Card): Record<string, string> => ({
	bundle: name,
	bundleHash: hash,
	dataHash: data.hash,
	created,
	trainer: `crossover-training ${versions["crossover-training"]}`,
});
