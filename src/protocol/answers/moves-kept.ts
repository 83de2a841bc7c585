/** The number of moves that are kept of one ranking. Further moves are only counted. */
export const MOVES_KEPT = 200;
