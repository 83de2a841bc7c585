import { type Call, type Command, found, needed, numberOf, type Option, text } from "../command.ts";
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
		pool: { type: "string", means: "live, pilot or simulated" },
		limit: { type: "string", means: "how many (100 by default)" },
	},
	examples: ["crossover sessions my-study --stuck", "crossover sessions my-study --status completed --json"],
	async run({ api, positionals: [study = ""], values }) {
		const most = numberOf(values, "limit") ?? 100;
		const [status, pool] = [text(values, "status"), text(values, "pool")];
		const filter = { ...(status && { status }), ...(pool && { pool }), stuck: values.stuck ? "true" : "false" };
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

export const SESSION_COMMANDS: readonly Command[] = [sessions, end, release, link, replay];
