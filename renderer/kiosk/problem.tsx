import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { ORPCError } from '@orpc/client';
import { kioskEs, type KioskStrings } from '../strings/es/kiosk.ts';

/** What a citizen is told about an error, in words that help him and with nothing of the machine. */
function problemText(error: unknown, texts: KioskStrings['errors']): string {
  const code = error instanceof ORPCError ? String(error.code) : 'UNEXPECTED';
  switch (code) {
    case 'NOT_SIGNED_IN':
    case 'FORBIDDEN':
      return texts.closed;
    case 'RATE_LIMITED':
      return texts.rateLimited;
    case 'INVALID_INPUT':
      return texts.invalidInput;
    case 'NOT_ALLOWED_YET':
      return reasonOf(error) === 'SHARED_PHONE' ? texts.noCode : texts.unexpected;
    default:
      return texts.unexpected;
  }
}

/** Why something is not allowed yet, as main/api/errors.ts sends it. */
function reasonOf(error: unknown): unknown {
  const data: unknown = error instanceof ORPCError ? error.data : null;
  if (typeof data !== 'object' || data === null || !('details' in data)) return null;
  const { details } = data;
  return typeof details === 'object' && details !== null && 'reason' in details ? details.reason : null;
}

/** In place, and said at once to whoever cannot see it. */
export function Problem({
  error,
  texts = kioskEs.errors,
  onRetry,
}: {
  error: unknown;
  texts?: KioskStrings['errors'];
  onRetry?: () => void;
}) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{problemText(error, texts)}</MessageBarTitle>
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button onClick={onRetry}>{texts.retry}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
