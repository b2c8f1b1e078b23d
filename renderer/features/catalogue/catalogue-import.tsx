import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { api, client, queryClient } from '../../app/client.ts';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { catalogueStrings } from '../../strings/es/catalogue.ts';
import { formatNumber } from '../../ui/format.ts';
import { PageBody } from '../../ui/Pane.tsx';
import { CsvImport } from '../import/csv-import.tsx';

const text = catalogueStrings.csv;

/** The catalogue from a CSV file: all of it or nothing. */
export function CatalogueImport() {
  const goBack = (): void => navigate(pathTo('catalogo'));
  useShortcut('back', goBack);
  return (
    <PageBody
      title={text.title}
      actions={
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
          {withKey(catalogueStrings.back, 'back')}
        </Button>
      }
    >
      <CsvImport
        words={text}
        maxBytes={2_000_000}
        check={(csv) => client.catalogue.import({ csv, dryRun: true })}
        run={(csv) => client.catalogue.import({ csv, dryRun: false })}
        good={({ created, updated }) => created + updated}
        counts={({ created, updated }) => [
          [text.created, created],
          [text.updated, updated],
        ]}
        done={({ created, updated }) => text.done(formatNumber(created), formatNumber(updated))}
        onDone={() => void queryClient.invalidateQueries({ queryKey: api.catalogue.key() })}
      />
    </PageBody>
  );
}
