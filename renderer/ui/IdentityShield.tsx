import { makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark16Regular, ShieldTask16Filled, Shield16Regular } from '@fluentui/react-icons';
import type { IdentityLevel } from '../../main/api/contract/index.ts';
import { strings } from '../strings/es.ts';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** What is known of the writer: nothing, data, document, SMS, certificate. */
export function IdentityShield({ level, withText = true }: { level: IdentityLevel; withText?: boolean }) {
  const styles = useStyles();
  const label = strings.labels.identity[level];
  const Icon =
    level === 'NONE' ? Shield16Regular : level === 'DATA' ? ShieldCheckmark16Regular : ShieldTask16Filled;
  const word = strings.labels.identityShort[level];
  return (
    <span className={styles.root} title={label} role="img" aria-label={label}>
      <Icon aria-hidden />
      {withText && word !== '' && <span aria-hidden>{word}</span>}
    </span>
  );
}
