import { useEffect, useRef, type KeyboardEvent } from 'react';
import {
  Body1,
  Button,
  Subtitle2,
  Tooltip,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons';
import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { activityStrings } from '../../strings/es/activity.ts';
import { auditSentence } from '../../strings/es/audit.ts';
import { DateText } from '../../ui/DateText.tsx';
import { factsOf } from './facts.ts';
import { ObjectLink } from './object-link.tsx';

const texts = activityStrings.detail;

const useStyles = makeStyles({
  panel: {
    width: '340px',
    maxWidth: '100%',
    flexShrink: 0,
    '@media (max-width: 1023px)': {
      position: 'absolute',
      top: 0,
      bottom: 0,
      right: 0,
      zIndex: 3,
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: tokens.shadow16,
    },
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  hash: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** One entry of the log, whole. */
export function EntryDetail({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const styles = useStyles();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [entry.id]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={texts.label}
      tabIndex={0}
      data-scrolls
      onKeyDown={onKeyDown}
    >
      <div className={styles.head}>
        <Subtitle2 as="h2">{texts.title(entry.id)}</Subtitle2>
        <Tooltip content={texts.close} relationship="label">
          <Button size="small" appearance="subtle" icon={<Dismiss20Regular />} onClick={onClose} />
        </Tooltip>
      </div>
      <Body1>{auditSentence(entry)}.</Body1>
      <dl className={styles.facts}>
        <dt className={styles.name}>{texts.at}</dt>
        <dd className={styles.value}>
          <DateText date={entry.at} />
        </dd>
        <dt className={styles.name}>{texts.actor}</dt>
        <dd className={styles.value}>{entry.actorName}</dd>
        <dt className={styles.name}>{texts.object}</dt>
        <dd className={styles.value}>
          <ObjectLink type={entry.objectType} id={entry.objectId} />
        </dd>
        {factsOf(entry).map((fact) => (
          <FactRow key={fact.name} name={fact.name} value={fact.value} />
        ))}
        <dt className={styles.name}>{texts.host}</dt>
        <dd className={styles.value}>{entry.host}</dd>
        <dt className={styles.name}>{texts.hash}</dt>
        <dd className={mergeClasses(styles.value, styles.hash)}>{entry.hash}</dd>
      </dl>
    </aside>
  );
}

function FactRow({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
