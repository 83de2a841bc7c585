import { z } from "zod";

/** What is read of Prolific's answer to a request that creates something. */
export const createdResponse = z.looseObject({ id: z.string() });
