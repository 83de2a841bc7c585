/** A message for the user, printed without a stack. */
export class ProlificError extends Error {}
