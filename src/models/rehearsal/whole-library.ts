import type { Library } from "./library.ts";
import { OWN_LINES } from "./own-lines.ts";
import { TOPICS } from "./topics.ts";

/** What the Worker reads from its static assets, for the script that writes them and for tests. */
export const LIBRARY: Library & { readonly topics: typeof TOPICS } = { topics: TOPICS, lines: OWN_LINES };
