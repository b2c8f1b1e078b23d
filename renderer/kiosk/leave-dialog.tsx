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
import { api } from '../app/client.ts';
import { useKiosk } from './kiosk-context.tsx';
import { Problem } from './problem.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** The way out for the staff. The desktop shell closes the window by itself; a browser goes back to the desk. */
export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const styles = useStyles();
  const { texts } = useKiosk();
  const [code, setCode] = useState('');
  const leave = useMutation(
    api.kiosk.leave.mutationOptions({
      onSuccess: ({ left }) => {
        setCode('');
        if (left && window.estafetaKiosk === undefined) location.replace('/');
      },
    }),
  );
  const close = (): void => {
    setCode('');
    leave.reset();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    leave.mutate({ code });
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{texts.leave.title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{texts.leave.text}</Text>
              {leave.error !== null && <Problem error={leave.error} texts={texts.errors} />}
              <Field
                label={texts.leave.code}
                validationMessage={leave.data?.left === false ? texts.leave.wrong : undefined}
              >
                <Input
                  type="password"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={12}
                  value={code}
                  onChange={(_, { value }) => setCode(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={close}>{texts.leave.cancel}</Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={code === ''}
                disabledFocusable={leave.isPending}
              >
                {texts.leave.submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
