import { useEffect, useRef } from 'react';
import {
  Body1,
  Body1Strong,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReplyCheck } from '../../../main/api/contract/index.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';
import { formatSize } from '../../ui/format.ts';
import { attachmentName } from '../../ui/visible.ts';

const text = caseStrings.reply;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  words: {
    maxHeight: '50vh',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  // The text's own style would join its lines.
  lines: { whiteSpace: 'pre-wrap' },
  subject: { overflowWrap: 'anywhere' },
});

/** The answer as it will leave, after what speaks against it. Takes the focus: it is read before it is sent. */
export function ReplyReview({ check }: { check: ReplyCheck }) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'start' });
  }, [check]);
  const facts = [
    check.from === '' ? null : `${text.from}: ${check.from}`,
    `${text.to}: ${check.to.join(', ')}`,
    check.cc.length === 0 ? null : `${text.cc}: ${check.cc.join(', ')}`,
    check.attachments.length === 0
      ? null
      : outboxStrings.attachments(
          check.attachments.map(({ name, size }) => `${attachmentName(name)} (${formatSize(size)})`),
        ),
    text.size(formatSize(check.size), formatSize(check.limit)),
  ].filter((fact) => fact !== null);
  return (
    <div ref={root} role="group" aria-label={text.review} tabIndex={-1} className={styles.root}>
      {check.findings.map(({ code, level, about, by }) => {
        const { title, why } = outboxStrings.findings[code](about, by);
        return (
          <MessageBar key={code} intent={level === 'STOP' ? 'error' : 'warning'} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{title}</MessageBarTitle>
              {why}
            </MessageBarBody>
          </MessageBar>
        );
      })}
      {check.accountName === null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.noAccount}</MessageBarBody>
        </MessageBar>
      )}
      <div>
        {facts.map((fact) => (
          <Caption1 key={fact} block className={styles.muted}>
            {fact}
          </Caption1>
        ))}
      </div>
      <Body1Strong block className={styles.subject}>
        {check.subject}
      </Body1Strong>
      <div className={styles.words} role="region" aria-label={text.body} tabIndex={0} data-scrolls>
        <Body1 block className={styles.lines}>
          {check.body}
        </Body1>
      </div>
    </div>
  );
}
