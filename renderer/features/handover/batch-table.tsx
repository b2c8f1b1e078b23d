import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { HandoverBatch, HandoverFile } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { handoverStrings } from '../../strings/es/handover.ts';
import { formatDateTime } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';

const text = handoverStrings;
const FILES = Object.keys(text.file) as HandoverFile[];

const useStyles = makeStyles({
  scroll: { overflow: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  number: { textAlign: 'end' },
  files: { display: 'flex', gap: tokens.spacingHorizontalXS },
  rejected: { color: tokens.colorStatusDangerForeground3 },
});

/** One row per batch, newest first, with its files and what became of it. */
export function BatchTable({ batches }: { batches: readonly HandoverBatch[] }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const save = useMutation({
    mutationFn: (input: { batchId: number; file: HandoverFile }) => client.handover.file(input),
    onSuccess: (file) => {
      saveFile(file, file.name);
    },
    onError: report,
  });
  const head = [text.number, text.date, text.by, text.count, text.answer, text.files];
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.batches} data-scrolls>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((title) => (
              <th
                key={title}
                scope="col"
                className={mergeClasses(styles.cell, title === text.count && styles.number)}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <th scope="row" className={styles.cell}>
                {batch.number}
              </th>
              <td className={styles.cell}>{formatDateTime(batch.createdAt)}</td>
              <td className={styles.cell}>{batch.createdBy}</td>
              <td className={mergeClasses(styles.cell, styles.number)}>{batch.changes}</td>
              <td className={mergeClasses(styles.cell, batch.rejected > 0 && styles.rejected)}>
                {batch.acknowledgedAt === null
                  ? text.noAnswer
                  : text.answered(batch.accepted, batch.rejected)}
              </td>
              <td className={styles.cell}>
                <div className={styles.files}>
                  {FILES.map((file) => (
                    <Button
                      key={file}
                      size="small"
                      aria-label={text.fileOf(text.file[file], batch.number)}
                      disabled={save.isPending}
                      onClick={() => {
                        save.mutate({ batchId: batch.id, file });
                      }}
                    >
                      {text.file[file]}
                    </Button>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
