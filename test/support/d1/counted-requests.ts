import { env } from "cloudflare:test";

type Method = (this: object, ...args: unknown[]) => Promise<unknown>;

/** How often the Worker asks D1 while `work` runs, and with what first. Objects share the isolate, so their requests count too. */
export async function requestsDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
	const asked: string[] = [];
	const counting = (
		methods: Record<string, Method>,
		names: readonly string[],
		firstOf: (of: object, args: unknown[]) => unknown,
	) => {
		const originals = Object.fromEntries(names.map((name) => [name, methods[name]]));
		for (const name of names) {
			const original = methods[name];
			if (!original) throw new Error("D1 has other methods than before");
			methods[name] = function (...args) {
				asked.push(String((firstOf(this, args) as { statement?: unknown }).statement));
				return original.apply(this, args);
			};
		}
		return () => Object.assign(methods, originals);
	};
	const undo = [
		counting(Object.getPrototypeOf(env.DB), ["batch"], (_, [statements]) => (statements as object[])[0]),
		counting(Object.getPrototypeOf(env.DB.prepare("SELECT 1")), ["all", "raw", "run"], (statement) => statement),
	];
	try {
		await work();
	} finally {
		for (const each of undo) each();
	}
	return asked;
}
