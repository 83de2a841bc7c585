import { z } from "@hono/zod-openapi";
import type { Commitment } from "../../randomisation/allocator/allocator-client.ts";

export const allocationLogSchema = z
	.strictObject({
		algorithm: z.string().openapi({ example: "crossover-plan/3 (crossover-drbg/1)" }),
		commitment: z.string().describe("To the seed, as it was published when the study opened."),
		head: z.string().describe("The hash of the log's last line. Noted elsewhere, it anchors all before it."),
		lines: z.int(),
	})
	.openapi("AllocationLog");

/** What the audit keeps of it. */
export const anchorOf = (stands: Commitment | null) => ({ head: stands?.head ?? null, lines: stands?.lines ?? null });
