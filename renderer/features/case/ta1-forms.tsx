import { useState } from 'react';
import { Body1, Button, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch16Regular } from '@fluentui/react-icons';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { CaseAttachment, LikelyType, Ta1Reading } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { documentStrings } from '../../strings/es/documents.ts';
import { useLikelyTypes } from '../reading/likely-types.ts';
import { useCase } from './case-context.tsx';
import type { ReadForm } from './said.ts';

const text = documentStrings.ta1;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
});

function isTa1({ detectedType, documentType }: CaseAttachment, likely: LikelyType | undefined): boolean {
  if (detectedType !== 'application/pdf') return false;
  return (documentType ?? likely?.type) === 'TA1';
}

/** A TA.1 that came as a PDF, and how far the reading of it is. */
export type Ta1Form = {
  readonly attachment: CaseAttachment;
  readonly asked: boolean;
  readonly ask: () => void;
  readonly reading: UseQueryResult<Ta1Reading>;
};

/** The case's forms: each is read on request, because reading it is a look that is written down. */
export function useTa1Forms(): { readonly forms: readonly Ta1Form[]; readonly read: readonly ReadForm[] } {
  const { detail } = useCase();
  const likely = useLikelyTypes(detail.attachments);
  const [asked, setAsked] = useState<readonly number[]>([]);
  const attachments = detail.attachments.filter((one) => isTa1(one, likely.get(one.id)));
  const readings = useQueries({
    queries: attachments.map(({ id }) => ({
      ...api.documents.readTa1.queryOptions({ input: { caseId: detail.id, attachmentId: id } }),
      enabled: asked.includes(id),
      retry: false,
    })),
  });
  const forms = attachments.flatMap((attachment, index): Ta1Form[] => {
    const reading = readings[index];
    const ask = () => setAsked([...asked, attachment.id]);
    return reading === undefined ? [] : [{ attachment, asked: asked.includes(attachment.id), ask, reading }];
  });
  const read = forms.flatMap(
    ({ attachment: { id: attachmentId, name }, asked, reading: { data } }): ReadForm[] =>
      !asked || data?.kind !== 'READ' ? [] : [{ attachmentId, name, idType: data.idType, rows: data.rows }],
  );
  return { forms, read };
}

/** The button that reads a form, then what came of it; its values stand in the table. */
export function Ta1FormState({ form: { attachment, asked, ask, reading } }: { form: Ta1Form }) {
  const styles = useStyles();
  if (!asked) {
    return (
      <Button size="small" icon={<DocumentSearch16Regular />} onClick={ask}>
        <span className={styles.name}>{text.read(attachment.name)}</span>
      </Button>
    );
  }
  const { data, error, refetch } = reading;
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner size="tiny" label={text.reading} />;
  if (data.kind === 'REFUSED') {
    return (
      <div role="status">
        <Body1 block>{text.problem[data.problem]}</Body1>
        <Caption1 block className={styles.muted}>
          {text.code(data.problem)}
        </Caption1>
      </div>
    );
  }
  return (
    <Caption1 block className={styles.muted} role="status">
      {data.rows.length === 0 ? text.nothing : data.source === 'TEXT' ? text.fromText : text.explain}
    </Caption1>
  );
}
