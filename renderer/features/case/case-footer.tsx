import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { CaseState } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { useUser } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { CASE_STATE_ORDER } from '../../strings/es/labels.ts';
import { Choice } from './choice.tsx';
import { useCase, type Change } from './case-context.tsx';

const text = caseStrings.footer;
const NOBODY = 'NOBODY';

/** Where the clerk may send it from here; what the service would refuse is not offered. */
function choicesFrom(state: CaseState): CaseState[] {
  return CASE_STATE_ORDER.filter((candidate) => {
    if (candidate === state) return true;
    if (state === 'ARCHIVED') return candidate === 'IN_PROGRESS';
    if (state === 'RESOLVED') return candidate === 'IN_PROGRESS' || candidate === 'ARCHIVED';
    return candidate !== 'NEW';
  });
}

/**
 * How a change of state is taken back. A case never becomes new again, and a finished one goes through "en trámite";
 * one that was with a unit would have to be forwarded again, so that is not offered.
 */
function inverseOf(before: CaseState, after: CaseState): Change | undefined {
  const finished = after === 'RESOLVED' || after === 'ARCHIVED';
  if (before === 'FORWARDED' || (before === 'NEW' && !finished)) return undefined;
  return async ({ caseId, version }) => {
    if (!finished || before === 'RESOLVED') return client.cases.setState({ caseId, version, state: before });
    const reopened = await client.cases.setState({ caseId, version, state: 'IN_PROGRESS' });
    if (before === 'NEW' || before === 'IN_PROGRESS') return reopened;
    return client.cases.setState({ caseId, version: reopened.version, state: before });
  };
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: 0,
  },
  resolve: { gridColumn: '1 / -1' },
});

/** Where the case stands, whose it is, and the last step. Always in sight. */
export function CaseFooter() {
  const styles = useStyles();
  const { detail, busy, change, openForm } = useCase();
  const people = useQuery(api.cases.people.queryOptions());
  const me = useUser().id;
  const done = detail.state === 'RESOLVED' || detail.state === 'ARCHIVED';

  const setState = (state: CaseState): void => {
    // Forwarding names a unit: its form asks for it.
    if (state === 'FORWARDED') {
      openForm('forward');
      return;
    }
    const before = detail.state;
    void change(
      (on) => client.cases.setState({ ...on, state }),
      state === 'RESOLVED' ? text.resolved(detail.number) : text.stateSet(strings.labels.caseState[state]),
      inverseOf(before, state),
    );
  };
  const assign = (assigneeId: number | null): void => {
    const before = detail.assignee?.id ?? null;
    void change(
      (on) => client.cases.assign({ ...on, assigneeId }),
      (after) => (after.assignee === null ? text.unassigned : text.assigned(after.assignee.displayName)),
      (on) => client.cases.assign({ ...on, assigneeId: before }),
    );
  };
  useShortcut(
    'resolve',
    () => {
      setState('RESOLVED');
    },
    !done && !busy,
  );

  // The person in charge may no longer be active, and then is not among those who can be chosen.
  const choices = [...(people.data ?? [])];
  if (detail.assignee !== null && !choices.some((person) => person.id === detail.assignee?.id)) {
    choices.unshift(detail.assignee);
  }
  return (
    <footer className={styles.root} aria-label={text.label}>
      <Field label={text.state} size="small">
        <Choice
          opens="above"
          label={text.state}
          value={detail.state}
          busy={busy}
          options={choicesFrom(detail.state).map((state) => ({
            value: state,
            text: strings.labels.caseState[state],
          }))}
          onChoose={(value) => {
            const state = CASE_STATE_ORDER.find((candidate) => candidate === value);
            if (state !== undefined) setState(state);
          }}
        />
      </Field>
      <Field label={text.assignee} size="small">
        <Choice
          opens="above"
          label={text.assignee}
          value={detail.assignee === null ? NOBODY : String(detail.assignee.id)}
          busy={busy}
          options={[
            { value: NOBODY, text: text.nobody },
            ...choices.map((person) => ({
              value: String(person.id),
              text: person.id === me ? text.me(person.displayName) : person.displayName,
            })),
          ]}
          onChoose={(value) => {
            assign(value === NOBODY ? null : Number(value));
          }}
        />
      </Field>
      {done ? (
        <Button
          size="small"
          className={styles.resolve}
          disabledFocusable={busy}
          onClick={() => {
            setState('IN_PROGRESS');
          }}
        >
          {text.reopen}
        </Button>
      ) : (
        <Button
          size="small"
          appearance="primary"
          className={styles.resolve}
          icon={<Checkmark16Regular />}
          disabledFocusable={busy}
          onClick={() => {
            setState('RESOLVED');
          }}
        >
          {withKey(text.resolve, 'resolve')}
        </Button>
      )}
    </footer>
  );
}
