import { Body1Strong, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Circle16Regular, DismissCircle16Filled } from '@fluentui/react-icons';
import type { ConnectionTest, StepResult } from '../../../main/api/contract/index.ts';
import { mailAccountStrings } from '../../strings/es/mail-accounts.ts';
import { mailboxStateStrings } from '../../strings/es/mailbox-state.ts';

const texts = mailAccountStrings.test;

type Steps = readonly StepResult[];

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} 0`,
    alignItems: 'start',
  },
  icon: { display: 'inline-flex', height: tokens.lineHeightBase300, alignItems: 'center' },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  muted: { color: tokens.colorNeutralForeground3 },
  text: { display: 'block' },
  words: { display: 'block', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** The step that failed, if one did. */
function failed(steps: Steps): StepResult | undefined {
  return steps.find(({ outcome }) => outcome === 'FAILED');
}

function headline(part: string, steps: Steps): string {
  const fault = failed(steps);
  return fault === undefined ? texts.works(part) : texts.fails(part, texts.steps[fault.step]);
}

/** The answer in one line, for the live region. */
export function testSentence({ imap, smtp }: ConnectionTest): string {
  return [headline(texts.imap, imap), ...(smtp === null ? [] : [headline(texts.smtp, smtp)])].join('. ');
}

/** Each step of a connection in and out: done, failed with its reason, or not reached. */
export function TestResult({ test, outdated }: { test: ConnectionTest; outdated: boolean }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.parts}>
        <Part title={texts.imap} steps={test.imap} />
        {test.smtp !== null && <Part title={texts.smtp} steps={test.smtp} />}
      </div>
      {outdated && <Caption1 className={styles.muted}>{texts.changed}</Caption1>}
    </>
  );
}

function Part({ title, steps }: { title: string; steps: Steps }) {
  const styles = useStyles();
  const bad = failed(steps) !== undefined;
  return (
    <div>
      <Body1Strong className={bad ? styles.bad : undefined}>{headline(title, steps)}</Body1Strong>
      <ul className={styles.list} aria-label={title}>
        {steps.map((step) => (
          <Step key={step.step} result={step} />
        ))}
      </ul>
    </div>
  );
}

const ICONS = {
  OK: CheckmarkCircle16Filled,
  FAILED: DismissCircle16Filled,
  NOT_REACHED: Circle16Regular,
} as const;

function Step({ result: { step, outcome, problem, serverWords } }: { result: StepResult }) {
  const styles = useStyles();
  const Icon = ICONS[outcome];
  const colour = { OK: styles.ok, FAILED: styles.bad, NOT_REACHED: styles.muted }[outcome];
  const words = problem === null ? null : mailboxStateStrings.problems[problem];
  return (
    <li className={styles.step}>
      <span className={mergeClasses(styles.icon, colour)} aria-hidden>
        <Icon />
      </span>
      <div>
        <span className={outcome === 'NOT_REACHED' ? styles.muted : undefined}>
          {texts.steps[step]}: {texts.outcomes[outcome]}
        </span>
        {words !== null && (
          <>
            <span className={styles.text}>{words.what}</span>
            <span className={styles.text}>
              {texts.todo} {words.todo}
            </span>
          </>
        )}
        {serverWords !== null && (
          <Caption1 className={styles.words}>{mailboxStateStrings.serverWords(serverWords)}</Caption1>
        )}
      </div>
    </li>
  );
}
