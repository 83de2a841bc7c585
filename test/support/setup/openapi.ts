/**
 * Gives zod its `openapi` before any schema is made. Pure tests share one place, where a schema that was made without it
 * for one file would be met without it by the next.
 */
import "@hono/zod-openapi";
