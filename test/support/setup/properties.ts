import { configureGlobal } from "fast-check";
import { cases } from "../cases.ts";

/** For properties that do not say how many cases they draw. */
configureGlobal({ numRuns: cases(100) });
