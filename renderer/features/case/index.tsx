import { useCallback, useMemo, useState } from 'react';
import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ErrorBar, toErrorView, useErrorReporter } from '../../app/errors.tsx';
import { announce } from '../../app/announce.tsx';
import { api, queryClient } from '../../app/client.ts';
import { useNotice } from '../../app/undo.tsx';
import type { CaseDetail } from '../../../main/api/contract/index.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { attachmentName } from '../../ui/visible.ts';
import { ActionsSection } from './actions-section.tsx';
import { AttachmentsSection } from './attachments-section.tsx';
import { CaseFooter } from './case-footer.tsx';
import { CaseHeader } from './case-header.tsx';
import {
  CaseProvider,
  knownCase,
  putCase,
  type CaseWork,
  type Change,
  type FormId,
} from './case-context.tsx';
import { CitizenSection } from './citizen-section.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { HandoverSection } from './handover-section.tsx';
import { HistorySection } from './history-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { NoCase } from './no-case.tsx';
import { CaseSuggestions } from './suggestions.tsx';
import { RefusalBar, refusalOf, type Refusal } from './refusal-bar.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    // At 200 % zoom a fixed header and footer would leave no room for the work: everything scrolls.
    '@media (max-height: 520px)': { overflowY: 'auto' },
  },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    '@media (max-height: 520px)': { flexShrink: 0, overflowY: 'visible' },
  },
  loading: { padding: tokens.spacingVerticalXXL },
});

/** The work of one case, top to bottom in the order it is done. Without a case: how to make or join one. */
export default function CasePanel({
  messageId,
  caseId,
}: {
  messageId: number | null;
  caseId: number | null;
}) {
  if (caseId !== null) return <CaseLoader key={caseId} caseId={caseId} messageId={messageId} />;
  if (messageId !== null) return <NoCase key={messageId} messageId={messageId} />;
  return null;
}

function CaseLoader({ caseId, messageId }: { caseId: number; messageId: number | null }) {
  const styles = useStyles();
  const query = useQuery({ ...api.cases.get.queryOptions({ input: { caseId } }), select: withShownNames });
  if (query.data !== undefined) return <CaseBody detail={query.data} messageId={messageId} />;
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  return <Spinner size="small" className={styles.loading} label={caseStrings.panel.loading} />;
}

/** A file's name as it is shown, once for every list of the panel. */
function withShownNames(detail: CaseDetail): CaseDetail {
  const attachments = detail.attachments.map((one) => ({ ...one, name: attachmentName(one.name) }));
  return { ...detail, attachments };
}

/** The changes of this panel: one at a time, on the version shown, and what happens when it was not the newest. */
function useChange(detail: CaseDetail) {
  const report = useErrorReporter();
  const notify = useNotice();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { mutateAsync, isPending } = useMutation({
    mutationFn: ({ call, on }: { call: Change; on: { caseId: number; version: number } }) => call(on),
    onSuccess: putCase,
  });
  const change = useCallback<CaseWork['change']>(
    async (call, notice, inverse) => {
      try {
        const after = await mutateAsync({ call, on: { caseId: detail.id, version: detail.version } });
        setRefusal(null);
        if (notice !== undefined) {
          const text = typeof notice === 'string' ? notice : notice(after);
          notify(
            text,
            inverse === undefined
              ? undefined
              : {
                  undo: async () => {
                    const version = knownCase(detail.id)?.version ?? after.version;
                    putCase(await inverse({ caseId: detail.id, version }));
                  },
                },
          );
        }
        return after;
      } catch (error) {
        const view = toErrorView(error);
        const refused = refusalOf(view);
        if (refused === null) report(error);
        else {
          setRefusal(refused);
          announce(`${refused.title} ${refused.text}`);
        }
        if (view.code === 'STALE') {
          await queryClient.invalidateQueries({
            queryKey: api.cases.get.key({ input: { caseId: detail.id } }),
          });
        }
        return null;
      }
    },
    [detail.id, detail.version, mutateAsync, notify, report],
  );
  return { change, busy: isPending, refusal, dismiss: () => setRefusal(null) };
}

function CaseBody({ detail, messageId }: { detail: CaseDetail; messageId: number | null }) {
  const styles = useStyles();
  const { change, busy, refusal, dismiss } = useChange(detail);
  const [form, setForm] = useState<FormId | null>(null);
  const ownMessageId = detail.messages.some((message) => message.id === messageId) ? messageId : null;
  const work = useMemo<CaseWork>(
    () => ({ detail, messageId: ownMessageId, busy, form, openForm: setForm, change }),
    [detail, ownMessageId, busy, form, change],
  );
  return (
    <CaseProvider value={work}>
      <section className={styles.root} aria-label={caseStrings.header.label(detail.number)}>
        <CaseHeader />
        <div className={styles.scroll} data-scrolls>
          <CitizenSection />
          <ComparisonSection />
          <IdentitySection />
          <AttachmentsSection />
          <CaseSuggestions />
          <ActionsSection />
          <HandoverSection />
          <HistorySection />
        </div>
        {refusal !== null && <RefusalBar refusal={refusal} onDismiss={dismiss} />}
        <CaseFooter />
      </section>
    </CaseProvider>
  );
}
