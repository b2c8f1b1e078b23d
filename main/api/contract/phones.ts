import { z } from 'zod';
import { CaseDetail } from '../../cases/model.ts';
import { ContactSet, PhoneChange, PhoneChannel } from '../../citizens/phone-change-model.ts';
import { id, procedure, version } from './base.ts';

const onVersion = z.object({ caseId: id, version });
const onChange = onVersion.extend({ changeId: id });

/** The phone register: what is asked for in a case, who confirms it, and who looks at a whole number. */
export const phones = {
  /** Takes effect at once, or waits for somebody else. Throws STALE, NOT_ALLOWED_YET with what is missing. */
  request: procedure
    .input(
      onVersion.extend({
        contactSet: ContactSet,
        wish: z.discriminatedUnion('act', [
          z.object({ act: z.literal('SET'), phone: z.string().max(40) }),
          z.object({ act: z.literal('REMOVE') }),
          z.object({ act: z.literal('DISOWN') }),
        ]),
        channel: PhoneChannel,
        cause: z.string().trim().min(3).max(500),
        attachmentIds: z.array(id).max(20),
      }),
    )
    .output(CaseDetail),
  /** FORBIDDEN for one's own, and for a clerk when the number is on another record too. */
  confirm: procedure.input(onChange.extend({ withdrawOthers: z.boolean() })).output(CaseDetail),
  /** `note` says why; whoever asked for the change takes it back without one. */
  refuse: procedure.input(onChange.extend({ note: z.string().max(500) })).output(CaseDetail),
  /** For whoever put it through, a quarter of an hour long, unless it was handed over. */
  undo: procedure.input(onChange).output(CaseDetail),
  /** What waits for somebody to confirm it, newest first. */
  waiting: procedure.output(z.array(PhoneChange)),
  /** The whole number, E.164: an audit entry each time. */
  reveal: procedure
    .input(
      z.object({
        ref: z.object({ of: z.enum(['RECORD', 'CHANGE']), id }),
        caseId: id.nullable(),
      }),
    )
    .output(z.object({ phone: z.string() })),
};
