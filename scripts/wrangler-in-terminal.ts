import { inForeground } from "./foreground.ts";
import { localEnvironment } from "./local-environment.ts";

/** Gives the exit status. The terminal is wrangler's: it has keys of its own, and Ctrl-C ends it. */
export const wranglerInTerminal = (...args: readonly string[]): Promise<number> =>
	inForeground(["node_modules/wrangler/bin/wrangler.js", ...args], localEnvironment());
