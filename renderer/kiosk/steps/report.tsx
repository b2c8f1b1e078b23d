import { lazy, Suspense, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { announce } from '../../app/announce.tsx';
import { api, client } from '../../app/client.ts';
import { CodeForm } from '../code-form.tsx';
import { useKiosk } from '../kiosk-context.tsx';
import { Facts, Official, Part, StepTitle } from '../parts.tsx';
import { Problem } from '../problem.tsx';

const PdfPages = lazy(() => import('../pdf-pages.tsx'));

/** As the electronic office names it (seed 001). */
const REPORT = 'Informe de datos identificativos y de domicilio';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** The report, to be viewed and printed; whoever came in with a password answers a code by SMS first (seed 002). */
export function Report() {
  const { texts } = useKiosk();
  const person = useQuery(api.kiosk.personalPage.queryOptions({ staleTime: Infinity }));
  if (person.error !== null) return <Problem error={person.error} texts={texts.errors} />;
  if (person.data === undefined) return <Spinner label={texts.frame.loading} />;
  const { name, documents, naf, secondFactor } = person.data;
  const [document] = documents;
  return (
    <>
      <StepTitle lang="es">{REPORT}</StepTitle>
      <section lang="es">
        <Facts
          rows={[
            ['Solicitante', name.toLocaleUpperCase('es')],
            ['Documento identificativo', document === undefined ? '' : `${document.type} ${document.number}`],
            ['Número de la Seguridad Social', naf ?? 'No consta'],
          ]}
        />
      </section>
      {secondFactor ? <Made /> : <Factor onAnswered={() => void person.refetch()} />}
    </>
  );
}

function Factor({ onAnswered }: { onAnswered: () => void }) {
  const { texts } = useKiosk();
  const send = useMutation({ mutationFn: () => client.kiosk.sendCode() });
  if (send.data !== undefined) {
    return <CodeForm first={send.data} onVerified={onAnswered} onAgain={() => send.reset()} />;
  }
  return (
    <>
      <Text size={400}>{texts.report.factor}</Text>
      {send.error !== null && <Problem error={send.error} texts={texts.errors} />}
      <div>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={send.isPending}
          onClick={() => send.mutate()}
        >
          {texts.report.send}
        </Button>
      </div>
    </>
  );
}

function Made() {
  const styles = useStyles();
  const { texts } = useKiosk();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(api.kiosk.report.queryOptions({ staleTime: Infinity, gcTime: 0 }));
  const print = useMutation({
    mutationFn: async () => {
      const host = window.estafetaKiosk;
      if (host === undefined) window.print();
      else if (!(await host.print())) throw new Error('not printed');
    },
    onSuccess: () => announce(texts.report.printed),
  });
  if (query.error !== null) return <Problem error={query.error} texts={texts.errors} />;
  if (query.data === undefined) return <Spinner label={texts.report.making} />;
  return (
    <>
      {!isOpen && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody>
            <Official>Informe generado correctamente. Pulse el enlace para abrirlo.</Official>
          </MessageBarBody>
        </MessageBar>
      )}
      {!isOpen && (
        <Part title="Documentación" lang="es">
          <Link as="button" onClick={() => setOpen(true)} lang="es">
            {REPORT}
          </Link>
        </Part>
      )}
      {isOpen && (
        <>
          {print.error !== null && (
            <MessageBar intent="error" role="alert">
              <MessageBarBody>{texts.report.notPrinted}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              size="large"
              icon={<PrintRegular />}
              disabledFocusable={print.isPending}
              onClick={() => print.mutate()}
            >
              {print.isPending ? texts.report.printing : texts.report.print}
            </Button>
          </div>
          <Suspense fallback={<Spinner label={texts.report.making} />}>
            <PdfPages file={query.data} />
          </Suspense>
        </>
      )}
    </>
  );
}
