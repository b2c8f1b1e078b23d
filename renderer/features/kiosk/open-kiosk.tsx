import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { openKioskStrings as texts } from '../../strings/es/open-kiosk.ts';

const CODE = /^\d{6,12}$/u;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Chooses the exit code and hands the screen over to the public. */
export default function OpenKiosk({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const [code, setCode] = useState('');
  const opening = useMutation({
    mutationFn: async () => {
      const { token } = await client.kiosk.open({ exitCode: code });
      const host = window.estafetaHost;
      // In a browser this page gives way: "back" must not lead from the kiosk to the desk.
      if (host === undefined) location.replace(`/quiosco/entrar/${token}`);
      else if (!(await host.openKiosk(token))) announce(texts.notOpened);
    },
    onSuccess: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (CODE.test(code)) opening.mutate();
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{texts.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{texts.text}</Text>
              {opening.error !== null && <ErrorBar error={opening.error} />}
              <Field
                label={texts.code}
                hint={texts.hint}
                validationMessage={code === '' || CODE.test(code) ? undefined : texts.wrong}
              >
                <Input
                  value={code}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={12}
                  onChange={(_, { value }) => setCode(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{strings.common.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={!CODE.test(code)}
                disabledFocusable={opening.isPending}
              >
                {texts.open}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
