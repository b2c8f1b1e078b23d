/** What deriving a key costs: memory is 128 * r * 2^log2N bytes, time grows with p. */
export type PasswordCost = { readonly log2N: number; readonly r: number; readonly p: number };

/**
 * As in OWASP's password storage cheat sheet (N=2^15, r=8, p=3): 32 MiB, 150 ms or so on a desktop; N=2^17, p=1
 * costs the same time but 128 MiB of the service's memory per sign-in.
 */
export const PASSWORD_COST: PasswordCost = { log2N: 15, r: 8, p: 3 };
