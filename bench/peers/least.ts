import { DurableObject } from "cloudflare:workers";

/**
 * The least work that stores a step as Crossover does: the same commits and the same calls one after another, each with one
 * short row, and nothing else. No protocol, rules, blinding, checks, views or logs. What a step costs beyond this is our code.
 */
export type LeastEnv = {
	readonly DB: D1Database;
	readonly SESSIONS: DurableObjectNamespace<LeastSession>;
	readonly ALLOCATORS: DurableObjectNamespace<LeastAllocator>;
};

const ROWS_AFTER_MS = 500;
const WATCH_MS = 120_000;

const allocatorOf = (env: LeastEnv) => env.ALLOCATORS.get(env.ALLOCATORS.idFromName("study"));

export class LeastSession extends DurableObject<LeastEnv> {
	async enrol(text: string): Promise<number> {
		this.ctx.storage.sql.exec(
			"CREATE TABLE events (seq INTEGER PRIMARY KEY, event TEXT NOT NULL); CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
		);
		const rows = this.#append(text);
		await this.ctx.storage.setAlarm(Date.now() + WATCH_MS);
		void this.#deliverLater(rows, true);
		return rows;
	}

	async consent(text: string): Promise<number> {
		const rows = this.#append(text);
		void this.#deliverLater(rows, false);
		return rows;
	}

	/** The answer is stored before the allocator is asked, and the place before the next step is shown. */
	async form(text: string): Promise<number> {
		this.#append(text);
		const place = await allocatorOf(this.env).allocate(this.#name);
		const rows = this.#append(place);
		void this.#deliverLater(rows, false);
		return rows;
	}

	override alarm(): void {}

	get #name(): string {
		return this.ctx.id.toString();
	}

	#append(text: string): number {
		return this.ctx.storage.sql.exec<{ seq: number }>("INSERT INTO events (event) VALUES (?) RETURNING seq", text).one()
			.seq;
	}

	async #deliverLater(seq: number, isNew: boolean): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, ROWS_AFTER_MS));
		if (isNew) await allocatorOf(this.env).enter(this.#name);
		await this.env.DB.prepare("INSERT OR REPLACE INTO answers (id, text) VALUES (?, ?)")
			.bind(`${this.#name}/${seq}`, "An answer.")
			.run();
		this.ctx.storage.sql.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('projected', ?)", String(seq));
	}
}

export class LeastAllocator extends DurableObject<LeastEnv> {
	constructor(state: DurableObjectState, env: LeastEnv) {
		super(state, env);
		state.storage.sql.exec(
			"CREATE TABLE IF NOT EXISTS places (session TEXT PRIMARY KEY, place TEXT) WITHOUT ROWID; CREATE TABLE IF NOT EXISTS entered (session TEXT PRIMARY KEY) WITHOUT ROWID",
		);
	}

	standing(): string {
		return "open";
	}

	enter(session: string): void {
		this.ctx.storage.sql.exec("INSERT OR IGNORE INTO entered (session) VALUES (?)", session);
	}

	allocate(session: string): string {
		this.ctx.storage.sql.exec("INSERT OR IGNORE INTO places (session, place) VALUES (?, 'AB')", session);
		return "AB";
	}
}

/** `POST /least/<step>/<name>`, and `POST /least` once before. */
export async function leastStep(request: Request, env: LeastEnv): Promise<Response> {
	const [, , step, name] = new URL(request.url).pathname.split("/");
	const text = await request.text();
	if (!step || !name) {
		await env.DB.exec("CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID");
		return Response.json({});
	}
	const session = env.SESSIONS.get(env.SESSIONS.idFromName(name));
	if (step !== "enrolment") return Response.json({ rows: await session[step === "form" ? "form" : "consent"](text) });
	await env.DB.prepare("SELECT id FROM answers WHERE id = ?").bind(name).all();
	await allocatorOf(env).standing();
	return Response.json({ rows: await session.enrol(text) });
}
