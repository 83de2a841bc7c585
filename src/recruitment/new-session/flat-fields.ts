import { pointer } from "../../shared/json.ts";
import type { Fault } from "../../shared/problem.ts";

/** A request in its nested form, and the way back to the names that its caller wrote. */
export type NestedFields = {
	readonly value: unknown;
	readonly faults: readonly Fault[];
	/** The pointer as the caller wrote the field: `/participant.id` for `/participant/id` of a flat request. */
	readonly asWritten: (nested: string) => string;
};

export type Field = readonly [name: string, value: unknown];

const PARTICIPANT = "participant";
const ATTRIBUTES = "attributes";

type Path = readonly string[];
type Leaf = { readonly path: Path; readonly value: unknown; readonly written: string };

/**
 * Nests dotted names: `participant.id`, `participant.source`, `participant.attributes.<name>`. A JSON body may have both forms,
 * as long as no field is there twice. A form (`isForm`) is always flat.
 */
export function nestFields(fields: readonly Field[], { isForm }: { readonly isForm: boolean }): NestedFields {
	const given = fields.filter((field) => !isMissing(field));
	if (!isForm && !fields.some(isDotted))
		return { value: Object.fromEntries(given), faults: [], asWritten: (nested) => nested };
	// Nested fields first, so that a conflict is reported at the dotted name.
	const leaves = [...given.filter((field) => !isDotted(field)), ...given.filter(isDotted)].flatMap(leavesOf);
	const faults = [...repeats(leaves), ...prototypes(leaves)];
	return { value: nestedValue(leaves), faults, asWritten: (nested) => writtenPointer(nested, leaves) };
}

const isDotted = ([name]: Field): boolean => name.startsWith(`${PARTICIPANT}.`);

/** Forms and survey tools send an empty text for a value that they do not have. An empty id is a fault of its own. */
const isMissing = ([name, value]: Field): boolean => value === "" && name !== `${PARTICIPANT}.id`;

const isObject = (value: unknown): value is object =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function leavesOf(field: Field): Leaf[] {
	const [name, value] = field;
	if (isDotted(field)) return [{ path: pathOf(name), value, written: pointer([name]) }];
	if (name === PARTICIPANT && isObject(value)) return nestedLeaves([name], value);
	return [{ path: [name], value, written: pointer([name]) }];
}

const nestedLeaves = (at: Path, fields: object): Leaf[] =>
	Object.entries(fields).flatMap(([name, value]) => {
		const path = [...at, name];
		const isGroup = path.length === 2 && name === ATTRIBUTES && isObject(value);
		return isGroup ? nestedLeaves(path, value) : [{ path, value, written: pointer(path) }];
	});

/** An attribute's name may contain dots here, so that its own fault points at the whole name. */
function pathOf(name: string): Path {
	const field = name.slice(PARTICIPANT.length + 1);
	const prefix = `${ATTRIBUTES}.`;
	return field.startsWith(prefix) ? [PARTICIPANT, ATTRIBUTES, field.slice(prefix.length)] : [PARTICIPANT, field];
}

/** `Object.fromEntries` makes own fields, also of names such as `__proto__`. */
function nestedValue(leaves: readonly Leaf[]): unknown {
	const at = (...path: Path) =>
		leaves
			.filter((leaf) => leaf.path.length === path.length + 1 && path.every((name, index) => leaf.path[index] === name))
			.map(({ path: names, value }): Field => [names.at(-1) ?? "", value]);
	const attributes = at(PARTICIPANT, ATTRIBUTES);
	const group: Field[] = attributes.length > 0 ? [[ATTRIBUTES, Object.fromEntries(attributes)]] : [];
	return Object.fromEntries([[PARTICIPANT, Object.fromEntries([...group, ...at(PARTICIPANT)])], ...at()]);
}

/** Fields that an earlier one has too, or that are inside an earlier one. */
const repeats = (leaves: readonly Leaf[]): Fault[] =>
	leaves
		.filter(({ path }, index) => leaves.slice(0, index).some((earlier) => isWithin(path, earlier.path)))
		.map(({ written }) => ({ pointer: written, detail: "This field is there twice. Send it once." }));

/** Zod leaves such a field away. In nested JSON, `http/body/json-body.ts` refuses it. */
const prototypes = (leaves: readonly Leaf[]): Fault[] =>
	leaves
		.filter(({ path }) => path.includes("__proto__"))
		.map(({ written }) => ({ pointer: written, detail: "This name cannot be used: choose another one." }));

const isWithin = (path: Path, other: Path): boolean => other.every((name, index) => path[index] === name);

function writtenPointer(nested: string, leaves: readonly Leaf[]): string {
	const leaf = leaves.find(({ path }) => pointer(path) === nested);
	if (leaf) return leaf.written;
	return nested.startsWith(`/${PARTICIPANT}/`) ? `/${nested.slice(1).replaceAll("/", ".")}` : nested;
}
