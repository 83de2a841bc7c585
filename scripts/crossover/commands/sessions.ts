import { type Call, type Command, found, needed, numberOf, type Option, pool, text } from "../command.ts";
import { table } from "../table.ts";

const params = ({ positionals: [study = "", session = ""] }: Call) => ({ params: { path: { study, session } } });
const reason: Option = { type: "string", means: "why; it stays in the audit" };

const sessions: Command = {
	name: "sessions",
	summary: "List a study's sessions, the newest first.",
	takes: ["<study>"],
	options: {
		status: { type: "string", means: "active, completed, withdrawn, …" },
		stuck: { type: "boolean", means: "only active sessions without activity for 15 minutes" },
		pool,
		limit: { type: "string", means: "how many (100 by default)" },
	},
	examples: ["crossover sessions my-study --stuck", "crossover sessions my-study --status completed --json"],
	async run({ api, positionals: [study = ""], values }) {
		const most = numberOf(values, "limit") ?? 100;
		const [status, whose] = [text(values, "status"), text(values, "pool") ?? "live"];
		const filter = { ...(status && { status }), pool: whose, stuck: values.stuck ? "true" : "false" };
		type Listed = NonNullable<Awaited<ReturnType<typeof page>>["data"]>["sessions"][number];
		const page = (limit: number, after?: string) =>
			api.GET("/v1/studies/{study}/sessions", {
				params: { path: { study }, query: { ...filter, limit, ...(after && { after }) } as never },
			});
		const all: Listed[] = [];
		for (let after: string | undefined; all.length < most; ) {
			const { sessions: some, next } = found((await page(Math.min(500, most - all.length), after)).data);
			all.push(...some);
			if (next === null) break;
			after = next;
		}
		const rows = all.map((row) => [
			...[row.session, row.pool, row.status, row.sequence?.join(" "), row.step],
			...[row.progress && `${row.progress.done}/${row.progress.of}`, row.minutes, row.idleMinutes],
		]);
		const head = ["session", "pool", "status", "sequence", "step", "progress", "minutes", "idle"];
		return { data: all, text: table(head, rows) };
	},
};

const replay: Command = {
	name: "replay",
	summary: "Show a session as its participant saw it. The audit records it.",
	takes: ["<study>", "<session>"],
	options: {},
	examples: ["crossover replay my-study se_…"],
	async run(call) {
		const { data } = await call.api.GET("/v1/studies/{study}/sessions/{session}/replay", params(call));
		return { data, text: found(data).entries.map(entryText).join("\n\n") };
	},
};

type Entry = Readonly<Record<string, unknown>> & { readonly kind: string };

function entryText(entry: Entry): string {
	const { kind, at, seenAt, items, ...rest } = entry;
	const head = `${at ?? seenAt ?? ""} ${kind}`.trim();
	if (!Array.isArray(items)) return `${head}\n${lines(rest)}`.trimEnd();
	const answers = items
		.filter(({ shown }) => shown)
		.map(({ label, answer }) => `  ${label}: ${JSON.stringify(answer)}`);
	return `${head}: ${rest.title}\n${answers.join("\n")}`;
}

const lines = (fields: Readonly<Record<string, unknown>>): string =>
	Object.entries(fields)
		.filter(([, value]) => value !== null && value !== false)
		.map(([name, value]) => `  ${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
		.join("\n");

const end: Command = {
	name: "sessions end",
	summary: "End an active session by an exit, and free its place.",
	takes: ["<study>", "<session>"],
	options: { exit: { type: "string", means: "completed, screened_out, failed_checks, withdrawn or expired" }, reason },
	examples: ['crossover sessions end my-study se_… --exit completed --reason "Their browser broke in the last form."'],
	async run(call) {
		const body = { exit: needed(call.values, "exit") as "completed", reason: needed(call.values, "reason") };
		await call.api.POST("/v1/studies/{study}/sessions/{session}/end", { ...params(call), body });
		return { data: { ended: call.positionals[1], exit: body.exit }, text: "The session has ended." };
	},
};

const release: Command = {
	name: "sessions release",
	summary: "Free the place of a session before its first message.",
	takes: ["<study>", "<session>"],
	options: { reason },
	examples: ['crossover sessions release my-study se_… --reason "They wrote that they come tomorrow."'],
	async run(call) {
		const body = { reason: needed(call.values, "reason") };
		await call.api.POST("/v1/studies/{study}/sessions/{session}/release", { ...params(call), body });
		return { data: { released: call.positionals[1] }, text: "The place is free." };
	},
};

const link: Command = {
	name: "sessions link",
	summary: "Get the link with which a participant resumes their session.",
	takes: ["<study>", "<session>"],
	options: { reason },
	examples: ['crossover sessions link my-study se_… --reason "They lost the page."'],
	async run(call) {
		const body = { reason: needed(call.values, "reason") };
		const { data } = await call.api.POST("/v1/studies/{study}/sessions/{session}/link", { ...params(call), body });
		return { data, text: found(data).url };
	},
};

const erase: Command = {
	name: "erase",
	summary: "Erase a session's data for a participant who asked for it. This cannot be undone. Needs the scope admin.",
	takes: ["<study>", "<session>"],
	options: { reason: { type: "string", means: "why; it stays in the audit, so name nobody" } },
	examples: ['crossover erase my-study se_… --reason "Request 17 of 3 December."'],
	async run(call) {
		const body = { reason: needed(call.values, "reason") };
		await call.api.POST("/v1/studies/{study}/sessions/{session}/erase", { ...params(call), body });
		return {
			data: { erased: call.positionals[1] },
			text: "The session's data are erased. Its rows go from the database within seconds. Delete your own exports.",
		};
	},
};

const rebuild: Command = {
	name: "rebuild",
	summary: "Let every session of a study write its rows to the database again. Needs the scope admin.",
	takes: ["<study>"],
	options: {},
	examples: ["crossover rebuild my-study"],
	async run({ api, positionals: [study = ""], world }) {
		let sessions = 0;
		for (let after: string | null = ""; after !== null; ) {
			const path = { params: { path: { study } }, body: { after } };
			const page: Rebuilt = found((await api.POST("/v1/studies/{study}/rebuild", path)).data);
			sessions += page.sessions;
			after = page.next;
			if (after !== null) world.progress(`${sessions} sessions`);
		}
		world.progress(null);
		return { data: { study, sessions }, text: `${sessions} sessions write their rows again, within seconds.` };
	},
};

type Rebuilt = { readonly sessions: number; readonly next: string | null };

export const SESSION_COMMANDS: readonly Command[] = [sessions, end, release, link, replay, erase, rebuild];
