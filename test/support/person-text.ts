import type { PersonText } from '../../main/triage/extract-person.ts';
import { readBody } from '../../main/triage/quoted.ts';
import { REQUEST_KINDS } from '../../main/triage/request-kinds.ts';
import { triage } from '../../main/triage/triage.ts';
import type { Labelled } from './labelled.ts';

/** What the person is read from, as `triage` gives it to `extractPerson`; null for what asks for nothing. */
export function personText({ message }: Labelled): PersonText | null {
  const { kind, language, person } = triage(message);
  if (!REQUEST_KINDS.has(kind)) return null;
  const { subject, from, text } = message;
  return {
    subject,
    body: readBody(text),
    fromName: from.name,
    fromAddress: from.address,
    kind,
    language,
    act: person.action?.value ?? null,
  };
}
