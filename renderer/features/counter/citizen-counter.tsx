import { useRef, useState } from 'react';
import { Button, MessageBar, MessageBarBody, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { Citizen } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { useShortcut, withKey } from '../../app/keyboard.tsx';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { counterStrings } from '../../strings/es/counter.ts';
import { PageBody } from '../../ui/Pane.tsx';
import { Who } from '../citizens/citizen-parts.tsx';
import { RegistrationActs } from './acts.tsx';
import { IssuedSheet } from './issued-sheet.tsx';
import { RegisterForm, type Issued } from './register-form.tsx';
import { RegistrationHistory, Standing } from './standing.tsx';

const text = counterStrings.page;

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    alignItems: 'start',
    maxWidth: '1200px',
  },
  standing: { outlineStyle: 'none' },
  note: { marginBottom: tokens.spacingVerticalM },
});

/** One citizen at the counter: how his registration stands, what can be done, and all that was done. */
export function CitizenCounter({ citizenId }: { citizenId: number }) {
  const record = useQuery(api.citizens.get.queryOptions({ input: { citizenId } }));
  const goBack = (): void => {
    navigate(pathTo('mostrador'));
  };
  const [issued, setIssued] = useState<Issued | null>(null);
  // Nothing beside the sheet throws away a code that nobody can see again.
  useShortcut('back', goBack, issued === null);
  const citizen = record.data?.citizen;
  return (
    <PageBody
      title={citizen === undefined ? text.title : `${citizen.givenName} ${citizen.surnames}`.trim()}
      actions={
        issued === null && (
          <>
            <Button onClick={() => navigate(pathTo('ciudadanos', citizenId))}>{text.record}</Button>
            <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={goBack}>
              {withKey(text.back, 'back')}
            </Button>
          </>
        )
      }
    >
      {citizen !== undefined ? (
        <Counter citizen={citizen} issued={issued} onIssued={setIssued} />
      ) : record.error === null ? (
        <Spinner label={strings.common.loading} />
      ) : (
        <ErrorBar error={record.error} onRetry={() => void record.refetch()} />
      )}
    </PageBody>
  );
}

function Counter({
  citizen,
  issued,
  onIssued,
}: {
  citizen: Citizen;
  issued: Issued | null;
  onIssued: (issued: Issued | null) => void;
}) {
  const styles = useStyles();
  const notify = useNotice();
  const standing = useRef<HTMLDivElement>(null);
  const query = useQuery(api.registrations.ofCitizen.queryOptions({ input: { citizenId: citizen.id } }));
  const [registering, setRegistering] = useState(false);
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner label={strings.common.loading} />;
  const [newest] = query.data;
  const isOpen = newest?.state === 'OPEN';
  return (
    <>
      {citizen.deceased && (
        <MessageBar intent="error" layout="multiline" className={styles.note}>
          <MessageBarBody>{counterStrings.refused.DECEASED}</MessageBarBody>
        </MessageBar>
      )}
      {issued !== null && (
        <IssuedSheet
          issued={issued}
          onDone={() => {
            standing.current?.focus();
            onIssued(null);
            notify(counterStrings.issued.shownAgain);
          }}
        />
      )}
      <div className={styles.columns}>
        <div ref={standing} tabIndex={-1} className={styles.standing}>
          {registering && !isOpen ? (
            <RegisterForm
              citizen={citizen}
              onIssued={(made) => {
                onIssued(made);
                setRegistering(false);
              }}
              onClose={() => setRegistering(false)}
            />
          ) : (
            <>
              <Standing registration={newest} />
              {isOpen && <RegistrationActs registration={newest} onIssued={onIssued} />}
              {!isOpen && !citizen.deceased && (
                <Button appearance="primary" onClick={() => setRegistering(true)}>
                  {counterStrings.register.open}
                </Button>
              )}
            </>
          )}
        </div>
        <div>
          <Who citizen={citizen} />
          <RegistrationHistory registrations={query.data} />
        </div>
      </div>
    </>
  );
}
