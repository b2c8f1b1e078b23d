import type { AuditObjectType } from '../../../main/api/contract/index.ts';
import { Link } from '@fluentui/react-components';
import { pathTo, type Page } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { activityStrings } from '../../strings/es/activity.ts';

/** Things that have a page of their own. */
const PAGE_OF: Partial<Record<AuditObjectType, Page>> = {
  MESSAGE: 'bandeja',
  CASE: 'expedientes',
  CITIZEN: 'ciudadanos',
};

/** What an act was done on, as a link where there is a page to go to. */
export function ObjectLink({ type, id }: { type: AuditObjectType; id: number | null }) {
  const word = strings.labels.auditObject[type];
  if (id === null) return <>{word}</>;
  const text = activityStrings.objectWithId(word, id);
  const page = PAGE_OF[type];
  if (page === undefined) return <>{text}</>;
  return (
    <Link href={pathTo(page, id)} onClick={(event) => event.stopPropagation()}>
      {text}
    </Link>
  );
}
