/** The one stratum of a study that has none. */
const WHOLE_STUDY = "all";

const SEPARATOR = " / ";

/** The value of who has none, as sessions tell it. */
export const NO_VALUE = "(none)";

const UNKNOWN = "unknown";

/** A value as strata know it. A lone surrogate would have no canonical form, and blanks around it are nobody's intention. */
export const levelOf = (value: string | undefined): string => (value ?? "").toWellFormed().trim() || UNKNOWN;

/**
 * The key of a stratum: its values joined with ` / `, as quotas name it. No two lists of values share one. A value that would
 * be split elsewhere than it was joined has its slashes written `%2F`; so that it can be told from one that looks like that
 * by itself, such a one has its per cents written `%25`. All others stand as they are: a key is in logs that are drawn again.
 */
export const keyOf = (values: readonly string[]): string =>
	values.length === 0 ? WHOLE_STUDY : values.map(escaped).join(SEPARATOR);

/** The values of a key, as many as it names. */
export const levelsOf = (key: string): string[] => key.split(SEPARATOR).map(unescaped);

const SPLITS_ELSEWHERE = / \/( |$)|%2F|%25/;

const escaped = (value: string): string =>
	SPLITS_ELSEWHERE.test(value) ? value.replaceAll("%", "%25").replaceAll("/", "%2F") : value;

const unescaped = (value: string): string => value.replaceAll("%2F", "/").replaceAll("%25", "%");
