import type { AcceptableField, DeclaredField, LadderAction } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useRemembered } from '../../app/remembered.ts';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { useCase } from './case-context.tsx';
import { reaches, useLadder } from './ladder.tsx';

/** What the record takes over with a click, and what that needs to know of the writer. */
const ACTIONS: Readonly<Record<AcceptableField, LadderAction>> = {
  id: 'changePerson',
  givenName: 'changePerson',
  surnames: 'changePerson',
  birthDate: 'changePerson',
  naf: 'changePerson',
  email: 'changeContact',
  address: 'changeContact',
};

/** Phones have their own act with evidence, and a CCC belongs to a company. */
export function isAcceptable(field: DeclaredField): field is AcceptableField {
  return Object.hasOwn(ACTIONS, field);
}

/** A value on its way to the citizen's record. */
export type Taken = {
  readonly field: AcceptableField;
  readonly value: string;
  readonly attachmentId: number | null;
};

/**
 * Takes one value into the citizen's record, with "Deshacer". `missing` says what has to be known of the writer first;
 * null when nothing is missing.
 */
export function useTakeOver(): {
  readonly missing: (field: AcceptableField) => string | null;
  readonly take: (taken: Taken) => Promise<void>;
} {
  const { detail, change } = useCase();
  const ladder = useLadder();
  const notify = useNotice();
  const { citizen } = detail;
  return {
    missing: (field) => {
      const least = ladder?.[ACTIONS[field]] ?? 'CERTIFICATE';
      return reaches(detail.identityLevel, least)
        ? null
        : caseStrings.refused.needs(strings.labels.identity[least]);
    },
    take: async (taken) => {
      if (citizen === null) return;
      let undoId: string | null = null;
      const after = await change(async (on) => {
        const accepted = await client.cases.acceptDeclared({
          ...on,
          citizenVersion: citizen.version,
          ...taken,
        });
        undoId = accepted.undoId;
        return accepted.detail;
      });
      if (after !== null && undoId !== null) {
        notify(caseStrings.comparison.taken(strings.labels.personField[taken.field]), { undoId });
      }
    },
  };
}

/** The phone that the clerk took from a form, until the change of the register asks for it. */
export function usePhoneOfForm(caseId: number): [string, (phone: string) => void] {
  return useRemembered(`case.${caseId}.phoneOfForm`, '');
}
