import { useState, type FormEvent, type ReactNode } from 'react';
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Settings } from '../../../main/api/contract/index.ts';
import { api, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { settingsStrings } from '../../strings/es/settings.ts';

const useStyles = makeStyles({
  fields: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  note: { marginBottom: tokens.spacingVerticalL },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** A draft of a part of the settings. `send` saves it and answers with all of them; the person is told that it did. */
export function useSettingsDraft<T>(saved: T, send: (draft: T) => Promise<Settings>) {
  const notify = useNotice();
  const report = useErrorReporter();
  const [draft, setDraft] = useState(saved);
  const save = useMutation({
    mutationFn: () => send(draft),
    onSuccess: (settings) => {
      queryClient.setQueryData(api.settings.get.queryKey(), settings);
      notify(settingsStrings.saved);
    },
    onError: report,
  });
  return { draft, setDraft, save, changed: JSON.stringify(draft) !== JSON.stringify(saved) };
}

/** What a form does in place of loading a page. */
export function submits(save: () => void) {
  return (event: FormEvent): void => {
    event.preventDefault();
    save();
  };
}

/** Settings that everybody reads and some may change; the rest are told who. */
export function SettingsForm({
  mayChange,
  readOnly,
  onSave,
  children,
}: {
  mayChange: boolean;
  readOnly: string;
  onSave: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <form noValidate onSubmit={submits(onSave)}>
      {!mayChange && (
        <MessageBar className={styles.note}>
          <MessageBarBody>{readOnly}</MessageBarBody>
        </MessageBar>
      )}
      <fieldset disabled={!mayChange} className={styles.fields}>
        {children}
      </fieldset>
    </form>
  );
}

/** Saves a draft, or goes back to what is saved. */
export function SaveButtons({
  changed,
  saving,
  onUndo,
  className,
}: {
  changed: boolean;
  saving: boolean;
  onUndo: () => void;
  className?: string;
}) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.buttons, className)}>
      <Button type="submit" appearance="primary" disabled={!changed || saving}>
        {settingsStrings.office.save}
      </Button>
      <Button disabled={!changed} onClick={onUndo}>
        {settingsStrings.office.undo}
      </Button>
    </div>
  );
}
