import { createContext, useContext } from 'react';
import type { CaseDetail } from '../../../main/api/contract/index.ts';
import { api, queryClient } from '../../app/client.ts';

/** The forms that open in place; one at a time, so that the panel never becomes a heap of half-filled boxes. */
export type FormId =
  | 'citizen'
  | 'newCitizen'
  | 'document'
  | 'data'
  | 'sms'
  | 'diagnosis'
  | 'phone'
  | 'reply'
  | 'forward'
  | 'online'
  | 'note'
  | 'due'
  | 'documents';

/** What a change is made on: the case and the version the person has before him. */
export type On = { readonly caseId: number; readonly version: number };
export type Change = (on: On) => Promise<CaseDetail>;

export type CaseWork = {
  readonly detail: CaseDetail;
  /** The message being read beside the panel, when it belongs to the case. */
  readonly messageId: number | null;
  readonly busy: boolean;
  readonly form: FormId | null;
  readonly openForm: (form: FormId | null) => void;
  /**
   * Makes a change on the version shown and shows the answer; null when it was refused (the person has been told).
   * `inverse` is what "Deshacer" does afterwards.
   */
  readonly change: (
    call: Change,
    notice?: string | ((after: CaseDetail) => string),
    inverse?: Change,
  ) => Promise<CaseDetail | null>;
};

const CaseContext = createContext<CaseWork | null>(null);
export const CaseProvider = CaseContext.Provider;

export function useCase(): CaseWork {
  const work = useContext(CaseContext);
  if (work === null) throw new Error('useCase outside a case panel');
  return work;
}

/** Every change answers with the case as it is afterwards: shown at once, and what it touches asked for again. */
export function putCase(detail: CaseDetail): void {
  const input = { caseId: detail.id };
  queryClient.setQueryData(api.cases.get.queryKey({ input }), detail);
  void queryClient.invalidateQueries({ queryKey: api.cases.history.key({ input }) });
  void queryClient.invalidateQueries({ queryKey: api.cases.citizenCandidates.key({ input }) });
}

/** The newest version this window knows of: an undo some seconds later must not trip over our own changes. */
export function knownCase(caseId: number): CaseDetail | undefined {
  return queryClient.getQueryData(api.cases.get.queryKey({ input: { caseId } }));
}
