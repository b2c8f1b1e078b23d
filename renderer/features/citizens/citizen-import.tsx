import { useRef, useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowUpload20Regular, DocumentTable20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { CitizenImportReport } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { formatNumber } from '../../ui/format.ts';
import { CitizenPage } from './citizen-page.tsx';
import { MAX_CSV_BYTES, readCsv, type CsvText } from './read-csv.ts';
import { ReportedRows } from './reported-rows.tsx';

const text = citizenStrings.import;
/** What is wrong with the header is wrong with the file and not with a row. */
const HEADER_LINE = 1;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  header: {
    display: 'block',
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  file: { display: 'none' },
  report: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL, margin: 0 },
  count: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
});

type Checked = { readonly file: CsvText; readonly report: CitizenImportReport };

/** From a CSV file: checked first, then all of it or only the good rows; never half of what was said. */
export function CitizenImport() {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({
    mutationFn: async (chosen: File): Promise<Checked> => {
      const file = await readCsv(chosen);
      // Bad rows are skipped in the check, so that the counts are those of importing the good ones.
      const report = await client.citizens.import({ csv: file.text, skipBad: true, dryRun: true });
      return { file, report };
    },
    onSuccess: ({ file }) => {
      announce(text.checked(file.name));
    },
  });
  const run = useMutation({
    mutationFn: ({ file, report }: Checked) =>
      client.citizens.import({ csv: file.text, skipBad: report.rejected.length > 0, dryRun: false }),
    onSuccess: (report) => {
      void queryClient.invalidateQueries({ queryKey: api.citizens.key() });
      announce(text.done(formatNumber(report.created), formatNumber(report.updated)));
    },
  });

  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    check.reset();
    run.reset();
    setTooLarge(file.size > MAX_CSV_BYTES);
    if (file.size <= MAX_CSV_BYTES) check.mutate(file);
  };
  const busy = check.isPending || run.isPending;

  return (
    <CitizenPage title={text.title}>
      <div className={styles.root}>
        <div>
          <Body1 block>
            {text.intro} {text.format}
          </Body1>
          <code className={styles.header}>{text.header}</code>
          <Caption1 block className={styles.muted}>
            {text.formatDetails}
          </Caption1>
        </div>
        <div className={styles.buttons}>
          <input
            ref={input}
            type="file"
            accept=".csv,text/csv"
            aria-label={text.fileLabel}
            className={styles.file}
            tabIndex={-1}
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button
            appearance={check.data === undefined ? 'primary' : 'secondary'}
            icon={<DocumentTable20Regular />}
            disabled={busy}
            onClick={() => input.current?.click()}
          >
            {check.data === undefined ? text.choose : text.chooseOther}
          </Button>
        </div>
        {tooLarge && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{text.tooLarge}</MessageBarBody>
          </MessageBar>
        )}
        {check.isPending && <Spinner label={text.reading} />}
        {check.error !== null && <ErrorBar error={check.error} />}
        {check.data !== undefined && run.data === undefined && (
          <Report
            checked={check.data}
            running={run.isPending}
            onImport={() => {
              run.mutate(check.data);
            }}
          />
        )}
        {run.error !== null && <ErrorBar error={run.error} />}
        {run.data !== undefined && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text.doneTitle}</MessageBarTitle>
              {text.done(formatNumber(run.data.created), formatNumber(run.data.updated))}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </CitizenPage>
  );
}

function Report({
  checked: { file, report },
  running,
  onImport,
}: {
  checked: Checked;
  running: boolean;
  onImport: () => void;
}) {
  const styles = useStyles();
  const good = report.created + report.updated;
  const badLines = new Set(report.rejected.map((row) => row.line));
  badLines.delete(HEADER_LINE);
  const bad = badLines.size;
  const counts: readonly (readonly [string, number])[] = [
    [text.read, report.read],
    [text.created, report.created],
    [text.updated, report.updated],
    [text.rejected, bad],
  ];
  return (
    <section className={styles.report} aria-label={text.checked(file.name)}>
      <Subtitle2 as="h2">{text.checked(file.name)}</Subtitle2>
      <Body1 block className={styles.muted}>
        {text.nothingYet} {text.allOrNothing}
      </Body1>
      {file.notUtf8 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{text.notUtf8}</MessageBarBody>
        </MessageBar>
      )}
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name} className={styles.count}>
            <dt className={styles.muted}>{name}</dt>
            <dd className={styles.number}>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={running || good === 0}
          icon={running ? <Spinner size="tiny" /> : <ArrowUpload20Regular />}
          onClick={onImport}
        >
          {running
            ? text.importing
            : report.rejected.length === 0 || good === 0
              ? text.importAll
              : text.importGood(formatNumber(good))}
        </Button>
      </div>
      {good === 0 && <Body1 block>{text.noGoodRows}</Body1>}
      {report.rejected.length > 0 && <ReportedRows rows={report.rejected} label={text.problems} />}
      {report.flagged.length > 0 && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text.flagged(formatNumber(report.flagged.length))}</MessageBarTitle>
              {text.flaggedText}
            </MessageBarBody>
          </MessageBar>
          <ReportedRows rows={report.flagged} label={text.flaggedRows} />
        </>
      )}
    </section>
  );
}
