import { z } from "@hono/zod-openapi";
import { POOLS } from "../randomisation/draw/pool.ts";

/** The pool whose numbers a route gives. Every route has the same default, so that two pages never count different people. */
export const poolQuery = z
	.enum([...POOLS, "all"])
	.default("live")
	.describe("Whose sessions. Default: `live`.");

/** The same for what is drawn and estimated in each pool by itself, so that there is no sum over pools. */
export const onePoolQuery = z.enum(POOLS).default("live").describe("Whose sessions. Default: `live`.");

export type PoolChoice = z.output<typeof poolQuery>;
