import { Suspense, lazy, useEffect, useRef } from 'react';
import { Body1, Button, Spinner, Subtitle2, Title1, makeStyles, tokens } from '@fluentui/react-components';
import { Print20Regular, Save20Regular } from '@fluentui/react-icons';
import { strings } from '../../strings/es.ts';
import { counterStrings } from '../../strings/es/counter.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { Issued } from './register-form.tsx';

const PdfView = lazy(() => import('../reading/PdfView.tsx'));
const text = counterStrings.issued;

/** Three times what the screen needs is sharp on paper; the screen shows it as wide as there is room. */
const PRINT_ZOOM = 3;

const useStyles = makeStyles({
  card: {
    outlineStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    marginBottom: tokens.spacingVerticalXL,
  },
  code: { margin: 0, fontVariantNumeric: 'tabular-nums', letterSpacing: '0.06em', userSelect: 'all' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  sheet: { maxWidth: '620px', '& canvas': { width: '100% !important', height: 'auto !important' } },
});

/** The code and its sheet, this once: what is in this page's memory is in no other place. */
export function IssuedSheet({ issued, onDone }: { issued: Issued; onDone: () => void }) {
  const styles = useStyles();
  const { code, sheet } = issued;
  // The form that had the focus is gone; what came in its place is read from its beginning.
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.focus();
  }, []);
  return (
    <section ref={card} tabIndex={-1} aria-label={text.title} className={styles.card}>
      <Subtitle2 as="h2">{text.title}</Subtitle2>
      <Title1 as="p" className={styles.code}>
        {code}
      </Title1>
      <Body1>{text.aloud(code)}</Body1>
      <Body1>{text.once}</Body1>
      <Body1>{text.next}</Body1>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={<Print20Regular />}
          onClick={() => {
            window.print();
          }}
        >
          {text.print}
        </Button>
        <Button
          icon={<Save20Regular />}
          onClick={() => {
            saveFile(sheet, sheet.name);
          }}
        >
          {text.save}
        </Button>
        <Button onClick={onDone}>{text.done}</Button>
      </div>
      <div className={styles.sheet} data-print role="group" aria-label={text.sheet}>
        <Suspense fallback={<Spinner label={strings.common.loading} />}>
          <PdfView file={sheet} name={text.sheet} zoom={PRINT_ZOOM} />
        </Suspense>
      </div>
    </section>
  );
}
