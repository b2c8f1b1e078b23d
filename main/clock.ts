/** Where time and randomness come from; tests pass fixed ones. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
