import { toErrorView } from '../../app/errors.tsx';
import { counterStrings } from '../../strings/es/counter.ts';

/** Why the counter did not do it, in its own words; null when the general ones are all there is. */
export function counterRefusal(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const { code, details } = toErrorView(error);
  if (code === 'DUPLICATE')
    return details.field === 'file' ? counterStrings.acts.sameFile : counterStrings.duplicate;
  if (code === 'NOT_ALLOWED_YET' && details.reason === 'IDENTITY') {
    return counterStrings.needs[neededLevel(error) ?? 'DOCUMENT'] ?? null;
  }
  if (code === 'NOT_ALLOWED_YET' && typeof details.reason === 'string') {
    return counterStrings.refused[details.reason] ?? null;
  }
  if (code !== 'INVALID_INPUT' || !Array.isArray(details.fields)) return null;
  const [field = ''] = details.fields.map(String);
  return field === 'file' ? counterStrings.acts.badFile : (counterStrings.fields[field] ?? null);
}

/** What the office's ladder asks for on top of what was shown; null when it was not the ladder that refused. */
export function neededLevel(error: unknown): string | null {
  if (error === null || error === undefined) return null;
  const { code, details } = toErrorView(error);
  const isLadder = code === 'NOT_ALLOWED_YET' && details.reason === 'IDENTITY';
  return isLadder && typeof details.needed === 'string' ? details.needed : null;
}
