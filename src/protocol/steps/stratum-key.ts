/** The only stratum of a study without stratification. */
const WHOLE_STUDY = "all";

const SEPARATOR = " / ";

/** The level of a participant without a value, as sessions report it. */
export const NO_VALUE = "(none)";

const ATTRIBUTES = "attributes.";

/** The names of the attributes that define strata. */
export const attributesOf = (strata: readonly string[]): string[] =>
	strata.flatMap((name) => (name.startsWith(ATTRIBUTES) ? [name.slice(ATTRIBUTES.length)] : []));

const UNKNOWN = "unknown";

/** A value as a level of a stratum. A lone surrogate has no canonical form, and outer blanks have no meaning. */
export const levelOf = (value: string | undefined): string => (value ?? "").toWellFormed().trim() || UNKNOWN;

/**
 * The key of a stratum: its values joined with ` / `, as quotas name it. Two lists of values never share a key: a value
 * that would be split differently has its slashes written as `%2F`, and a value that looks like that already has its
 * per cents written as `%25`. Other values are unchanged, because keys are in logs that are verified.
 */
export const keyOf = (values: readonly string[]): string =>
	values.length === 0 ? WHOLE_STUDY : values.map(escaped).join(SEPARATOR);

/** The values in a key. */
export const levelsOf = (key: string): string[] => key.split(SEPARATOR).map(unescaped);

const SPLITS_ELSEWHERE = / \/( |$)|%2F|%25/;

const escaped = (value: string): string =>
	SPLITS_ELSEWHERE.test(value) ? value.replaceAll("%", "%25").replaceAll("/", "%2F") : value;

const unescaped = (value: string): string => value.replaceAll("%2F", "/").replaceAll("%25", "%");
