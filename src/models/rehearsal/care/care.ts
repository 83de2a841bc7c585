import type { CareLines } from "./care-lines.ts";
import { IN_DANGER } from "./replies/danger.ts";
import { IN_HARM } from "./replies/harm.ts";
import { IN_SORROW } from "./replies/sorrow.ts";
import type { Trouble } from "./trouble.ts";

export const CARE: Readonly<Record<Trouble, CareLines>> = { ...IN_DANGER, ...IN_HARM, ...IN_SORROW };
