import type { CaseDetail, QuoteStyle } from '../../../main/api/contract/index.ts';
import { useDraft } from '../../app/remembered.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { declaredValue } from './declared.ts';

/** An answer as it is being written; kept while other screens are looked at. */
export type ReplyDraft = {
  /** The case's version when the writing began: the service tells what changed since. */
  readonly seenVersion: number;
  readonly inReplyToId: number;
  readonly templateId: number | null;
  readonly templateVersion: number | null;
  /** As typed: several are parted by commas. */
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly quote: QuoteStyle | null;
  readonly attachmentIds: readonly number[];
  readonly files: readonly File[];
};

const HOLE = /\{\{[^{}]*\}\}/gu;
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u;

/** The holes left in a draft, each once: what stops it from being sent. */
export function holesIn({ subject, body }: Pick<ReplyDraft, 'subject' | 'body'>): string[] {
  return [...new Set(`${subject}\n${body}`.match(HOLE) ?? [])];
}

/** What was typed between commas, semicolons or spaces. */
export function splitAddresses(typed: string): string[] {
  return typed.split(/[\s,;]+/u).filter((address) => address !== '');
}

export function areAddresses(addresses: readonly string[]): boolean {
  return addresses.every((address) => ADDRESS.test(address));
}

/** Who is offered: whoever wrote, and what is declared or on record of the person. The service checks it. */
export function knownAddresses({ messages, comparison, citizen }: CaseDetail): string[] {
  const addresses = [
    ...messages.map((message) => message.fromAddress),
    declaredValue(comparison, 'email'),
    citizen?.email ?? '',
  ];
  return [...new Set(addresses.filter((address) => address !== ''))];
}

/** The draft of a case's answer; it begins with the message being read, or the newest. */
export function useReplyDraft(
  detail: CaseDetail,
  messageId: number | null,
): [ReplyDraft, (next: ReplyDraft | null) => void] {
  const [stored, setStored] = useDraft<ReplyDraft | null>(`case.${detail.id}.reply`, null);
  const answered = detail.messages.find(({ id }) => id === messageId) ?? detail.messages.at(-1);
  const draft: ReplyDraft = stored ?? {
    seenVersion: detail.version,
    inReplyToId: answered?.id ?? 0,
    templateId: null,
    templateVersion: null,
    to: answered?.fromAddress ?? '',
    cc: '',
    subject: answered === undefined ? '' : caseStrings.reply.answerSubject(answered.subject),
    body: '',
    quote: null,
    attachmentIds: [],
    files: [],
  };
  return [draft, setStored];
}

/** As the service takes it. */
export function draftInput(draft: ReplyDraft) {
  const { to, cc, attachmentIds, files, ...rest } = draft;
  return {
    ...rest,
    to: splitAddresses(to),
    cc: splitAddresses(cc),
    attachmentIds: [...attachmentIds],
    files: [...files],
  };
}
