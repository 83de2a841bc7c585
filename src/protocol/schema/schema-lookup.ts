import { z } from "zod";
import { protocolSchema } from "./schema.ts";

type Node = Readonly<Record<string, unknown>>;

/** Built at the first fault, because most Workers never need it. */
let written: Node | undefined;

/**
 * The names of fields and the values that the schema knows at one place. Only for suggestions: a union gives those of
 * all its members.
 */
export function schemaAt(path: readonly PropertyKey[]): {
	readonly fields: readonly string[];
	readonly values: readonly string[];
} {
	written ??= z.toJSONSchema(protocolSchema, { io: "input" }) as Node;
	const root = written;
	const nodes = path.reduce<Node[]>(
		(reached, part) => reached.flatMap((node) => step(root, node, part)),
		members(root, root),
	);
	return {
		fields: nodes.flatMap((node) => Object.keys(asNode(node.properties))),
		values: nodes.flatMap((node) => [node.const, ...asList(node.enum)].filter((value) => typeof value === "string")),
	};
}

/** The schemas of one field, or of one place in a list. */
function step(root: Node, node: Node, part: PropertyKey): Node[] {
	const own = asNode(node.properties)[String(part)];
	const next = own ?? (typeof part === "number" ? node.items : node.additionalProperties);
	return isNode(next) ? members(root, next) : [];
}

/** A schema and the members of its union or the target of its reference. */
function members(root: Node, node: Node): Node[] {
	const name = typeof node.$ref === "string" ? node.$ref.replace("#/$defs/", "") : null;
	const referred = name === null ? [] : [asNode(root.$defs)[name]];
	const inner = [...asList(node.anyOf), ...asList(node.oneOf), ...asList(node.allOf), ...referred].filter(isNode);
	return [node, ...inner.flatMap((one) => members(root, one))];
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const asNode = (value: unknown): Node => (isNode(value) ? value : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
