import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { AuditAction, ErrorData, GateCode } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';

const { reasons, fields, stale } = caseStrings.refused;

/** Why a change was not made, in words of this panel. */
export type Refusal = { readonly title: string; readonly text: string };

const useStyles = makeStyles({ bar: { borderRadius: 0, flexShrink: 0 } });

function isAction(name: string): name is AuditAction {
  return Object.hasOwn(strings.auditActs, name);
}

function isGateCode(code: unknown): code is GateCode {
  return typeof code === 'string' && Object.hasOwn(outboxStrings.findings, code);
}

/** Who was quicker and what he did. */
function staleRefusal({ changedBy, changed }: ErrorData['details']): Refusal {
  const acts = Array.isArray(changed) ? changed.filter(isAction) : [];
  return {
    title: stale.title(
      typeof changedBy === 'string' ? changedBy : '',
      acts.map((action) => strings.auditActs[action]),
    ),
    text: stale.text,
  };
}

/** What the gate found where no review has shown it before; an answer's findings stand over its text. */
function gateRefusal({ stopped, about }: ErrorData['details']): Refusal | null {
  const code: unknown = Array.isArray(stopped) ? stopped[0] : null;
  if (!isGateCode(code) || !Array.isArray(about)) return null;
  const { title, why } = outboxStrings.findings[code](about.map(String), null);
  return { title, text: why };
}

function known<T extends Record<string, string>>(words: T, key: unknown): string | null {
  return typeof key === 'string' && Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}

/** What has to be known of the writer first. */
function needsText(needed: unknown): string | null {
  const level = known(strings.labels.identity, needed);
  return level === null ? null : caseStrings.refused.needs(level);
}

/** What a coded error says in this panel; null when the general words are all there is. */
export function refusalOf(error: ErrorData & { readonly code: string }): Refusal | null {
  const { code, details, what, kept } = error;
  if (code === 'STALE') return staleRefusal(details);
  if (code === 'SEND_GATE') return gateRefusal(details);
  const text =
    code === 'NOT_ALLOWED_YET' || code === 'FORBIDDEN'
      ? details.reason === 'IDENTITY'
        ? needsText(details.needed)
        : known(reasons, details.reason)
      : code === 'INVALID_INPUT' && Array.isArray(details.fields)
        ? known(fields, details.fields[0])
        : null;
  return text === null ? null : { title: text, text: code === 'INVALID_INPUT' ? kept : what };
}

/** Always in sight, above the footer: what was not done and why. */
export function RefusalBar({ refusal, onDismiss }: { refusal: Refusal; onDismiss: () => void }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{refusal.title}</MessageBarTitle>
        {refusal.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onDismiss}>
          {caseStrings.refused.dismiss}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
