import { LANGUAGES } from "../../../src/self-identification/rules/every-language.ts";
import { useLanguages } from "../../../src/self-identification/rules/read-rules.ts";

/** The Worker reads them from its static assets, which tests outside of it do not have. */
useLanguages(LANGUAGES);
