/** What the test of unused parts builds as the deployed Worker is built. */
export { requestOf, sourceOf } from "../../../src/models/providers/model-source.ts";
export { useRules } from "../../../src/self-identification/rules/read-rules.ts";
export { rendered } from "../../../src/self-identification/text/rendered.ts";
