import { z } from "zod";

/** What Prolific answers after it made something. */
export const made = z.looseObject({ id: z.string() });
