import { useRoute } from '../../app/routes.tsx';
import { useListOnSearch } from '../cases/use-list-on-search.ts';
import { CitizenCounter } from './citizen-counter.tsx';
import { CounterTable } from './counter-table.tsx';

/** `#/mostrador`: who is registered; `/7`: one citizen at the counter. */
export default function CounterPage() {
  const { id } = useRoute();
  useListOnSearch('mostrador');
  return id === null ? <CounterTable /> : <CitizenCounter key={id} citizenId={id} />;
}
