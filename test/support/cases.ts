/** `npm run check` sets this, to find most failures within seconds. `npm test` tries all cases. */
const QUICK = Boolean(process.env.QUICK);

/** All of a test's cases, or only some of them in the check. */
export const unlessQuick = <T>(all: T, some: T): T => (QUICK ? some : all);

/** The number of cases that a test draws. In the check, it is a tenth. */
export const cases = (all: number): number => unlessQuick(all, Math.ceil(all / 10));
