import type { MailboxStatus } from '../../main/api/contract/index.ts';
import { strings } from '../strings/es.ts';
import { mailboxStateStrings as texts } from '../strings/es/mailbox-state.ts';
import { formatDateTime, formatNumber, formatShort } from '../ui/format.ts';
import { timeLeft } from '../ui/time-left.ts';

/** Of the worst first. MISSING: the last comparison found messages on the server that are not stored. */
const CONDITIONS = ['MISSING', 'STOPPED', 'OFFLINE', 'READING', 'UP_TO_DATE'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** How many of a mailbox's messages are not stored, as last compared. */
export function missingOf(status: MailboxStatus): number {
  return status.ledger?.missing ?? 0;
}

/** What is worst about a mailbox. */
export function conditionOf(status: MailboxStatus): Condition {
  return missingOf(status) > 0 ? 'MISSING' : status.state;
}

/** The mailbox that most needs somebody; undefined when none is watched. */
export function worstOf(statuses: readonly MailboxStatus[]): MailboxStatus | undefined {
  return CONDITIONS.flatMap((condition) => statuses.filter((status) => conditionOf(status) === condition)).at(
    0,
  );
}

/** "INBOX" as people know it; other folders by their path. */
export function folderName(path: string): string {
  return path.toUpperCase() === 'INBOX' ? texts.inbox : path;
}

/** A moment inside a sentence: the time alone when it is today's. */
function moment(
  words: { today: (time: string) => string; otherDay: (when: string) => string },
  date: Date,
  now: Date,
): string {
  const short = formatShort(date, now);
  return short.includes(':') ? words.today(short) : words.otherDay(formatDateTime(date, now));
}

/** "310 por segundo, quedan 6 min", as far as it is known. */
function paceOf({ rate, secondsLeft }: MailboxStatus): string {
  const facts = [
    ...(rate === null ? [] : [strings.work.rate(formatNumber(Math.round(rate)))]),
    ...(secondsLeft === null ? [] : [strings.work.left(timeLeft(secondsLeft))]),
  ];
  return facts.length === 0 ? '' : texts.pace(facts.join(', '));
}

function readingWords({ done, total }: MailboxStatus): string {
  return texts.reading(formatNumber(done), total === null ? null : formatNumber(total));
}

/** Since when nothing is read: the connection fails, or something on our own side. */
function standstill({ since, errorCode }: MailboxStatus, now: Date): string {
  const words = moment(texts.since, since, now);
  return errorCode === null ? texts.offline(words) : texts.paused(words);
}

/** Why nothing is read and what can be done about it; null while there is nothing to say. */
export function reasonOf({
  problem,
  errorCode,
}: MailboxStatus): { readonly what: string; readonly todo: string } | null {
  if (errorCode !== null) {
    const own = Object.entries(texts.ownProblems).find(([code]) => code === errorCode)?.[1];
    return own ?? texts.ownProblem;
  }
  return problem === null ? null : texts.problems[problem];
}

/** The state alone, in a whole sentence; what is missing is said apart. */
export function stateSentence(status: MailboxStatus, now = new Date()): string {
  switch (status.state) {
    case 'UP_TO_DATE':
      return texts.upToDate;
    case 'READING':
      return `${readingWords(status)}${paceOf(status)}`;
    case 'OFFLINE':
      return `${standstill(status, now)}${
        status.nextTryAt === null ? '' : texts.retry(moment(texts.at, status.nextTryAt, now))
      }`;
    case 'STOPPED':
      return texts.stoppedLong;
  }
}

/** What is worst, in a whole sentence. */
export function conditionSentence(status: MailboxStatus, now = new Date()): string {
  const missing = missingOf(status);
  return missing > 0 ? texts.missingLong(missing, formatNumber(missing)) : stateSentence(status, now);
}

/** What is worst, in as few words as the title bar has room for. */
export function shortWords(status: MailboxStatus, now = new Date()): string {
  const condition = conditionOf(status);
  switch (condition) {
    case 'MISSING': {
      const missing = missingOf(status);
      return texts.missing(missing, formatNumber(missing));
    }
    case 'UP_TO_DATE':
      return texts.upToDate;
    case 'READING':
      return readingWords(status);
    case 'OFFLINE':
      return standstill(status, now);
    case 'STOPPED':
      return texts.stopped;
  }
}
