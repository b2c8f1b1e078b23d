import { AppError } from '../../errors.ts';

/** Handler for what the file system answers about a source: always throws SOURCE_UNREADABLE. */
export function unreadable(location: string): (cause: unknown) => never {
  return (cause) => {
    throw new AppError('SOURCE_UNREADABLE', { location }, { cause });
  };
}
