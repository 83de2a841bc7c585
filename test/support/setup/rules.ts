import { RULES_FILE } from "../../../scripts/self-identification-file.ts";
import { useRules } from "../../../src/self-identification/rules/read-rules.ts";

/** The Worker reads them from its static files, which tests outside of it do not have. */
useRules(RULES_FILE);
