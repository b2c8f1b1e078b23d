import { useRef, useState, type ReactNode } from 'react';
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
import { ErrorBar } from '../../app/errors.tsx';
import { importStrings as text } from '../../strings/es/import.ts';
import { formatNumber } from '../../ui/format.ts';
import { readCsv, type CsvText } from './read-csv.ts';
import { ReportedRows } from './reported-rows.tsx';

/** What is wrong with the header is wrong with the file and not with a row. */
const HEADER_LINE = 1;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '760px',
  },
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

type AnyReport = { readonly read: number; readonly rejected: CitizenImportReport['rejected'] };

type Import<Report extends AnyReport> = {
  readonly words: {
    readonly intro: string;
    readonly header: string;
    readonly details: string;
    readonly fileLabel: string;
  };
  /** The contract's limit on the text. */
  readonly maxBytes: number;
  /** What importing would do; where bad rows may be left out, of the good ones. */
  readonly check: (csv: string) => Promise<Report>;
  readonly run: (csv: string, checked: Report) => Promise<Report>;
  /** How many rows would be imported. */
  readonly good: (report: Report) => number;
  /** What the report counts besides rows read and rejected. */
  readonly counts: (report: Report) => readonly (readonly [name: string, count: number])[];
  readonly done: (report: Report) => string;
  readonly onDone: () => void;
  /** What else the report says, below. */
  readonly more?: (report: Report) => ReactNode;
};

/** From a CSV file: checked first, then imported; never half of what was said. */
export function CsvImport<Report extends AnyReport>(props: Import<Report>) {
  const { words, maxBytes, check, run, done, onDone } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const checking = useMutation({
    mutationFn: async (chosen: File) => {
      const file = await readCsv(chosen);
      return { file, report: await check(file.text) };
    },
    onSuccess: ({ file }) => announce(text.checked(file.name)),
  });
  const running = useMutation({
    mutationFn: ({ file, report }: { file: CsvText; report: Report }) => run(file.text, report),
    onSuccess: (report) => {
      onDone();
      announce(done(report));
    },
  });
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    checking.reset();
    running.reset();
    setTooLarge(file.size > maxBytes);
    if (file.size <= maxBytes) checking.mutate(file);
  };
  const checked = checking.data;
  return (
    <div className={styles.root}>
      <div>
        <Body1 block>{words.intro}</Body1>
        <code className={styles.header}>{words.header}</code>
        <Caption1 block className={styles.muted}>
          {words.details}
        </Caption1>
      </div>
      <div className={styles.buttons}>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={words.fileLabel}
          className={styles.file}
          tabIndex={-1}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button
          appearance={checked === undefined ? 'primary' : 'secondary'}
          icon={<DocumentTable20Regular />}
          disabled={checking.isPending || running.isPending}
          onClick={() => input.current?.click()}
        >
          {checked === undefined ? text.choose : text.chooseOther}
        </Button>
      </div>
      {tooLarge && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{text.tooLarge(maxBytes / 1_000_000)}</MessageBarBody>
        </MessageBar>
      )}
      {checking.isPending && <Spinner label={text.reading} />}
      {checking.error !== null && <ErrorBar error={checking.error} />}
      {checked !== undefined && running.data === undefined && (
        <Report
          {...props}
          {...checked}
          running={running.isPending}
          onImport={() => running.mutate(checked)}
        />
      )}
      {running.error !== null && <ErrorBar error={running.error} />}
      {running.data !== undefined && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.doneTitle}</MessageBarTitle>
            {done(running.data)}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function Report<Report extends AnyReport>({
  file,
  report,
  running,
  onImport,
  good: goodRows,
  counts,
  more,
}: Pick<Import<Report>, 'good' | 'counts' | 'more'> & {
  file: CsvText;
  report: Report;
  running: boolean;
  onImport: () => void;
}) {
  const styles = useStyles();
  const good = goodRows(report);
  const badLines = new Set(report.rejected.map((row) => row.line));
  badLines.delete(HEADER_LINE);
  const all: readonly (readonly [string, number])[] = [
    [text.read, report.read],
    ...counts(report),
    [text.rejected, badLines.size],
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
        {all.map(([name, count]) => (
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
      {good === 0 && <Body1 block>{report.rejected.length === 0 ? text.noGoodRows : text.mendFirst}</Body1>}
      {report.rejected.length > 0 && <ReportedRows rows={report.rejected} label={text.problems} />}
      {more?.(report)}
    </section>
  );
}
