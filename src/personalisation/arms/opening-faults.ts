import { and, countDistinct, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "../../db/database.ts";
import { adapters, profiles } from "../../db/tables/personalisation.ts";
import type { Env } from "../../env.ts";
import { piecesOf } from "../../protocol/schema/formats/placeholder.ts";
import type { Arm, Protocol } from "../../protocol/schema/schema.ts";
import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";
import { OTHER, OTHER_TEXT } from "../profiles/profile.ts";
import { type ContextTemplate, fixedTokens } from "../prompts/context-prompt.ts";
import { countInvited, countWithAdapter, isOfInvited, isOwn } from "./people-counts.ts";
import { isPersonal } from "./personalise.ts";

type StudyToOpen = { readonly id: string; readonly protocol: Protocol };

/** Faults of profiles and adapters that keep a study from opening: missing fields and missing adapters, all at once, with counts. */
export async function personalisationOpeningFaults({ id, protocol }: StudyToOpen, env: Env): Promise<Fault[]> {
	if (!isPersonal(protocol)) return [];
	const db = database(env.DB);
	const invited = await countInvited(db, id);
	const isEmpty = protocol.recruitment.onlyProfiles && invited === 0;
	const faults = await Promise.all(protocol.arms.map((arm, index) => armFaults(db, { id, invited, arm, index })));
	return [
		...(isEmpty
			? [
					{
						pointer: "/recruitment/onlyProfiles",
						detail: "No profile is loaded, so no participant could enter: load profiles first.",
					},
				]
			: []),
		...faults.flat(),
	];
}

type ArmToOpen = { readonly id: string; readonly invited: number; readonly arm: Arm; readonly index: number };

function armFaults(db: Database, { id, invited, arm, index }: ArmToOpen): Promise<Fault[]> | Fault[] {
	const { personalisation } = arm;
	if (!personalisation) return [];
	const path = ["arms", index, "personalisation"];
	if (personalisation.kind === "prompt") return promptFaults(db, { id, invited, path, spec: personalisation });
	if (personalisation.scope === "shared") return sharedFaults(db, id, [...path, "adapter"], personalisation.adapter);
	return personalisation.missing === "exclude" ? ownFaults(db, { id, invited, path }) : [];
}

type ArmPlace = { readonly id: string; readonly invited: number; readonly path: readonly PropertyKey[] };

async function promptFaults(
	db: Database,
	{ id, invited, path, spec }: ArmPlace & { readonly spec: ContextTemplate },
): Promise<Fault[]> {
	const at = pointer([...path, "template"]);
	const fixed = fixedTokens(spec);
	const faults: Fault[] =
		fixed > spec.maxTokens
			? [
					{
						pointer: pointer([...path, "maxTokens"]),
						detail: `The template alone has ${fixed} tokens: increase this limit.`,
					},
				]
			: [];
	if (invited === 0)
		return [...faults, { pointer: at, detail: "No profile is loaded to fill this template: load profiles first." }];
	for (const [field, count] of await missingCounts(db, id, requiredFields(spec))) {
		const detail = `${count} of ${invited} profiles have no ${field}: load it, delete these profiles, or write {{${field}?}}.`;
		if (count > 0) faults.push({ pointer: at, detail });
	}
	return faults;
}

const requiredFields = ({ template }: ContextTemplate): string[] => [
	...new Set(piecesOf(template).flatMap((piece) => ("field" in piece && !piece.optional ? [piece.field] : []))),
];

/** D1 allows 100 columns in a row. */
const FIELDS_PER_STATEMENT = 50;

/**
 * How many invited people's profiles lack each field. Counted in D1, because the profiles of a large study do not fit into a
 * Worker's memory.
 */
async function missingCounts(db: Database, id: string, fields: readonly string[]): Promise<[string, number][]> {
	const counted: [string, number][] = [];
	for (let from = 0; from < fields.length; from += FIELDS_PER_STATEMENT) {
		const some = fields.slice(from, from + FIELDS_PER_STATEMENT);
		const columns = Object.fromEntries(
			some.map((field, place) => [`f${place}`, sql<number>`coalesce(sum(${isLacking(field)}), 0)`]),
		);
		const [row] = await db.select(columns).from(profiles).where(isOfInvited(id));
		counted.push(...some.map((field, place): [string, number] => [field, Number(row?.[`f${place}`] ?? 0)]));
	}
	return counted;
}

/** The SQL of `fieldText`'s rule: empty values are stored as null. */
function isLacking(field: string): SQL {
	if (field === "history") return sql`json_array_length(${profiles.history}) = 0`;
	const [root, ...names] = field.split(".");
	const column = root === "attributes" ? profiles.attributes : profiles.profile;
	const isMissing = sql`json_extract(${column}, ${pathOf(names)}) is null`;
	if (names.at(-1) !== OTHER) return isMissing;
	const textPath = pathOf([...names.slice(0, -1), OTHER_TEXT]);
	return sql`(${isMissing} or json_type(${column}, ${textPath}) is 'null')`;
}

const pathOf = (names: readonly string[]): string => `$${names.map((name) => `."${name}"`).join("")}`;

async function sharedFaults(db: Database, id: string, path: readonly PropertyKey[], name: string): Promise<Fault[]> {
	const [row] = await db
		.select({ status: adapters.status })
		.from(adapters)
		.where(and(eq(adapters.studyId, id), eq(adapters.name, name), isNull(adapters.participantId)));
	if (row?.status === "ready") return [];
	const what = row ? `is ${row.status}` : "is not in the registry";
	return [{ pointer: pointer(path), detail: `The shared adapter ${name} ${what}: register it as ready first.` }];
}

/**
 * Each invited person needs an adapter in the registry. A missing or failed adapter is allowed here: it excludes its
 * participant at arrival, and registering it that way was a decision.
 */
async function ownFaults(db: Database, { id, invited, path }: ArmPlace): Promise<Fault[]> {
	const at = pointer(path);
	const without = invited - (await countWithAdapter(db, id));
	if (without > 0)
		return [
			{
				pointer: at,
				detail: `${without} of ${invited} profiles have no adapter in the registry: register theirs, or set \`missing\` to pooled.`,
			},
		];
	if (invited > 0) return [];
	const [any] = await db
		.select({ n: countDistinct(adapters.name) })
		.from(adapters)
		.where(isOwn(id));
	return (any?.n ?? 0) > 0
		? []
		: [{ pointer: at, detail: "The registry has no participants' adapters: register them first." }];
}
