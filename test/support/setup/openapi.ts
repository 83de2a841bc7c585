/**
 * Adds `openapi` to zod before any schema is made. Pure tests share one module cache, so a schema that one file made without it
 * would also lack it in the next file.
 */
import "@hono/zod-openapi";
