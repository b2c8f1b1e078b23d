import { useRef, useState } from 'react';
import {
  Body1,
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeft20Regular, ArrowUpload20Regular, DocumentTable20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { CatalogueImportReport } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { catalogueStrings } from '../../strings/es/catalogue.ts';
import { formatNumber } from '../../ui/format.ts';
import { PageBody } from '../../ui/Pane.tsx';
import { readCsv, type CsvText } from '../citizens/read-csv.ts';
import { ReportedRows } from '../citizens/reported-rows.tsx';

const text = catalogueStrings.csv;
/** The contract's limit on the text of an import. */
const MAX_BYTES = 2_000_000;
const HEADER_LINE = 1;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px' },
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
  file: { display: 'none' },
});

type Checked = { readonly file: CsvText; readonly report: CatalogueImportReport };

/** From a CSV file: checked first, then the whole of it. */
export function CatalogueImport() {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({
    mutationFn: async (chosen: File): Promise<Checked> => {
      const file = await readCsv(chosen);
      return { file, report: await client.catalogue.import({ csv: file.text, dryRun: true }) };
    },
    onSuccess: ({ file, report }) => {
      announce(`${text.checked(file.name)}. ${verdict(report)}`);
    },
  });
  const run = useMutation({
    mutationFn: ({ file }: Checked) => client.catalogue.import({ csv: file.text, dryRun: false }),
    onSuccess: (report) => {
      void queryClient.invalidateQueries({ queryKey: api.catalogue.key() });
      announce(doneWords(report));
    },
  });
  const choose = (file: File | undefined): void => {
    if (file === undefined) return;
    check.reset();
    run.reset();
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) check.mutate(file);
  };
  const goBack = (): void => navigate(pathTo('catalogo'));
  useShortcut('back', goBack);
  const checked = check.data;
  const good = checked !== undefined && checked.report.rejected.length === 0 && checked.report.read > 0;
  const busy = check.isPending || run.isPending;
  return (
    <PageBody
      title={text.title}
      actions={
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
          {withKey(catalogueStrings.back, 'back')}
        </Button>
      }
    >
      <div className={styles.root}>
        <div>
          <Body1 block>{text.intro}</Body1>
          <code className={styles.header}>{text.header}</code>
          <Caption1 block className={styles.muted}>
            {text.details}
          </Caption1>
        </div>
        <div>
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
            appearance={good ? 'secondary' : 'primary'}
            icon={<DocumentTable20Regular />}
            disabled={busy}
            onClick={() => input.current?.click()}
          >
            {text.choose}
          </Button>
        </div>
        {tooLarge && (
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{text.tooLarge}</MessageBarBody>
          </MessageBar>
        )}
        {check.isPending && <Spinner label={text.reading} />}
        {check.error !== null && <ErrorBar error={check.error} />}
        {checked !== undefined && run.data === undefined && (
          <>
            {checked.file.notUtf8 && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{citizenStrings.import.notUtf8}</MessageBarBody>
              </MessageBar>
            )}
            <MessageBar intent={good ? 'info' : 'error'} layout="multiline">
              <MessageBarBody>{verdict(checked.report)}</MessageBarBody>
            </MessageBar>
            {good && (
              <div>
                <Button
                  appearance="primary"
                  icon={run.isPending ? <Spinner size="tiny" /> : <ArrowUpload20Regular />}
                  disabled={busy}
                  onClick={() => run.mutate(checked)}
                >
                  {text.run}
                </Button>
              </div>
            )}
            {checked.report.rejected.length > 0 && (
              <ReportedRows rows={checked.report.rejected} label={citizenStrings.import.problems} />
            )}
          </>
        )}
        {run.error !== null && <ErrorBar error={run.error} />}
        {run.data !== undefined && (
          <MessageBar intent={run.data.rejected.length === 0 ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>
              {run.data.rejected.length === 0 ? doneWords(run.data) : verdict(run.data)}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    </PageBody>
  );
}

function verdict({ read, created, updated, rejected }: CatalogueImportReport): string {
  const lines = new Set(rejected.map(({ line }) => line));
  if (lines.has(HEADER_LINE)) return text.badHeader;
  if (lines.size > 0) return text.bad(lines.size);
  return read === 0 ? text.nothing : text.good(formatNumber(created), formatNumber(updated));
}

function doneWords({ created, updated }: CatalogueImportReport): string {
  return text.done(formatNumber(created), formatNumber(updated));
}
