import { useCallback } from 'react';
import { ORPCError } from '@orpc/client';
import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Toast,
  ToastBody,
  ToastTitle,
  makeStyles,
  tokens,
  useToastController,
} from '@fluentui/react-components';
import type { ErrorData } from '../../main/api/contract/index.ts';
import { strings } from '../strings/es.ts';
import { announce } from './announce.tsx';
import { api, queryClient } from './client.ts';
import { TOASTER_ID } from './toaster.ts';

type ErrorView = ErrorData & { readonly code: string };

function isErrorData(data: unknown): data is ErrorData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'what' in data &&
    typeof data.what === 'string' &&
    'kept' in data &&
    typeof data.kept === 'string' &&
    'todo' in data &&
    typeof data.todo === 'string' &&
    'details' in data
  );
}

/** What a person is told about anything that was thrown: always with a code, never with machine text. */
export function toErrorView(error: unknown): ErrorView {
  if (error instanceof ORPCError) {
    const { code, data } = error as ORPCError<string, unknown>;
    if (isErrorData(data)) return { ...data, code };
    const text = code === 'BAD_REQUEST' ? strings.errors.invalidInput : strings.errors.unexpected;
    return { ...text, details: {}, code };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { ...strings.errors.connectionLost, details: {}, code: 'CONNECTION_LOST' };
  }
  return { ...strings.errors.unexpected, details: {}, code: 'UNEXPECTED' };
}

export function errorCode(error: unknown): string | null {
  return error === null || error === undefined ? null : toErrorView(error).code;
}

const useStyles = makeStyles({
  text: { display: 'block' },
  code: { display: 'block', color: tokens.colorNeutralForeground3, marginTop: tokens.spacingVerticalXS },
  bar: { flexShrink: 0 },
});

function ErrorSentences({ view }: { view: ErrorView }) {
  const styles = useStyles();
  const { changedBy } = view.details;
  return (
    <>
      {typeof changedBy === 'string' && changedBy !== '' && (
        <span className={styles.text}>{strings.errors.changedBy(changedBy)}</span>
      )}
      <span className={styles.text}>{view.kept}</span>
      <span className={styles.text}>{view.todo}</span>
      <Caption1 className={styles.code}>{strings.errors.code(view.code)}</Caption1>
    </>
  );
}

/** In place: what happened, what was kept, what to do, the code; and "Reintentar" where it makes sense. */
export function ErrorBar({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const styles = useStyles();
  const view = toErrorView(error);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{view.what}</MessageBarTitle>
        <ErrorSentences view={view} />
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button size="small" onClick={onRetry}>
            {strings.common.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Shows what went wrong as a toast that stays until it is closed. Give it to `onError` of mutations. */
export function useErrorReporter(): (error: unknown) => void {
  const { dispatchToast } = useToastController(TOASTER_ID);
  return useCallback(
    (error: unknown) => {
      const view = toErrorView(error);
      if (view.code === 'NOT_SIGNED_IN') {
        void queryClient.invalidateQueries({ queryKey: api.session.state.queryKey() });
      }
      if (view.code === 'STALE') void queryClient.invalidateQueries();
      announce(`${view.what} ${view.todo}`);
      dispatchToast(
        <Toast>
          <ToastTitle action={<DismissToast />}>{view.what}</ToastTitle>
          <ToastBody>
            <ErrorSentences view={view} />
          </ToastBody>
        </Toast>,
        { intent: 'error', timeout: 12_000, pauseOnHover: true },
      );
    },
    [dispatchToast],
  );
}

function DismissToast() {
  const { dismissAllToasts } = useToastController(TOASTER_ID);
  return (
    <Button appearance="transparent" size="small" onClick={dismissAllToasts}>
      {strings.common.close}
    </Button>
  );
}
