import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULT_LIMITS, type ParsedMessage } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { projectRoot } from '../../main/paths.ts';
import { declaredCategory } from '../../main/triage/declared-category.ts';
import { decideKind } from '../../main/triage/kind.ts';
import { Action, Category, type TriageText } from '../../main/triage/model.ts';
import { readBody } from '../../main/triage/quoted.ts';

export type Labelled = {
  readonly id: string;
  readonly text: TriageText;
  readonly category: Category;
  readonly action: Action | null;
  readonly onBehalfOf: boolean;
  /** Whom it is for, as far as it was labelled. */
  readonly person: LabelledPerson | null;
  readonly message: ParsedMessage;
  /** As a mailbox has it, not picked for being hard. */
  readonly ordinary: boolean;
};

const LabelledPerson = z.object({ id: z.string().nullable(), phone: z.string().nullable() });
type LabelledPerson = z.infer<typeof LabelledPerson>;

const fixtures = join(projectRoot, 'test', 'fixtures');
const Label = z.object({
  file: z.string(),
  category: Category,
  action: Action.nullable(),
  onBehalfOf: z.boolean(),
  person: LabelledPerson.nullable(),
});
const TrainingMessage = z.object({
  id: z.string(),
  subject: z.string(),
  from: z.string(),
  attachments: z.array(z.string()),
  text: z.string(),
  labels: Label,
});

/** Parts 10 to 21 are mailboxes that were written as such. */
const WHOLE_MAILBOXES = /^p(?:1\d|2[01])-/u;

/** The labelled fixture mailbox, as triage sees it. */
export async function mailboxMessages(): Promise<Labelled[]> {
  const folder = join(fixtures, 'mailboxes', 'provincial');
  const labels = lines(join(folder, 'labels.jsonl')).map((line) => Label.parse(line));
  return Promise.all(
    labels.map(async ({ file, ...labels }) => {
      const message = await parseMessage(readFileSync(join(folder, file)), DEFAULT_LIMITS);
      return { id: file, ...labels, ordinary: true, message, text: triageText(message) };
    }),
  );
}

/** The training messages written by hand (test/fixtures/training). */
export function trainingMessages(): Labelled[] {
  const folder = join(fixtures, 'training');
  const parts = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return parts
    .flatMap((name) => lines(join(folder, name)))
    .map((line) => TrainingMessage.parse(line))
    .map(({ labels: { file: id, ...labels }, ...written }) => {
      const message = parsed(written);
      return { id, ...labels, ordinary: WHOLE_MAILBOXES.test(id), message, text: triageText(message) };
    });
}

/**
 * Those that also teach whom a message is for: all but parts 17, 18 and 21, whose writers read a firm's manager and the
 * employer of a carer in other ways than the fixture mailbox does.
 */
export function personMessages(): Labelled[] {
  return trainingMessages().filter(({ id }) => !/^p(?:1[78]|21)-/u.test(id));
}

function lines(file: string): unknown[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function parsed(message: Omit<z.infer<typeof TrainingMessage>, 'labels'>): ParsedMessage {
  const [, name = '', address = message.from] = /^(.*?)\s*<([^>]*)>$/.exec(message.from) ?? [];
  return {
    parseStatus: 'PARSED',
    marks: [],
    messageIdHeader: null,
    references: [],
    subject: message.subject,
    from: { name, address },
    replyToAddress: null,
    recipients: [],
    sentAt: null,
    receivedAt: null,
    text: message.text,
    preview: '',
    headers: [],
    attachments: message.attachments.map((attachment, ordinal) => ({
      ordinal,
      name: attachment,
      safeName: attachment,
      declaredType: 'application/octet-stream',
      detectedType: null,
      size: 1,
      sha256: '',
      contentId: null,
      inline: false,
      dangers: [],
    })),
  };
}

function triageText(message: ParsedMessage): TriageText {
  const body = readBody(message.text);
  const { kind } = decideKind(message, body);
  return {
    subject: message.subject,
    flat: body.flat,
    ownEnd: body.ownEnd,
    earlierStart: body.earlierStart,
    fromAddress: message.from.address,
    attachmentNames: message.attachments.map(({ name }) => name),
    declaredCategory: declaredCategory(message.subject)?.category ?? null,
    kind,
  };
}
