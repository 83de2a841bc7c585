/** The readable fields of `T`. Reading another field throws, so that a check that needs it is left out. */
export const readable = <T extends object>(fields: Readonly<Record<string, unknown>>): T =>
	new Proxy(fields, {
		get(read, name) {
			if (typeof name === "string" && Object.hasOwn(read, name)) return read[name];
			throw new Unreadable();
		},
	}) as T;

/** Null if the work needs an unreadable field. */
export function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		if (error instanceof Unreadable) return null;
		throw error;
	}
}

class Unreadable extends Error {}
