/** `npm run check` sets this, to find most failures within seconds. */
const QUICK = Boolean(process.env.QUICK);
/** `npm run test:slow` sets this for the tests that simulate hundreds of studies or say thousands of replies. */
const THOROUGH = Boolean(process.env.THOROUGH);

/** All of a test's cases, or only some of them in the check. */
export const unlessQuick = <T>(all: T, some: T): T => (QUICK ? some : all);

/** All of a test's cases in `npm run test:slow`, or only some of them in `npm test`. */
export const thoroughly = <T>(all: T, some: T): T => (THOROUGH ? all : some);

/** The number of cases that a test draws. In the check, it is a tenth. */
export const cases = (all: number): number => unlessQuick(all, Math.ceil(all / 10));
