import { ORPCError } from '@orpc/server';
import { AppError, ERROR_TEXTS, type ErrorCode } from '../errors.ts';
import { toStoreError } from '../store/connection.ts';
import type { ErrorData } from './contract/base.ts';

/** Any error as a coded one. What nobody foresaw becomes UNEXPECTED and keeps its cause for the log. */
export function toAppError(error: unknown): AppError {
  const known = toStoreError(error);
  if (known instanceof AppError) return known;
  if (known instanceof Error && known.name === 'AbortError')
    return new AppError('CANCELLED', {}, { cause: known });
  return new AppError('UNEXPECTED', {}, { cause: known });
}

/** The Spanish texts and facts of a coded error, as they cross the border. */
export function errorData(error: AppError): ErrorData {
  return {
    ...ERROR_TEXTS[error.code],
    details: Object.fromEntries(
      Object.entries(error.details).map(([key, value]) => [
        key,
        typeof value === 'object' ? [...value] : value,
      ]),
    ),
  };
}

/** As the client gets it: a defined error of the contract. */
export function toRpcError(error: AppError): ORPCError<ErrorCode, ErrorData> {
  return new ORPCError(error.code, {
    defined: true,
    message: ERROR_TEXTS[error.code].what,
    data: errorData(error),
  });
}
