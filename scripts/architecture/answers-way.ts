import { posix } from "node:path";
import type { SourceFile } from "../../test/support/source-files.ts";

/** The files that an answer passes, from its route to its rows in D1, each with what happens there. */
export const ANSWERS_WAY: readonly (readonly [file: string, happens: string])[] = [
	["src/session/session-routes.ts", "reads the request, makes one call"],
	["src/session/session-client.ts", "calls the session's object"],
	["src/session/object/session-object.ts", "one object, and so one writer, for each session"],
	["src/session/object/session-service.ts", "checks the token, applies the answer, returns the next view"],
	["src/session/object/live-session.ts", "decides, then appends and evolves in one transaction"],
	["src/session/object/storage.ts", "appends events to the log"],
	["src/session/object/session-work.ts", "what follows an answer: allocation, reply, outbox"],
	["src/session/domain/decide/decide.ts", "makes events or a refusal of command and state"],
	["src/session/domain/decide/decide-answer.ts", "the same for an answer to a step; decide-form.ts for a form"],
	["src/session/domain/evolve/evolve.ts", "makes the next state of an event"],
	["src/session/outbox/outbox.ts", "delivers new events to D1, and repeats what failed"],
	["src/session/projection/project.ts", "makes writes of events"],
	["src/session/projection/form-rows.ts", "the rows of a form, for the tables in db/tables/answers.ts"],
	["src/session/delivery/deliver-rows.ts", "sets a row aside if D1 refuses it"],
	["src/session/delivery/write-rows.ts", "one batch of statements"],
];

/** `session/domain`: a room, or the folder of a room with folders. */
export const folderOf = (file: string): string => posix.dirname(file).split("/").slice(1, 3).join("/");

/** The way as a Mermaid chart, a box for each folder. An arrow leads from the file that imports, or across a call by RPC. */
export function answersWayChart(files: readonly SourceFile[]): string {
	const folders = [...new Set(ANSWERS_WAY.map(([file]) => folderOf(file)))];
	const node = (index: number) => `f${index + 1}`;
	const boxes = folders.flatMap((folder, at) => [
		`    subgraph s${at + 1} [${folder}]`,
		...ANSWERS_WAY.flatMap(([file, happens], index) =>
			folderOf(file) === folder ? [`        ${node(index)}["${posix.basename(file)}: ${happens}"]`] : [],
		),
		"    end",
	]);
	const arrows = ANSWERS_WAY.slice(1).map(
		(_, index) => `    ${node(callerOf(index + 1, files))} --> ${node(index + 1)}`,
	);
	return ["```mermaid", "flowchart TD", ...boxes, ...arrows, "```"].join("\n");
}

/** The first earlier file of the way that imports this one. An object is called by RPC, so nobody imports it: then the file before. */
function callerOf(index: number, files: readonly SourceFile[]): number {
	const way = ANSWERS_WAY.map(([path]) => files.find((file) => file.path === path));
	const imports = (from: SourceFile | undefined, withTypes: boolean) =>
		from?.imports.some(({ path, typeOnly }) => path === ANSWERS_WAY[index]?.[0] && (withTypes || !typeOnly)) ?? false;
	const earlier = way.slice(0, index);
	const callers = [false, true].map((withTypes) => earlier.findIndex((file) => imports(file, withTypes)));
	return callers.find((found) => found >= 0) ?? index - 1;
}
