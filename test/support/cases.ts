/** `npm run check` sets this: a failure should be found within seconds, and `npm test` tries the rest. */
const QUICK = Boolean(process.env.QUICK);

/** All of a test's cases, or a part of them where the check runs it. */
export const unlessQuick = <T>(all: T, some: T): T => (QUICK ? some : all);

/** How many cases a test draws: a tenth where the check runs it. */
export const cases = (all: number): number => unlessQuick(all, Math.ceil(all / 10));
