import { useRef, useState } from 'react';
import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Work } from '../../main/api/contract/index.ts';
import { strings } from '../strings/es.ts';
import { formatNumber, formatSize } from '../ui/format.ts';
import { timeLeft } from '../ui/time-left.ts';
import { announce } from './announce.tsx';
import { client } from './client.ts';
import { useErrorReporter } from './errors.tsx';
import { useServiceEvent } from './events.ts';
import { useWorks } from './work.ts';

const useStyles = makeStyles({
  strip: {
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '32px',
  },
  label: {
    flexShrink: 0,
    maxWidth: '40%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  state: { flexShrink: 0 },
  bar: { width: '180px', flexShrink: 0 },
  facts: { color: tokens.colorNeutralForeground2, flexGrow: 1, minWidth: 0 },
});

function facts(work: Work): string {
  if (work.error !== null) {
    const { what, kept, todo } = work.error.data;
    return `${what} ${kept} ${todo} ${strings.errors.code(work.error.code)}`;
  }
  const sentences: string[] = [];
  // A copy is counted in bytes, all else in things.
  const amount = work.kind === 'BACKUP' ? formatSize : formatNumber;
  // What had nothing to count, such as the check of a file, has not done "0" when it ends.
  if (work.state === 'RUNNING' || work.done > 0) {
    const total = work.total === null ? null : amount(work.total);
    sentences.push(strings.work.progress(amount(work.done), total));
  }
  if (work.state === 'RUNNING' && work.rate !== null) {
    sentences.push(strings.work.rate(amount(Math.round(work.rate))));
  }
  if (work.state === 'RUNNING' && work.secondsLeft !== null) {
    sentences.push(strings.work.left(timeLeft(work.secondsLeft)));
  }
  return sentences.join(' · ');
}

function title(work: Work): string {
  const kind = strings.labels.workKind[work.kind];
  return work.label === '' ? kind : `${kind}: ${work.label}`;
}

/** Long work at the bottom: progress, rate, time left, cancel. What ended here stays until hidden. */
export function WorkStrip() {
  const styles = useStyles();
  const works = useWorks();
  const report = useErrorReporter();
  const startedHere = useRef(new Set<string>());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  useServiceEvent('WORK', ({ work }) => {
    if (work.state === 'RUNNING') {
      startedHere.current.add(work.id);
      return;
    }
    const say = {
      DONE: strings.work.finished,
      CANCELLED: strings.work.cancelled,
      FAILED: strings.work.failed,
    };
    if (startedHere.current.has(work.id)) announce(say[work.state](title(work)));
    if (work.state === 'DONE') window.setTimeout(() => hide(work.id), 8000);
  });
  const hide = (id: string): void => {
    setHidden((before) => new Set([...before, id]));
  };

  const shown = works.filter(
    (work) => !hidden.has(work.id) && (work.state === 'RUNNING' || startedHere.current.has(work.id)),
  );
  if (shown.length === 0) return null;
  return (
    <section aria-label={strings.work.label} className={styles.strip}>
      {shown.map((work) => (
        <div key={work.id} className={styles.row}>
          <Text className={styles.label} title={title(work)}>
            {title(work)}
          </Text>
          {work.state === 'RUNNING' ? (
            <ProgressBar
              className={styles.bar}
              aria-label={title(work)}
              value={work.total === null || work.total === 0 ? undefined : work.done / work.total}
            />
          ) : (
            <Text weight="semibold" className={styles.state}>
              {strings.labels.workState[work.state]}
            </Text>
          )}
          <Text className={styles.facts}>{facts(work)}</Text>
          {work.state === 'RUNNING' ? (
            <Button size="small" onClick={() => void client.work.cancel({ workId: work.id }).catch(report)}>
              {strings.work.cancel}
            </Button>
          ) : (
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={strings.work.dismiss}
              onClick={() => hide(work.id)}
            />
          )}
        </div>
      ))}
    </section>
  );
}
