import { checkedAnalyses } from "../analysis/report/planned-checks.ts";
import { modelOpeningFaults } from "../models/endpoints/opening-faults.ts";
import { spentBudget } from "../models/usage/opening-check.ts";
import { personalisationOpeningFaults } from "../personalisation/arms/opening-faults.ts";
import { armInputs } from "../personalisation/arms/opening-inputs.ts";
import { measureModels } from "../replies/pace-trial/opening-check.ts";
import type { OpeningChecks } from "../studies/lifecycle/open-study.ts";
import { checkedOpening } from "../studies/protocol-checks.ts";

/** All checks before a study opens. A feature with a check of its own has a file `opening-faults.ts` or `opening-check.ts`, which is listed here. */
export const openingChecks: OpeningChecks = {
	openingFaults: async (study, env) => [
		...(await checkedOpening(env, study.protocol)),
		...(await checkedAnalyses(env, study.protocol.analysis ?? [])),
		...modelOpeningFaults(study.protocol, env),
		...(await personalisationOpeningFaults(study, env)),
	],
	measureModels,
	spentBudget,
	armInputs,
};
