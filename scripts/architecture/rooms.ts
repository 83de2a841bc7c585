/** The rooms of `src/` from the top down. A room may import only rooms below it. */
export const ROOMS: readonly string[] = [
	"worker.ts",
	"research-worker.ts",
	"app",
	"researcher",
	"analysis",
	"judging",
	"export",
	"simulation",
	"runs",
	"participant",
	"recruitment",
	"unblinding",
	"session",
	"replies",
	"personalisation",
	"models",
	"studies",
	"blinding",
	"self-identification",
	"randomisation",
	"webhooks",
	"watch",
	"access",
	"http",
	"crypto",
	"db",
	"protocol",
	"texts",
	"shared",
];

/** Types the bindings. Every room may import it, and it imports none. */
export const EVERYWHERE = "env.ts";

/** Nearly every room imports these, so the drawing leaves them out. */
export const GROUND: readonly string[] = ["shared", "texts", "db", "crypto", "protocol", "http", "access"];

export const roomOf = (path: string): string => path.split("/")[1] ?? "";
