import { posix } from "node:path";

/** The files that an answer passes, from its route to its rows in D1, each with what happens there. */
export const ANSWERS_WAY: readonly (readonly [file: string, happens: string])[] = [
	["src/session/session-routes.ts", "reads the request, makes one call"],
	["src/session/session-client.ts", "the call to the session's object"],
	["src/session/object/session-object.ts", "one object, and so one writer, for each session"],
	["src/session/object/session-service.ts", "checks the token, applies the answer, shows the next view"],
	["src/session/object/live-session.ts", "decides, appends and remembers in one transaction"],
	["src/session/object/storage.ts", "appends events to the log"],
	["src/session/domain/decide/decide.ts", "command and state become events or a refusal"],
	["src/session/domain/decide/decide-answer.ts", "the same, for answers to a step"],
	["src/session/domain/evolve/evolve.ts", "an event changes the state"],
	["src/session/outbox/outbox.ts", "carries new events to D1, later and again until it works"],
	["src/session/projection/project.ts", "events become writes"],
	["src/session/projection/form-rows.ts", "the rows of a form"],
	["src/session/delivery/deliver-rows.ts", "sets a row aside that D1 refuses"],
	["src/session/delivery/write-rows.ts", "one batch of statements"],
	["src/db/tables/sessions.ts", "the tables"],
];

/** `session/domain`: a room, or the folder of a room with folders. */
export const folderOf = (file: string): string => posix.dirname(file).split("/").slice(1, 3).join("/");

/** The way as a Mermaid chart, a box for each folder. */
export function answersWayChart(): string {
	const folders = [...new Set(ANSWERS_WAY.map(([file]) => folderOf(file)))];
	const node = (index: number) => `f${index + 1}`;
	const boxes = folders.flatMap((folder, at) => [
		`    subgraph s${at + 1} [${folder}]`,
		...ANSWERS_WAY.flatMap(([file, happens], index) =>
			folderOf(file) === folder ? [`        ${node(index)}["${posix.basename(file)}: ${happens}"]`] : [],
		),
		"    end",
	]);
	const arrows = ANSWERS_WAY.slice(1).map((_, index) => `    ${node(index)} --> ${node(index + 1)}`);
	return ["```mermaid", "flowchart TD", ...boxes, ...arrows, "```"].join("\n");
}
