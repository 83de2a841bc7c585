import { type SourceFile, sourceFiles } from "../../test/support/source-files.ts";
import { answersWayChart } from "./answers-way.ts";
import { EVERYWHERE, GROUND, ROOMS, roomOf } from "./rooms.ts";

type Edge = readonly [from: string, to: string];

/** The imports between rooms, from the imports of every file. */
export function edgesOf(files: readonly SourceFile[]): Edge[] {
	const edges = new Map<string, Edge>();
	for (const { path, imports } of files)
		for (const { path: imported } of imports) {
			if (imported === null) continue;
			const edge = [roomOf(path), roomOf(imported)] as const;
			if (edge[0] !== edge[1] && edge[1] !== EVERYWHERE) edges.set(edge.join(">"), edge);
		}
	const place = (room: string) => ROOMS.indexOf(room);
	return [...edges.values()].sort((one, other) => place(one[0]) - place(other[0]) || place(one[1]) - place(other[1]));
}

/** Without the edges that a longer way implies. */
export function reduced(edges: readonly Edge[]): Edge[] {
	const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
		for (const [, next] of edges.filter(([start]) => start === from)) {
			if (next === to) return true;
			if (seen.has(next)) continue;
			seen.add(next);
			if (reaches(next, to, seen)) return true;
		}
		return false;
	};
	return edges.filter(
		([from, to]) => !edges.some(([start, middle]) => start === from && middle !== to && reaches(middle, to)),
	);
}

/** The rooms above the ground, as a Mermaid chart. */
export function roomsChart(files: readonly SourceFile[]): string {
	const edges = edgesOf(files).filter((edge) => !edge.some((room) => GROUND.includes(room)));
	const arrows = reduced(edges).map(([from, to]) => `    ${from} --> ${to}`);
	return ["```mermaid", "flowchart TD", ...arrows, "```"].join("\n");
}

const between = (name: string): RegExp =>
	new RegExp(`(<!-- ${name}: npm run generate:architecture -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);

/** The page with both drawings up to date. */
export const withDrawings = (
	page: string,
	files: readonly SourceFile[] = sourceFiles("src/**/*.ts", "src/**/*.tsx"),
): string =>
	page
		.replace(between("rooms"), `$1\n${roomsChart(files)}\n\n$2`)
		.replace(between("answer"), `$1\n${answersWayChart(files)}\n\n$2`);
