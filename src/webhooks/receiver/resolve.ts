import { resolve4, resolve6 } from "node:dns/promises";
import type { Resolve } from "./check-host.ts";

const LONGEST_MS = 5_000;

/** In a Worker, `node:dns` asks Cloudflare's resolver over HTTPS. */
export const resolveByDns: Resolve = async (hostname) => {
	const found = await withDeadline(
		Promise.all([resolve4, resolve6].map((resolve) => resolve(hostname).catch(noneIfAbsent))),
	);
	return found.flat();
};

/** Many names have addresses of one family only. */
function noneIfAbsent(error: unknown): string[] {
	const code = error instanceof Error && "code" in error ? error.code : "";
	if (code === "ENODATA" || code === "ENOTFOUND") return [];
	throw error;
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
	const { promise, reject } = Promise.withResolvers<never>();
	const timer = setTimeout(() => reject(new Error("no answer")), LONGEST_MS);
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
	}
}
