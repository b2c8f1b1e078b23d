import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { AuditAction, ErrorData } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';

const useStyles = makeStyles({ bar: { borderRadius: 0, flexShrink: 0 } });

/** Who was quicker and what he did. */
export type StaleFacts = { readonly by: string | null; readonly acts: readonly string[] };

function isAction(name: string): name is AuditAction {
  return Object.hasOwn(strings.auditActs, name);
}

export function staleFacts(details: ErrorData['details']): StaleFacts {
  const { changedBy, changes } = details;
  return {
    by: typeof changedBy === 'string' && changedBy !== '' ? changedBy : null,
    acts: Array.isArray(changes) ? changes.filter(isAction).map((action) => strings.auditActs[action]) : [],
  };
}

/** Somebody else was quicker: who it was, what changed, and that the screen already shows the newest. */
export function StaleBar({ facts, onDismiss }: { facts: StaleFacts; onDismiss: () => void }) {
  const styles = useStyles();
  const { by, acts } = facts;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{caseStrings.stale.title(by, acts)}</MessageBarTitle>
        {caseStrings.stale.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onDismiss}>
          {caseStrings.stale.dismiss}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
