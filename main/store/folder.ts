import { AppError } from '../errors.ts';

/** Not a folder, not ours to write in, not there (a drive that is not connected), or SQLite's words for the same. */
const UNUSABLE =
  /^(ENOTDIR|EEXIST|EISDIR|EACCES|EPERM|EROFS|ENAMETOOLONG|SQLITE_(CANTOPEN|READONLY|PERM).*)$/;

/**
 * FOLDER_UNUSABLE for what the system or SQLite throw where a folder cannot be made, opened or written into; anything
 * else unchanged. Loads no database driver: the desktop shell uses it too.
 */
export function toFolderError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError || !('code' in error)) return error;
  const { code } = error;
  const missing = code === 'ENOENT' && 'syscall' in error && error.syscall !== 'scandir';
  if (!missing && !UNUSABLE.test(String(code))) return error;
  return new AppError('FOLDER_UNUSABLE', {}, { cause: error });
}
