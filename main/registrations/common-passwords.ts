const SHORTEST = 8;

let known: Promise<ReadonlySet<string>> | null = null;

/**
 * Passwords that everybody tries first, folded to lower case: the ranked list of zxcvbn-ts, without those that are too
 * short for the policy anyway. Read when first asked for, because it costs memory that most services never need.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].filter((word) => word.length >= SHORTEST)),
  );
  return known;
}
