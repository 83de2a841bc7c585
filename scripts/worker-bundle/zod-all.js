/**
 * Zod in the Worker's bundle. It has what `zod/v4/classic/external.js` exports, without `locales` and `core`, because a
 * bundler cannot remove a namespace of theirs from `z`. English texts remain.
 */

export * from "../../node_modules/zod/v4/classic/checks.js";
export * as coerce from "../../node_modules/zod/v4/classic/coerce.js";
export * from "../../node_modules/zod/v4/classic/compat.js";
export * from "../../node_modules/zod/v4/classic/errors.js";
export * as iso from "../../node_modules/zod/v4/classic/iso.js";
export { ZodISODate, ZodISODateTime, ZodISODuration, ZodISOTime } from "../../node_modules/zod/v4/classic/iso.js";
export * from "../../node_modules/zod/v4/classic/parse.js";
export * from "../../node_modules/zod/v4/classic/schemas.js";
export {
	$brand,
	$input,
	$output,
	clone,
	config,
	flattenError,
	formatError,
	globalRegistry,
	NEVER,
	prettifyError,
	regexes,
	registry,
	TimePrecision,
	toJSONSchema,
	treeifyError,
	util,
} from "../../node_modules/zod/v4/core/index.js";
