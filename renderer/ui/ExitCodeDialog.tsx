import type { FormEvent, ReactNode } from 'react';
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
  type FieldProps,
} from '@fluentui/react-components';

/** As many digits as an exit code has at the most. */
const MOST_DIGITS = 12;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

/** Asks for the kiosk's exit code: at the desk to choose it, at the kiosk to leave with it. */
export function ExitCodeDialog({
  open,
  onClose,
  title,
  text,
  problem,
  field,
  secret = false,
  code,
  onCode,
  cancel,
  submit,
  complete,
  pending,
  onSubmit,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** What went wrong. */
  problem: ReactNode;
  field: Pick<FieldProps, 'label' | 'hint' | 'validationMessage'>;
  secret?: boolean;
  code: string;
  onCode: (code: string) => void;
  cancel: string;
  submit: string;
  /** The code may be sent as it is typed. */
  complete: boolean;
  pending: boolean;
  onSubmit: () => void;
}) {
  const styles = useStyles();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (complete) onSubmit();
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface>
        <form onSubmit={send}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{text}</Text>
              {problem}
              <Field {...field}>
                <Input
                  type={secret ? 'password' : 'text'}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={MOST_DIGITS}
                  value={code}
                  onChange={(_, { value }) => onCode(value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{cancel}</Button>
              <Button type="submit" appearance="primary" disabled={!complete} disabledFocusable={pending}>
                {submit}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
