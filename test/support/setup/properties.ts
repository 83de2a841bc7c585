import { configureGlobal } from "fast-check";
import { cases } from "../cases.ts";

/** Every run draws the same cases, so that a failure is the change's own. `PROPERTY_SEED=random` searches further. */
const SEED = process.env.PROPERTY_SEED ?? "20261128";

configureGlobal({ numRuns: cases(100), ...(SEED === "random" ? {} : { seed: Number(SEED) }) });
