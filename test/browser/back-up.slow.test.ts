import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { SessionView } from "../../src/session/view/view-schema.ts";
import { rowsAreOfEvents } from "../chaos/checks/answers-in-rows.ts";
import { REBUILT, tablesDiffer } from "../chaos/checks/tables.ts";
import { logFileOf, logsOnDisk, sessionsAtWork, slotsOnDisk, tablesOnDisk } from "../chaos/disk.ts";
import { RestartingServer } from "../chaos/server.ts";
import { eventually } from "../support/eventually.ts";
import { answer, type Credentials, enrol, openStudy, plausible, see, walk } from "../support/http/participant.ts";
import { smallStudy } from "../support/protocols/small-study.ts";

/**
 * Opens no page. Deletes parts of a local storage, and restores them by the commands of
 * `docs/how-to/back-up-and-restore.md`.
 */
const KEY = "xo_key_of_the_back_up_test_and_of_nothing_else";
const SLUG = "kept";
const BINDINGS = { IDENTITY_KEY: "identity-key-of-the-back-up-test-32-characters" };
const WITHIN_MS = 150_000;

let folder: string;
let server: RestartingServer;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "crossover-"));
	server = await RestartingServer.bundle(folder, KEY, BINDINGS);
	// wrangler looks for the local database in the folder of its configuration.
	copyFileSync("wrangler.toml", join(folder, "wrangler.toml"));
	mkdirSync(join(folder, ".wrangler"));
	await openStudy(call, KEY, smallStudy({ slug: SLUG }));
	symlinkSync("../state", join(folder, ".wrangler/state"));
});

afterAll(async () => {
	await server.kill();
	await rm(folder, { recursive: true, force: true });
});

const call = async (path: string, init?: RequestInit) => fetch((await server.origin()) + path, init);
const person = (id: string) => enrol(call, KEY, SLUG, id);

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; said: string } {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		encoding: "utf8",
		env: { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "true", ...env },
	});
	return { status, said: stdout + stderr };
}

const wrangler = (...args: string[]) =>
	run([resolve("node_modules/wrangler/bin/wrangler.js"), "d1", ...args, "--cwd", folder]);

const crossover = async (...args: string[]) =>
	run(["scripts/crossover.mjs", ...args], { CROSSOVER_API: await server.origin(), CROSSOVER_KEY: KEY });

const GUIDE = "docs/how-to/back-up-and-restore.md";

/** Runs the guide's command on the local database. */
function exportStudies() {
	const [, options] =
		/d1 export crossover --remote --env production (--no-schema [^\n]*)/.exec(readFileSync(GUIDE, "utf8")) ?? [];
	if (options === undefined) throw new Error(`${GUIDE} has no export of the studies' tables`);
	return wrangler(
		"export",
		"crossover",
		"--local",
		...options.replace("studies.sql", join(folder, "studies.sql")).split(" "),
	);
}

const delivered = () => eventually(async () => sessionsAtWork(folder) === 0, "the last rows", WITHIN_MS, 100);

/** All stored data, once all rows are delivered. Kills the server, and restarts it after `change`. */
async function stored(change: () => void = () => {}) {
	await delivered();
	let found = null as { logs: ReturnType<typeof logsOnDisk>; tables: ReturnType<typeof tablesOnDisk> } | null;
	await server.killAndRestart(() => {
		found = { logs: logsOnDisk(folder), tables: tablesOnDisk(folder) };
		change();
	});
	if (!found) throw new Error("nothing was read");
	return found as NonNullable<typeof found>;
}

const newKey = async (): Promise<string> => {
	const headers = { Authorization: `Bearer ${KEY}`, "Content-Type": "application/json" };
	const body = JSON.stringify({ name: "later", scopes: ["studies:read"] });
	const response = await call("/v1/keys", { method: "POST", headers, body });
	return ((await response.json()) as { key: string }).key;
};

const readsStudies = async (key: string) =>
	(await call("/v1/studies", { headers: { Authorization: `Bearer ${key}` } })).status;

const atMessage = ({ step }: SessionView) => step?.kind === "message";

async function answerNext(who: Credentials): Promise<SessionView> {
	const { step } = await see(call, who);
	if (!step) throw new Error("the session has ended");
	return answer(call, who, step.id, plausible(step));
}

it("rebuilds a lost database from a small copy of the studies' tables and from the sessions' logs", {
	timeout: 4 * WITHIN_MS,
}, async () => {
	const first = await person("first");
	await walk(call, first);
	const between = await person("between");
	await walk(call, between, atMessage);
	const early = await newKey();
	await stored(() => expect(exportStudies()).toMatchObject({ status: 0 }));

	// Data from after the copy is in no copy.
	const later = await newKey();
	const last = await person("last");
	await walk(call, last);
	const before = await stored(() => {
		for (const file of globSync(join(folder, "state/v3/d1/**/*.sqlite*"))) rmSync(file);
	});

	// The database is empty. Sessions continue, none can start, and nothing can be rebuilt.
	await answerNext(between);
	expect((await call(`/v1/sessions/${between.session}`)).status).toBe(404);
	await expect(person("new")).rejects.toThrow("404");
	expect(await crossover("rebuild", SLUG)).toMatchObject({ status: 1, said: expect.stringContaining("no such study") });

	await stored(() =>
		expect(wrangler("execute", "crossover", "--local", "--file", join(folder, "studies.sql"))).toMatchObject({
			status: 0,
		}),
	);
	expect(await crossover("rebuild", SLUG)).toMatchObject({ status: 0, said: expect.stringContaining("3 sessions") });
	const after = await stored();

	const ended = [first, last].map(({ session }) => session);
	const of = (tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>) =>
		Object.fromEntries(
			REBUILT.filter((table) => table !== "model_calls" && table !== "participant_identities").map((table) => [
				table,
				(tables[table] ?? []).filter(({ id, session_id }) => ended.includes(String(session_id ?? id))),
			]),
		);
	expect(of(before.tables).turns?.length).toBeGreaterThan(2);
	expect(tablesDiffer(of(before.tables), of(after.tables))).toEqual([]);
	expect(after.tables.participant_identities).toHaveLength(3);
	const people = [first, between, last].map(({ session }) => ({
		...{ participant: session, layout: "single", session, expected: "active", status: "" },
	})) as never;
	expect(rowsAreOfEvents({ people, answers: [], shown: [] }, { ...after, slots: [] })).toEqual([]);

	// The study continues: the same person has the same session, and the next arrival gets the next place.
	expect((await person("first")).session).toBe(first.session);
	await walk(call, await person("new"));
	await delivered();
	await server.killAndRestart(() => {
		expect(
			slotsOnDisk(folder)
				.map(({ draw }) => draw)
				.toSorted(),
		).toEqual([0, 1, 2, 3]);
	});
	// Data that is only in D1 is restored to the time of the copy.
	expect([await readsStudies(early), await readsStudies(later)]).toEqual([200, 401]);
});

it("keeps the rows of a session whose object is lost until the participant starts again", {
	timeout: 4 * WITHIN_MS,
}, async () => {
	const who = await person("lost");
	await walk(call, who, atMessage);
	await answerNext(who);
	const before = await stored(() => rmSync(logFileOf(folder, who.session)));
	expect(ofSession(before.tables.turns, who)).toHaveLength(1);

	// The participant's page finds nothing, and no researcher's command reaches the session.
	const headers = { Authorization: `Bearer ${who.token}` };
	expect((await call(`/v1/sessions/${who.session}`, { headers })).status).toBe(404);
	const reason = ["--reason", "Its object is lost."];
	for (const command of [["sessions", "link"], ["sessions", "end"], ["replay"], ["erase"]]) {
		const more = command[0] === "replay" ? [] : command[1] === "end" ? ["--exit", "expired", ...reason] : reason;
		const failed = { status: 1, said: expect.stringContaining("no such session") };
		expect(await crossover(...command, SLUG, who.session, ...more), command.join(" ")).toMatchObject(failed);
	}
	// A rebuild neither writes nor deletes its rows.
	expect(await crossover("rebuild", SLUG)).toMatchObject({ status: 0 });
	expect(tablesDiffer(before.tables, (await stored()).tables)).toEqual([]);
	expect(linesBeforeStart()).toBe(0);

	// A participant who returns starts at the consent, with the same id and place. Earlier rows stay until new ones replace them.
	const again = await person("lost");
	expect([again.session, again.view.step?.kind]).toEqual([who.session, "consent"]);
	expect(again.token).not.toBe(who.token);
	const restarted = await stored();
	expect(ofSession(restarted.tables.turns, who)).toEqual(ofSession(before.tables.turns, who));
	// A message, its conversation, and two items.
	expect(linesBeforeStart()).toBe(4);
	await walk(call, again);
	await stored(() => {
		expect(slotsOnDisk(folder).filter(({ session }) => session === who.session)).toMatchObject([
			{ status: "confirmed" },
		]);
	});
	expect(linesBeforeStart()).toBe(0);
});

it("lets only sessions with a place continue if their study's allocator is lost", {
	timeout: 4 * WITHIN_MS,
}, async () => {
	const placed = await person("placed");
	await walk(call, placed, atMessage);
	const waiting = await person("waiting");
	await answerNext(waiting);
	await stored(() => {
		const objects = globSync(join(folder, "state/v3/do/crossover-AllocatorObject/*.sqlite*"));
		for (const file of objects) if (!file.includes("metadata")) rmSync(file);
	});

	await walk(call, placed);
	expect((await see(call, placed)).status).toBe("completed");
	// The allocator never takes the report of this end. The rows do not wait for it.
	await vi.waitUntil(async () => (await statusInD1(placed)) === "completed", { timeout: WITHIN_MS, interval: 200 });
	await expect(person("too late")).rejects.toThrow("study_not_open");
	expect(await answerNext(waiting)).toMatchObject({ status: "active", step: { kind: "retry" } });
	const lost = { status: 1, said: expect.stringContaining("allocator has no data") };
	expect(await crossover("rebuild", SLUG)).toMatchObject(lost);
	expect(await crossover("close", SLUG)).toMatchObject({ status: 0 });
	const reason = ["--reason", "The allocator is lost.", "--yes"];
	expect(await crossover("unblind", SLUG, ...reason)).toMatchObject(lost);
	expect(await crossover("unblind", SLUG, "--session", placed.session, ...reason)).toMatchObject({ status: 1 });
	expect(await crossover("export", SLUG, "turns", "--output", "-")).toMatchObject(lost);
	expect(await crossover("sessions", SLUG)).toMatchObject({ said: expect.stringContaining(placed.session) });
	const { said } = wrangler("execute", "crossover", "--local", "--json", "--command", "SELECT session FROM v_turns");
	expect(said).toContain(placed.session);
});

async function statusInD1({ session }: Credentials): Promise<string | undefined> {
	const response = await call(`/v1/studies/${SLUG}/sessions`, { headers: { Authorization: `Bearer ${KEY}` } });
	const { sessions } = (await response.json()) as { sessions: { session: string; status: string }[] };
	return sessions.find((each) => each.session === session)?.status;
}

type Rows = readonly Readonly<Record<string, unknown>>[];
const ofSession = (rows: Rows | undefined, { session }: Credentials): Rows =>
	(rows ?? []).filter(({ session_id }) => session_id === session);

/** Runs the query of the guide. */
function linesBeforeStart(): number {
	const { status, said } = wrangler("execute", "crossover", "--local", "--json", "--command", queryOfGuide());
	if (status !== 0) throw new Error(said);
	const [{ results }] = JSON.parse(said.slice(said.indexOf("["))) as [{ results: unknown[] }];
	return results.length;
}

function queryOfGuide(): string {
	const [, query] = /```sql\n([\s\S]*?)```/.exec(readFileSync(GUIDE, "utf8")) ?? [];
	if (query === undefined) throw new Error(`${GUIDE} has no query`);
	return query;
}
