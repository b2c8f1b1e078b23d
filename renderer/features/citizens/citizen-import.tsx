import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { CitizenImportReport } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { formatNumber } from '../../ui/format.ts';
import { CsvImport } from '../import/csv-import.tsx';
import { ReportedRows } from '../import/reported-rows.tsx';
import { CitizenPage } from './citizen-page.tsx';
import { EMPLOYMENT } from './sections.ts';

const text = citizenStrings.import;
const employment = citizenStrings.employment;

function refresh(): void {
  void queryClient.invalidateQueries({ queryKey: api.citizens.key() });
}

/** People from a CSV file: all of it, or only the good rows. */
export function CitizenImport() {
  return (
    <CitizenPage
      title={text.title}
      actions={<Button onClick={() => navigate(pathTo('ciudadanos', EMPLOYMENT))}>{employment.open}</Button>}
    >
      <CsvImport
        words={text}
        maxBytes={50_000_000}
        // Bad rows are skipped in the check, so that the counts are those of importing the good ones.
        check={(csv) => client.citizens.import({ csv, skipBad: true, dryRun: true })}
        run={(csv, { rejected }) =>
          client.citizens.import({ csv, skipBad: rejected.length > 0, dryRun: false })
        }
        good={({ created, updated }) => created + updated}
        counts={({ created, updated }) => [
          [text.created, created],
          [text.updated, updated],
        ]}
        done={({ created, updated }) => text.done(formatNumber(created), formatNumber(updated))}
        onDone={refresh}
        more={(report) => <Flagged report={report} />}
      />
    </CitizenPage>
  );
}

/** Working lives from a CSV file: all of it or nothing. */
export function EmploymentImport() {
  return (
    <CitizenPage title={employment.title}>
      <CsvImport
        words={employment}
        maxBytes={5_000_000}
        check={(csv) => client.citizens.importEmployment({ csv, dryRun: true })}
        run={(csv) => client.citizens.importEmployment({ csv, dryRun: false })}
        good={({ read, rejected }) => (rejected.length > 0 ? 0 : read)}
        counts={({ people }) => [[employment.people, people]]}
        done={({ read, people }) => employment.done(formatNumber(read), formatNumber(people))}
        onDone={refresh}
      />
    </CitizenPage>
  );
}

/** Rows that are imported all the same, and that somebody has to know of. */
function Flagged({ report: { flagged } }: { report: CitizenImportReport }) {
  if (flagged.length === 0) return null;
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.flagged(formatNumber(flagged.length))}</MessageBarTitle>
          {text.flaggedText}
        </MessageBarBody>
      </MessageBar>
      <ReportedRows rows={flagged} label={text.flaggedRows} />
    </>
  );
}
