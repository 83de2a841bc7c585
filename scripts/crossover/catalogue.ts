import type { Command } from "./command.ts";
import { ACCESS_COMMANDS } from "./commands/access.ts";
import { CAPSULE_COMMANDS } from "./commands/capsule.ts";
import { DATA_COMMANDS } from "./commands/data.ts";
import { JUDGING_COMMANDS } from "./commands/judging.ts";
import { PLANNING_COMMANDS } from "./commands/planning.ts";
import { SESSION_COMMANDS } from "./commands/sessions.ts";
import { SIMULATION_COMMANDS } from "./commands/simulations.ts";
import { STUDY_COMMANDS } from "./commands/studies.ts";

export const COMMANDS: readonly Command[] = [
	...STUDY_COMMANDS,
	...SESSION_COMMANDS,
	...DATA_COMMANDS,
	...JUDGING_COMMANDS,
	...SIMULATION_COMMANDS,
	...CAPSULE_COMMANDS,
	...ACCESS_COMMANDS,
	...PLANNING_COMMANDS,
];
