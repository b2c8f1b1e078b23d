import { useState } from 'react';
import {
  Body1,
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Edit20Regular, Key20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { counterStrings } from '../../strings/es/counter.ts';
import { identityStrings } from '../../strings/es/identity.ts';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { DiagnosisForm, phoneDraft } from '../case/diagnosis-form.tsx';
import { CitizenCases, CitizenMessages, LookUps, Who } from './citizen-parts.tsx';
import { CitizenForm } from './citizen-form.tsx';
import { CitizenPhones } from './citizen-phones.tsx';
import { CitizenPage } from './citizen-page.tsx';

const text = citizenStrings.record;

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
  },
  form: { marginBottom: tokens.spacingVerticalXL },
  deceased: { marginBottom: tokens.spacingVerticalM },
});

/** One person: who, the phone and its history, cases, messages, and who looked at the record. */
export function CitizenRecord({ citizenId }: { citizenId: number }) {
  const query = useQuery(api.citizens.get.queryOptions({ input: { citizenId } }));
  if (query.data !== undefined) return <Record record={query.data} />;
  return (
    <CitizenPage title={citizenStrings.page.title}>
      {query.error === null ? (
        <Spinner label={strings.common.loading} />
      ) : (
        <ErrorBar error={query.error} onRetry={() => void query.refetch()} />
      )}
    </CitizenPage>
  );
}

function Record({ record }: { record: Outputs['citizens']['get'] }) {
  const styles = useStyles();
  const notify = useNotice();
  const [editing, setEditing] = useState(false);
  const [diagnosing, setDiagnosing] = useState(false);
  // A clerk changes a record from a case, where the ladder asks who writes.
  const corrects = useHasRole('SUPERVISOR');
  const { citizen } = record;
  return (
    <CitizenPage
      title={`${citizen.givenName} ${citizen.surnames}`.trim()}
      wide
      actions={
        !editing && (
          <>
            {!diagnosing && (
              <Button
                onClick={() => {
                  setDiagnosing(true);
                }}
              >
                {identityStrings.diagnosis.open}
              </Button>
            )}
            <Button icon={<Key20Regular />} onClick={() => navigate(pathTo('mostrador', citizen.id))}>
              {counterStrings.open}
            </Button>
            {corrects && (
              <Button
                icon={<Edit20Regular />}
                onClick={() => {
                  setEditing(true);
                }}
              >
                {text.edit}
              </Button>
            )}
          </>
        )
      }
    >
      {citizen.deceased && (
        <MessageBar intent="error" layout="multiline" className={styles.deceased}>
          <MessageBarBody>
            <MessageBarTitle>{text.deceased}</MessageBarTitle>
            <Body1>{text.deceasedText}</Body1>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.columns}>
        <div>
          {diagnosing && (
            <div className={styles.form}>
              <DiagnosisForm
                headingLevel="h2"
                start={{
                  id: citizen.documents[0]?.number ?? '',
                  birth: citizen.birthDate ?? '',
                  ...phoneDraft(null),
                }}
                onClose={() => {
                  setDiagnosing(false);
                }}
              />
            </div>
          )}
          {editing ? (
            <div className={styles.form}>
              <CitizenForm
                citizen={citizen}
                headingLevel="h2"
                onDone={() => {
                  setEditing(false);
                  notify(citizenStrings.form.saved);
                }}
                onExisting={(existing) => {
                  navigate(pathTo('ciudadanos', existing));
                }}
                onClose={() => {
                  setEditing(false);
                }}
              />
            </div>
          ) : (
            <Who citizen={citizen} />
          )}
          <CitizenPhones citizen={citizen} changes={record.phoneChanges} />
        </div>
        <div>
          <CitizenCases cases={record.cases} />
          <CitizenMessages messages={record.messages} />
          <LookUps entries={record.lookUps} />
        </div>
      </div>
    </CitizenPage>
  );
}
