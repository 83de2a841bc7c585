/** JSON that a client may write and our serialiser would not: huge numbers, repeated names, unclosed brackets. */
export class RawJson {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

export type Change = {
	/** The number of a value, counted from the root; larger numbers wrap around. */
	readonly at: number;
	readonly how: "replace" | "drop" | "twice" | "rename" | "add" | "wrap";
	/** Source text of JSON, or of something similar. */
	readonly json: string;
	readonly name: string;
};

type Member = { readonly name: string; readonly value: Tree };
type Tree = RawJson | { readonly members: readonly Member[] } | { readonly items: readonly Tree[] };

/** The source text of a value after some changes. */
export const changedJson = (value: unknown, changes: readonly Change[]): string =>
	written(changes.reduce((tree, change) => changedAt(tree, change), treeOf(value)));

function treeOf(value: unknown): Tree {
	if (Array.isArray(value)) return { items: value.map(treeOf) };
	if (typeof value !== "object" || value === null) return new RawJson(JSON.stringify(value) ?? "null");
	const named = Object.entries(value).filter(([, each]) => each !== undefined);
	return { members: named.map(([name, each]) => ({ name, value: treeOf(each) })) };
}

function written(tree: Tree): string {
	if (tree instanceof RawJson) return tree.text;
	if ("items" in tree) return `[${tree.items.map(written).join(",")}]`;
	return `{${tree.members.map(({ name, value }) => `${JSON.stringify(name)}:${written(value)}`).join(",")}}`;
}

const countOf = (tree: Tree): number => 1 + childrenOf(tree).reduce((sum, child) => sum + countOf(child), 0);

function childrenOf(tree: Tree): readonly Tree[] {
	if (tree instanceof RawJson) return [];
	return "items" in tree ? tree.items : tree.members.map(({ value }) => value);
}

function changedAt(tree: Tree, change: Change): Tree {
	let left = change.at % countOf(tree);
	const visit = (node: Tree): readonly Tree[] => {
		if (left === 0) {
			left = -1;
			return changedNode(node, change);
		}
		left -= 1;
		if (node instanceof RawJson) return [node];
		if ("items" in node) return [{ items: node.items.flatMap((item) => (left < 0 ? [item] : visit(item))) }];
		return [{ members: node.members.flatMap((member) => (left < 0 ? [member] : visitMember(member))) }];
	};
	const visitMember = ({ name, value }: Member): readonly Member[] => {
		const isHere = left === 0;
		const values = visit(value);
		const renamed = isHere && change.how === "rename" ? change.name : name;
		return values.map((each) => ({ name: renamed, value: each }));
	};
	return visit(tree)[0] ?? new RawJson("");
}

function changedNode(node: Tree, { how, json, name }: Change): readonly Tree[] {
	switch (how) {
		case "replace":
			return [new RawJson(json)];
		case "drop":
			return [];
		case "twice":
			return [node, new RawJson(json)];
		case "rename":
			return [node];
		case "wrap":
			return [{ items: [node] }];
		case "add":
			return "members" in node ? [{ members: [...node.members, { name, value: new RawJson(json) }] }] : [node];
	}
}
