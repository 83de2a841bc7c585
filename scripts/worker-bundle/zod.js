/**
 * `wrangler.toml` and `vite.worker.config.ts` resolve "zod" to this file. A file that exported itself as `z` would keep all
 * of Zod: a bundler cannot remove a part of it then.
 */
export * from "./zod-all.js";
export * as z from "./zod-all.js";
