import type { Command } from "./command.ts";
import { ACCESS_COMMANDS } from "./commands/access.ts";
import { DATA_COMMANDS } from "./commands/data.ts";
import { PLANNING_COMMANDS } from "./commands/planning.ts";
import { SESSION_COMMANDS } from "./commands/sessions.ts";
import { STUDY_COMMANDS } from "./commands/studies.ts";

export const COMMANDS: readonly Command[] = [
	...STUDY_COMMANDS,
	...SESSION_COMMANDS,
	...DATA_COMMANDS,
	...ACCESS_COMMANDS,
	...PLANNING_COMMANDS,
];
