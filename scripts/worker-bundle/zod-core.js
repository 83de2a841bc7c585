/** `zod/v4/core` in the deployed Worker: it writes no JSON Schema. */
export * from "../../node_modules/zod/v4/core/index.js";
export { toJSONSchema } from "./without-json-schema.js";
