import { useState } from 'react';
import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Checkbox,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { PhoneChange } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useHasRole, useUser } from '../../app/session.tsx';
import { phoneSentence, phoneStrings } from '../../strings/es/phones.ts';
import { formatDay } from '../../ui/format.ts';
import { useCase } from './case-context.tsx';
import { RevealedPhone } from './revealed-phone.tsx';

const text = phoneStrings.waiting;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  waiting: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  sentence: { overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What was asked for in this case, newest first: what waits can be decided here. */
export function PhoneChanges() {
  const styles = useStyles();
  const { detail } = useCase();
  if (detail.phoneChanges.length === 0) return null;
  return (
    <>
      <Body1Strong as="h4" block>
        {phoneStrings.changes}
      </Body1Strong>
      <ol className={styles.list} aria-label={phoneStrings.changes}>
        {detail.phoneChanges.map((change) => (
          <li key={change.id} className={change.state === 'PENDING' ? styles.waiting : undefined}>
            <Caption1 block className={styles.sentence}>
              {phoneSentence(change, formatDay)}
            </Caption1>
            {change.state === 'PENDING' && <Decision change={change} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Confirm or refuse; whoever asked for it can only take it back. */
function Decision({ change: waiting }: { change: PhoneChange }) {
  const styles = useStyles();
  const { detail, busy, change } = useCase();
  const [note, setNote] = useState('');
  const [withdrawOthers, setWithdrawOthers] = useState(false);
  const isSupervisor = useHasRole('SUPERVISOR');
  const isOwn = waiting.requestedById === useUser().id;
  const mayConfirm = !isOwn && (isSupervisor || waiting.needs !== 'SUPERVISOR');
  const changeId = waiting.id;
  return (
    <>
      {waiting.maskedTo !== null && (
        <Body1 block>
          <RevealedPhone
            masked={waiting.maskedTo}
            phoneRef={{ of: 'CHANGE', id: changeId }}
            caseId={detail.id}
          />
        </Body1>
      )}
      {waiting.recycled && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.recycled}</MessageBarTitle>
            {text.recycledText}
          </MessageBarBody>
        </MessageBar>
      )}
      {waiting.recycled && mayConfirm && (
        <Checkbox
          label={text.withdrawOthers}
          checked={withdrawOthers}
          onChange={(_, { checked }) => {
            setWithdrawOthers(checked === true);
          }}
        />
      )}
      {!mayConfirm && (
        <Caption1 block className={styles.muted}>
          {isOwn ? text.own : text.supervisor}
        </Caption1>
      )}
      {!isOwn && (
        <Field label={text.note} size="small">
          <Input
            value={note}
            maxLength={500}
            onChange={(_, { value }) => {
              setNote(value);
            }}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        {mayConfirm && (
          <Button
            size="small"
            appearance="primary"
            disabledFocusable={busy}
            onClick={() =>
              void change(
                (on) => client.phones.confirm({ ...on, changeId, withdrawOthers }),
                text.confirmed,
                (on) => client.phones.undo({ ...on, changeId }),
              )
            }
          >
            {text.confirm}
          </Button>
        )}
        <Button
          size="small"
          disabledFocusable={busy || (!isOwn && note.trim() === '')}
          onClick={() =>
            void change(
              (on) => client.phones.refuse({ ...on, changeId, note }),
              isOwn ? phoneStrings.taken : text.refused,
            )
          }
        >
          {isOwn ? text.withdraw : text.refuse}
        </Button>
      </div>
    </>
  );
}
