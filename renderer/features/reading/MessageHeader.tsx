import { Fragment, type ReactNode } from 'react';
import {
  Avatar,
  Caption1,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle1,
  Subtitle2,
  Text,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { Mark, MessageDetail } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { usePointedField } from '../../app/pointed.ts';
import { DateText } from '../../ui/DateText.tsx';
import { IdentityShield } from '../../ui/IdentityShield.tsx';

const texts = strings.reading;

const useStyles = makeStyles({
  pointed: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  subject: { overflowWrap: 'anywhere', marginBottom: tokens.spacingVerticalS },
  who: { display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
  lines: { minWidth: 0, flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '2px' },
  first: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `1px ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  button: { cursor: 'pointer' },
  quiet: {
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
  },
  warning: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  danger: {
    color: tokens.colorPaletteRedForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  fact: { margin: 0 },
  surface: { maxWidth: '340px' },
});

type Tone = 'plain' | 'warning' | 'danger';

/** How loud a mark is: only what may deceive is a warning, only what may harm is red. */
const TONE: Readonly<Record<Mark, Tone>> = {
  CHARSET_CORRECTED: 'plain',
  RAW_8BIT_HEADERS: 'plain',
  REPLY_TO_DIFFERS: 'warning',
  DATE_UNREADABLE: 'plain',
  EMPTY_BODY: 'plain',
  DANGEROUS_ATTACHMENT: 'danger',
  AUTHENTICATION_FAILED: 'warning',
  TOO_DEEP: 'warning',
  SAME_MESSAGE_ID: 'plain',
  SAME_TEXT: 'plain',
  ENCRYPTED: 'plain',
  SIGNED: 'plain',
  HIDDEN_CHARACTERS: 'warning',
};

function Chip({ tone, text, meaning }: { tone: Tone; text: string; meaning: string }) {
  const styles = useStyles();
  return (
    <Tooltip content={meaning} relationship="description">
      <span
        tabIndex={0}
        className={mergeClasses(
          styles.chip,
          tone === 'warning' && styles.warning,
          tone === 'danger' && styles.danger,
        )}
      >
        {tone === 'plain' ? <Info16Regular aria-hidden /> : <Warning16Filled aria-hidden />}
        {text}
      </span>
    </Tooltip>
  );
}

function Authentication({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const { authentication } = detail;
  if (authentication === null) return null;
  const failed = detail.marks.includes('AUTHENTICATION_FAILED');
  const facts = [
    [texts.authentication.server, authentication.server],
    ['SPF', authentication.spf],
    ['DKIM', authentication.dkim],
    ['DMARC', authentication.dmarc],
  ] as const;
  return (
    <Popover trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <button
          type="button"
          className={mergeClasses(styles.chip, styles.button, failed ? styles.warning : styles.quiet)}
        >
          {failed ? <Warning16Filled aria-hidden /> : <Info16Regular aria-hidden />}
          {failed ? texts.authentication.failed : texts.authentication.label}
        </button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={texts.authentication.title}>
        <Subtitle2 as="h3">{texts.authentication.title}</Subtitle2>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <Fragment key={name}>
              <dt className={styles.muted}>{name}</dt>
              <dd className={styles.fact}>{value ?? texts.authentication.absent}</dd>
            </Fragment>
          ))}
        </dl>
        <Caption1 className={styles.muted}>{texts.authentication.note}</Caption1>
      </PopoverSurface>
    </Popover>
  );
}

function addresses(list: MessageDetail['recipients'], kind: 'TO' | 'CC' | 'BCC'): ReactNode {
  return list
    .filter((recipient) => recipient.kind === kind)
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join('; ');
}

/** The subject, with the stretch marked that is being pointed at elsewhere on the screen. */
function Subject({ detail: { id, subject, declaredPerson } }: { detail: MessageDetail }) {
  const styles = useStyles();
  const field = usePointedField(id);
  const found = field === null ? undefined : declaredPerson.values[field];
  if (found?.where !== 'SUBJECT' || found.start === null || found.end === null) return subject;
  return (
    <>
      {subject.slice(0, found.start)}
      <mark className={styles.pointed}>{subject.slice(found.start, found.end)}</mark>
      {subject.slice(found.end)}
    </>
  );
}

/** Subject, who wrote, to whom, when, and the warnings the message has earned. */
export function MessageHeader({ detail }: { detail: MessageDetail }) {
  const styles = useStyles();
  const { from } = detail;
  const marks = detail.marks.filter(
    (mark) => mark !== 'AUTHENTICATION_FAILED' || detail.authentication === null,
  );
  const recipientLines = [
    [texts.to, addresses(detail.recipients, 'TO')],
    [texts.cc, addresses(detail.recipients, 'CC')],
    [texts.bcc, addresses(detail.recipients, 'BCC')],
  ] as const;
  return (
    <header>
      <Subtitle1 as="h2" block className={styles.subject}>
        {detail.subject === '' ? texts.noSubject : <Subject detail={detail} />}
      </Subtitle1>
      <div className={styles.who}>
        <Avatar aria-hidden name={from.name || from.address} size={36} color="neutral" />
        <div className={styles.lines}>
          <div className={styles.first}>
            <span>
              <Text weight="semibold">{from.name || from.address}</Text>{' '}
              {from.name !== '' && <span className={styles.muted}>&lt;{from.address}&gt;</span>}
            </span>
            <Caption1 className={styles.muted}>
              <DateText date={detail.receivedAt} />
            </Caption1>
          </div>
          {recipientLines.map(
            ([name, value]) =>
              value !== '' && (
                <Caption1 key={name} className={styles.muted}>
                  {name}: {value}
                </Caption1>
              ),
          )}
          <div className={styles.chips}>
            <span className={styles.chip}>
              <IdentityShield level={detail.identityLevel} withText={false} />
              {strings.labels.identity[detail.identityLevel]}
            </span>
            {detail.kind !== 'REQUEST' && (
              <Chip
                tone={detail.kind === 'PHISHING' ? 'warning' : 'plain'}
                text={strings.labels.kind[detail.kind]}
                meaning={
                  detail.kindReason === null
                    ? texts.kindMeaning
                    : texts.kindBecause(
                        strings.labels.reasonWhere[detail.kindReason.where],
                        detail.kindReason.quote,
                      )
                }
              />
            )}
            {detail.firstTimeSender && (
              <Chip tone="plain" text={texts.firstTime} meaning={texts.firstTimeMeaning} />
            )}
            {marks.map((mark) => (
              <Chip
                key={mark}
                tone={TONE[mark]}
                text={strings.labels.mark[mark]}
                meaning={
                  mark === 'REPLY_TO_DIFFERS' && detail.replyToAddress !== null
                    ? texts.replyTo(detail.replyToAddress)
                    : strings.labels.markMeaning[mark]
                }
              />
            ))}
            <Authentication detail={detail} />
          </div>
        </div>
      </div>
    </header>
  );
}
