import { useCallback } from 'react';
import { Button, Toast, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { strings } from '../strings/es.ts';
import { announce } from './announce.tsx';
import { client } from './client.ts';
import { useErrorReporter } from './errors.tsx';
import { useShortcut, withKey } from './keyboard.tsx';
import { TOASTER_ID } from './toaster.ts';

/** What can be taken back: by the service's undo id, or by an opposite act of our own. */
type Undo = { readonly undoId: string } | { readonly undo: () => Promise<void> };

const UNDO_TOAST_MS = 10_000;
let last: (() => Promise<void>) | null = null;

/** A short notice of something done; with `undo` it offers "Deshacer" and the key z. */
export function useNotice(): (text: string, undo?: Undo) => void {
  const { dispatchToast } = useToastController(TOASTER_ID);
  const report = useErrorReporter();
  return useCallback(
    (text: string, undo?: Undo) => {
      announce(text);
      const takeBack =
        undo === undefined
          ? null
          : async () => {
              last = null;
              try {
                if ('undoId' in undo) await client.messages.undo({ undoId: undo.undoId });
                else await undo.undo();
                announce(strings.undo.done);
              } catch (error) {
                report(error);
              }
            };
      last = takeBack ?? last;
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              takeBack === null ? undefined : (
                <ToastTrigger>
                  <Button appearance="transparent" size="small" onClick={() => void takeBack()}>
                    {withKey(strings.undo.action, 'undo')}
                  </Button>
                </ToastTrigger>
              )
            }
          >
            {text}
          </ToastTitle>
        </Toast>,
        { intent: 'success', timeout: takeBack === null ? 4000 : UNDO_TOAST_MS, pauseOnHover: true },
      );
    },
    [dispatchToast, report],
  );
}

/** Mounted once by the frame: z takes back the last thing done. */
export function useUndoKey(): void {
  const { dismissAllToasts } = useToastController(TOASTER_ID);
  useShortcut('undo', () => {
    if (last === null) {
      announce(strings.undo.nothing);
      return;
    }
    dismissAllToasts();
    void last();
  });
}
