import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Body1Strong, Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { strings } from '../../strings/es.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Where the keyboard goes when a form opens: its first control. */
const FIRST_CONTROL = 'input:not([type=hidden]), textarea, select, [role=combobox]';

/**
 * A form that opens where the work is, never over the mail. Takes the focus when it opens and gives it back when
 * it closes; Escape closes it and goes no further; Ctrl+Enter saves.
 */
export function InlineForm({
  title,
  headingLevel = 'h4',
  save,
  saveDisabled = false,
  busy,
  extra,
  onSave,
  onClose,
  children,
}: {
  title: string;
  /** One below the heading it stands under. */
  headingLevel?: 'h2' | 'h3' | 'h4';
  save: string;
  saveDisabled?: boolean;
  busy: boolean;
  extra?: ReactNode;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const first = form.current?.querySelector<HTMLElement>(FIRST_CONTROL);
    first?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && event.ctrlKey && !saveDisabled && !busy) {
      event.preventDefault();
      onSave();
    }
  };

  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={title}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saveDisabled && !busy) onSave();
      }}
    >
      <Body1Strong as={headingLevel} block>
        {title}
      </Body1Strong>
      {children}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          size="small"
          disabled={saveDisabled}
          disabledFocusable={busy}
          icon={busy ? <Spinner size="extra-tiny" /> : undefined}
        >
          {save}
        </Button>
        {extra}
        <Button size="small" onClick={onClose}>
          {strings.common.cancel}
        </Button>
      </div>
    </form>
  );
}
