/** Texts for people to label in one response: each with its conversation. */
export const MOST_LABELLED = 500;
/** Rows of labels in one request. */
export const MOST_LABEL_ROWS = 20_000;
