import { env, runInDurableObject } from "cloudflare:test";

const NAMESPACES = ["SESSIONS", "ALLOCATORS", "USAGE", "HEALTH", "WEBHOOKS", "LIMITS"] as const;

/** The tables of a session's object. */
const OF_SESSIONS = /^(events|event_pieces|meta|meta_pieces|deadlines|reply_frames|reply_frame_pieces|tickets)$/;
const WRITE = /^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO) "?(\w+)/i;

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Methods = Record<string, Method>;
type Cursor = { readonly rowsWritten: number };

export type InObjects = {
	readonly calls: number;
	readonly alarmsRun: number;
	readonly alarmsSet: number;
	readonly sessionRows: number;
	readonly otherRows: number;
};

/** Wraps methods of the classes to count their calls, until `undo`. */
class Recording {
	readonly counted = { calls: 0, alarmsRun: 0, alarmsSet: 0 };
	readonly written: { readonly table: string; readonly cursor: Cursor }[] = [];
	readonly #undo: (() => void)[] = [];

	calls(methods: Methods): void {
		for (const name of Object.getOwnPropertyNames(methods)) {
			if (name === "constructor" || typeof methods[name] !== "function") continue;
			this.#count(methods, name, name === "alarm" ? "alarmsRun" : "calls");
		}
	}

	/** All objects share the classes of storage. */
	storage(storage: Methods, sql: Methods): void {
		this.#count(storage, "setAlarm", "alarmsSet");
		const { written } = this;
		this.#replace(
			sql,
			"exec",
			(original) =>
				function (...args) {
					const cursor = original.apply(this, args) as Cursor;
					const [, table] = WRITE.exec(String(args[0])) ?? [];
					if (table !== undefined) written.push({ table, cursor });
					return cursor;
				},
		);
	}

	undo(): void {
		for (const each of this.#undo) each();
	}

	#count(of: Methods, name: string, as: "calls" | "alarmsRun" | "alarmsSet"): void {
		const { counted } = this;
		this.#replace(
			of,
			name,
			(original) =>
				function (...args) {
					counted[as] += 1;
					return original.apply(this, args);
				},
		);
	}

	#replace(of: Methods, name: string, by: (original: Method) => Method): void {
		const original = of[name];
		if (!original) throw new Error(`no method ${name}`);
		of[name] = by(original);
		this.#undo.push(() => {
			of[name] = original;
		});
	}
}

/** Counts the calls, written rows and alarms of all objects while `work` runs. It can wrap the classes, because objects and tests share an isolate. */
export async function inObjectsDuring(work: () => Promise<void>): Promise<InObjects> {
	const recording = new Recording();
	for (const name of NAMESPACES) {
		const stub = env[name].get(env[name].idFromName("counted")) as DurableObjectStub;
		await runInDurableObject(stub, (object, { storage }) => {
			recording.calls(Object.getPrototypeOf(object));
			if (name === "SESSIONS") recording.storage(Object.getPrototypeOf(storage), Object.getPrototypeOf(storage.sql));
		});
	}
	try {
		await work();
	} finally {
		recording.undo();
	}
	const rowsOf = (isSession: boolean) =>
		recording.written
			.filter(({ table }) => OF_SESSIONS.test(table) === isSession)
			.reduce((sum, { cursor }) => sum + cursor.rowsWritten, 0);
	return { ...recording.counted, sessionRows: rowsOf(true), otherRows: rowsOf(false) };
}
