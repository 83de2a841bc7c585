/** How many moves are kept of one ranking. Their number is counted beyond it. */
export const MOVES_KEPT = 200;
