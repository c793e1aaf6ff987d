/** From here on two records are the same person most likely. */
export const SURE_PROBABILITY = 0.95;
/** Pairs from here on are written where no threshold is asked for: rather the same person than not. */
export const EVEN_PROBABILITY = 0.5;
/** From here up to `SURE_PROBABILITY` a person has to look; below, nothing is said. */
export const REVIEW_PROBABILITY = 0.2;
