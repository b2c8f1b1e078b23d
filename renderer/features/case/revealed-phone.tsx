import { useState } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Eye16Regular, EyeOff16Regular } from '@fluentui/react-icons';
import type { Inputs } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { phoneStrings } from '../../strings/es/phones.ts';
import { formatPhone } from '../../ui/format.ts';

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  number: { fontVariantNumeric: 'tabular-nums' },
});

/** A masked number with the way to the whole one: asked for each time, because each look is written down. */
export function RevealedPhone({
  masked,
  phoneRef,
  caseId,
}: {
  masked: string;
  phoneRef: Inputs['phones']['reveal']['ref'];
  caseId: number | null;
}) {
  const styles = useStyles();
  const report = useErrorReporter();
  const [whole, setWhole] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    try {
      setWhole((await client.phones.reveal({ ref: phoneRef, caseId })).phone);
    } catch (error) {
      report(error);
    }
  };
  return (
    <span className={styles.line}>
      <span className={styles.number}>{whole === null ? masked : formatPhone(whole)}</span>
      <Button
        size="small"
        appearance="subtle"
        icon={whole === null ? <Eye16Regular /> : <EyeOff16Regular />}
        aria-label={`${whole === null ? phoneStrings.show : phoneStrings.hide}: ${masked}`}
        title={whole === null ? phoneStrings.show : phoneStrings.hide}
        onClick={() => (whole === null ? void show() : setWhole(null))}
      />
    </span>
  );
}
