import { inForeground } from "./foreground.ts";
import { localEnvironment } from "./local-environment.ts";

/** Returns the exit status. wrangler owns the terminal: it has its own keys, and Ctrl-C ends it. */
export const wranglerInTerminal = (...args: readonly string[]): Promise<number> =>
	inForeground(["node_modules/wrangler/bin/wrangler.js", ...args], localEnvironment());
