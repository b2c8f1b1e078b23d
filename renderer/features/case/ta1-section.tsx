import { useState } from 'react';
import { Body1, Button, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentSearch16Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { CaseAttachment, LikelyType } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { documentStrings } from '../../strings/es/documents.ts';
import { useLikelyTypes } from '../reading/likely-types.ts';
import { useCase } from './case-context.tsx';
import { Section } from './section.tsx';
import { Ta1Table } from './ta1-table.tsx';

const text = documentStrings.ta1;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  name: { overflowWrap: 'anywhere' },
});

function isTa1({ detectedType, documentType }: CaseAttachment, likely: LikelyType | undefined): boolean {
  if (detectedType !== 'application/pdf') return false;
  return (documentType ?? likely?.type) === 'TA1';
}

/** A form that came as a PDF, read on request: its values beside the record's, nothing taken over without a click. */
export function Ta1Section() {
  const { detail } = useCase();
  const likely = useLikelyTypes(detail.attachments);
  const forms = detail.attachments.filter((attachment) => isTa1(attachment, likely.get(attachment.id)));
  if (forms.length === 0) return null;
  return (
    <Section title={text.title}>
      {forms.map((form) => (
        <Ta1 key={form.id} form={form} />
      ))}
    </Section>
  );
}

function Ta1({ form }: { form: CaseAttachment }) {
  const styles = useStyles();
  const { detail } = useCase();
  const [asked, setAsked] = useState(false);
  const input = { caseId: detail.id, attachmentId: form.id };
  const query = useQuery(api.documents.readTa1.queryOptions({ input, enabled: asked, retry: false }));
  if (!asked) {
    return (
      <Button size="small" icon={<DocumentSearch16Regular />} onClick={() => setAsked(true)}>
        <span className={styles.name}>{text.read(form.name)}</span>
      </Button>
    );
  }
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner size="tiny" label={text.reading} />;
  const reading = query.data;
  if (reading.kind === 'REFUSED') {
    return (
      <div role="status">
        <Body1 block>{text.problem[reading.problem]}</Body1>
        <Caption1 block className={styles.muted}>
          {text.code(reading.problem)}
        </Caption1>
      </div>
    );
  }
  return (
    <>
      <Caption1 block className={styles.muted} role="status">
        {reading.rows.length === 0 ? text.nothing : reading.source === 'TEXT' ? text.fromText : text.explain}
      </Caption1>
      {reading.rows.length > 0 && (
        <Ta1Table rows={reading.rows} idType={reading.idType} name={form.name} attachmentId={form.id} />
      )}
    </>
  );
}
