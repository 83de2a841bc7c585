import type { Plugin } from "vite";
import { blank, blanked, isNode, type Node, type Range } from "./syntax.ts";

/** What `createRoute` takes for the OpenAPI document alone. */
const OF_ROUTES = new Set(["operationId", "summary", "description", "tags", "responses"]);

const HAS_DOCUMENTATION = /\.describe\(|\.openapi\(|\.meta\(|\bcreateRoute\(|\bdescribe[A-Z]\w*\(/;

/**
 * Leaves out of the deployed Worker what only the OpenAPI document and the JSON Schema say:
 *
 * - `.describe(…)` and `.meta(…)`, and `.openapi(…)` with a name or an object
 * - the texts and the responses of `createRoute({ … })`
 * - the calls of `describe…(app)`
 * - how each of Zod's schemas is written as JSON Schema
 */
export function withoutDocumentation(): Plugin {
	return {
		name: "without-documentation",
		enforce: "post",
		transform(code, id) {
			if (id.endsWith("/zod/v4/classic/schemas.js")) return { code: code.replace(WRITERS, blank), map: null };
			if (!/\/src\/.*\.ts$/.test(id) || !HAS_DOCUMENTATION.test(code)) return null;
			return { code: blanked(code, documentationIn(this.parse(code))), map: null };
		},
	};
}

function documentationIn(value: unknown): Range[] {
	if (Array.isArray(value)) return value.flatMap(documentationIn);
	if (!isNode(value)) return [];
	const own =
		value.type === "CallExpression" ? ofCall(value) : value.type === "ExpressionStatement" ? ofStatement(value) : [];
	return [...own, ...Object.values(value).flatMap(documentationIn)];
}

function ofCall({ callee, arguments: given, end }: Node): Range[] {
	const [first] = given as readonly Node[];
	if (!isNode(callee) || first === undefined) return [];
	if (callee.name === "createRoute" && first.type === "ObjectExpression") return ofRoute(first.properties as Node[]);
	if (callee.type !== "MemberExpression") return [];
	const name = (callee.property as Node).name;
	const isDocumentation =
		name === "describe" || name === "meta" || (name === "openapi" && /^(Literal|ObjectExpression)$/.test(first.type));
	return isDocumentation ? [{ start: (callee.object as Node).end, end }] : [];
}

/** Each with the comma after it. */
const ofRoute = (properties: readonly Node[]): Range[] =>
	properties.flatMap(({ type, key, start, end }, index) =>
		type === "Property" && OF_ROUTES.has(String((key as Node).name))
			? [{ start, end: properties[index + 1]?.start ?? end }]
			: [],
	);

function ofStatement({ expression, start, end }: Node): Range[] {
	const { type, callee } = expression as Node;
	return type === "CallExpression" && isNode(callee) && /^describe[A-Z]/.test(String(callee.name))
		? [{ start, end }]
		: [];
}

const WRITERS = /inst\._zod\.processJSONSchema = .*;$/gm;
