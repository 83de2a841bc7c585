/**
 * The largest share of late replies without a warning. One in fifty: a study of a few hundred replies can reach it by chance
 * delays of the network. A file of its own, because the dashboard loads it.
 */
export const MOST_LATE = 0.02;
