import { useRoute } from '../../app/routes.tsx';
import { CatalogueImport } from './catalogue-import.tsx';
import { CatalogueList, IMPORT } from './catalogue-list.tsx';

/** `#/catalogo`: everything; `/importar`: from a CSV file. */
export default function CataloguePage() {
  const { section } = useRoute();
  return section === IMPORT ? <CatalogueImport /> : <CatalogueList />;
}
