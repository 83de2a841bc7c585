/** What the user has to know or do. Shown without a stack. */
export class ProlificError extends Error {}
