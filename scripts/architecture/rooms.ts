/** The rooms of `src/`, from the top down: what is above may import what is below, never the other way. */
export const ROOMS: readonly string[] = [
	"worker.ts",
	"app",
	"researcher",
	"analysis",
	"judging",
	"export",
	"simulation",
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
	"access",
	"http",
	"crypto",
	"db",
	"protocol",
	"texts",
	"shared",
];

/** The bindings, which everybody may import. They import nobody. */
export const EVERYWHERE = "env.ts";

/** So low that almost every room imports them: left out of the drawing. */
export const GROUND: readonly string[] = ["shared", "texts", "db", "crypto", "protocol", "http", "access"];

export const roomOf = (path: string): string => path.split("/")[1] ?? "";
