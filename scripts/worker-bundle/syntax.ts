/** A node of a parsed module, as Rolldown gives it. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
	Record<string, unknown>
>;

/** In UTF-16 units of the module's text. */
export type Range = { readonly start: number; readonly end: number };

export const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** The node and everything in it, from outside to inside. `enters` says whether to go into a node. */
export function* nodesIn(value: unknown, enters = (_node: Node): boolean => true): Generator<Node> {
	if (Array.isArray(value)) for (const each of value) yield* nodesIn(each, enters);
	else if (isNode(value)) {
		yield value;
		if (enters(value)) for (const inner of Object.values(value)) yield* nodesIn(inner, enters);
	}
}

export const isFunction = ({ type }: Node): boolean => /Function/.test(type);

/** Everything else stays in its place, so that the source map still holds. */
export const blank = (text: string): string => text.replace(/[^\n]/g, " ");

export const blanked = (code: string, ranges: readonly Range[]): string =>
	ranges.reduce((text, { start, end }) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end), code);
