import type { ReactNode } from 'react';
import { Button, Switch, Tooltip, makeStyles } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { Inputs } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useRemembered } from '../../app/remembered.ts';
import { supervisionStrings } from '../../strings/es/supervision.ts';
import { saveFile } from '../../ui/save-file.ts';
import { Card } from './card.tsx';

export type ExportTable = Inputs['supervision']['exportCsv']['table'];

const useStyles = makeStyles({
  tools: { display: 'flex', alignItems: 'center', flexShrink: 0 },
  switch: { whiteSpace: 'nowrap' },
});

/** Saves one of the tables as CSV. */
export function useCsvExport() {
  const report = useErrorReporter();
  return useMutation({
    mutationFn: (table: ExportTable) => client.supervision.exportCsv({ table }),
    onSuccess: ({ fileName, csv }) => {
      saveFile(new Blob([csv]), fileName);
      announce(supervisionStrings.exported(fileName));
    },
    onError: report,
  });
}

/** A chart with what it says in a sentence; its table behind a switch, its file behind a button. */
export function ChartCard({
  title,
  summary,
  table,
  chart,
  numbers,
  className,
}: {
  title: string;
  summary: string;
  table: ExportTable;
  chart: ReactNode;
  numbers: ReactNode;
  className?: string;
}) {
  const styles = useStyles();
  const [asTable, setAsTable] = useRemembered(`supervision.table.${table}`, false);
  const save = useCsvExport();
  return (
    <Card
      title={title}
      text={summary}
      className={className}
      acts={
        <div className={styles.tools}>
          <Switch
            className={styles.switch}
            checked={asTable}
            label={{ children: supervisionStrings.asTable, 'aria-hidden': true }}
            aria-label={supervisionStrings.asTableOf(title)}
            onChange={(_, data) => setAsTable(data.checked)}
          />
          <Tooltip content={supervisionStrings.exportCsvOf(title)} relationship="label">
            <Button
              appearance="subtle"
              icon={<ArrowDownload20Regular />}
              disabled={save.isPending}
              onClick={() => save.mutate(table)}
            />
          </Tooltip>
        </div>
      }
    >
      {asTable ? numbers : chart}
    </Card>
  );
}
