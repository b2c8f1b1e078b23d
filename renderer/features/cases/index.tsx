import { useRoute } from '../../app/routes.tsx';
import { useListOnSearch } from './use-list-on-search.ts';
import { CasePage } from './case-page.tsx';
import { CasesTable } from './cases-table.tsx';

/** `#/expedientes`: the table; `#/expedientes/7`: one case with its messages. */
export default function CasesPage() {
  const { id } = useRoute();
  useListOnSearch('expedientes');
  return id === null ? <CasesTable /> : <CasePage key={id} caseId={id} />;
}
