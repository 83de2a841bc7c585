import { configureGlobal } from "fast-check";
import { cases } from "../cases.ts";

/** The default number of cases of a property. */
configureGlobal({ numRuns: cases(100) });
