import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import type { MessageDetail } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { formatDate, formatDateTime } from '../../ui/format.ts';

const texts = strings.reading.protection;

type Protection = NonNullable<MessageDetail['protection']>;
type Signed = Extract<Protection, { kind: 'SMIME_SIGNED' }>;

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(270px, 100%), 1fr))',
    gap: `0 ${tokens.spacingHorizontalL}`,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    overflowWrap: 'anywhere',
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { display: 'inline', margin: 0 },
});

/** How the message is signed or encrypted, and what that is worth. */
export function ProtectionBar({ protection }: { protection: Protection }) {
  switch (protection.kind) {
    case 'SMIME_SIGNED':
      return <SignatureBar signature={protection} />;
    case 'SMIME_ENCRYPTED':
      return <Notice {...texts.smimeEncrypted} />;
    case 'PGP_ENCRYPTED':
      return <Notice {...texts.pgpEncrypted} />;
    case 'PGP_SIGNED':
      return <Notice {...texts.pgpSigned} />;
  }
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
    </MessageBar>
  );
}

const INTENT = {
  VALID: 'success',
  UNKNOWN_ISSUER: 'info',
  EXPIRED: 'warning',
  UNCHECKABLE: 'warning',
  INVALID: 'error',
} as const satisfies Record<Signed['state'], string>;

function SignatureBar({ signature }: { signature: Signed }) {
  const styles = useStyles();
  const { state, whole, signer, signedAt } = signature;
  const doubtful = !whole || signer?.sameAddress === false;
  const intent = state === 'VALID' && doubtful ? 'warning' : INTENT[state];
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.smimeState[state]}</MessageBarTitle>
        {texts.smimeMeaning[state]}
        {state !== 'UNCHECKABLE' && !whole && ` ${texts.notWhole}`}
        {signer?.sameAddress === false && ` ${texts.otherAddress}`}
        {signer !== null && (
          <dl className={styles.facts}>
            {facts(signer, signedAt).map(([name, value]) => (
              <div key={name}>
                <dt className={mergeClasses(styles.fact, styles.name)}>{name}: </dt>
                <dd className={styles.fact}>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function facts(signer: NonNullable<Signed['signer']>, signedAt: Date | null): [string, string][] {
  const all: [string, string | null][] = [
    [texts.holder, signer.name],
    [texts.nif, signer.nif],
    [texts.organisation, signer.organisation === signer.name ? null : signer.organisation],
    [texts.issuer, signer.issuer],
    [texts.validity, texts.validityDays(formatDate(signer.validFrom), formatDate(signer.validTo))],
    [texts.signedAt, signedAt === null ? null : formatDateTime(signedAt)],
  ];
  return all.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]]));
}
