import { navigate, pathTo, useRoute } from '../../app/routes.tsx';
import { useListOnSearch } from '../cases/use-list-on-search.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { CitizenForm } from './citizen-form.tsx';
import { CitizenImport, EmploymentImport } from './citizen-import.tsx';
import { CitizenRecord } from './citizen-record.tsx';
import { CitizensTable } from './citizens-table.tsx';
import { EMPLOYMENT, IMPORT, NEW } from './sections.ts';
import { CitizenPage } from './citizen-page.tsx';

/** `#/ciudadanos`: the register; `/7`: one record; `/nuevo`: a new one; `/importar`, `/vidas-laborales`: from a CSV file. */
export default function CitizensPage() {
  const { id, section } = useRoute();
  useListOnSearch('ciudadanos');
  if (id !== null) return <CitizenRecord key={id} citizenId={id} />;
  if (section === IMPORT) return <CitizenImport />;
  if (section === EMPLOYMENT) return <EmploymentImport />;
  if (section === NEW) return <NewCitizen />;
  return <CitizensTable />;
}

function NewCitizen() {
  const open = (citizenId: number): void => {
    navigate(pathTo('ciudadanos', citizenId), { replace: true });
  };
  return (
    <CitizenPage title={citizenStrings.page.title}>
      <CitizenForm
        citizen={null}
        headingLevel="h2"
        onDone={(citizen) => {
          open(citizen.id);
        }}
        onExisting={open}
        onClose={() => {
          navigate(pathTo('ciudadanos'));
        }}
      />
    </CitizenPage>
  );
}
