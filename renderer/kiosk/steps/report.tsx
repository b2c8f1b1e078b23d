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
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons';
import { announce } from '../../app/announce.tsx';
import { api, client } from '../../app/client.ts';
import { saveFile } from '../../ui/save-file.ts';
import { CodeForm } from '../code-form.tsx';
import { useKiosk } from '../kiosk-context.tsx';
import { Facts, Official, Part, StepTitle } from '../parts.tsx';
import { Problem } from '../problem.tsx';

const PdfPages = lazy(() => import('../pdf-pages.tsx'));

/** As the electronic office names it (seed 001). */
const REPORT = 'Informe de datos identificativos y de domicilio';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  link: { fontSize: tokens.fontSizeBase400 },
});

/** The report, to be viewed, printed and saved; whoever came in with a password answers a code by SMS first (seed 002). */
export function Report() {
  const { texts } = useKiosk();
  const person = useQuery(api.kiosk.personalPage.queryOptions({ staleTime: Infinity }));
  if (person.error !== null) return <Problem error={person.error} texts={texts.errors} />;
  if (person.data === undefined) return <Spinner label={texts.frame.loading} />;
  const { name, documents, naf, secondFactor } = person.data;
  return (
    <>
      <StepTitle lang="es">{REPORT}</StepTitle>
      <section lang="es">
        <Facts
          rows={[
            ['Solicitante', name.toLocaleUpperCase('es')],
            ['Documento identificativo', documents[0] ?? ''],
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
  const { state, texts } = useKiosk();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(
    api.kiosk.report.queryOptions({ input: { saved: false }, staleTime: Infinity, gcTime: 0 }),
  );
  // Asked for anew: what is taken away is written down, and refused once the visit is over.
  const save = useMutation({
    mutationFn: () => client.kiosk.report({ saved: true }),
    onSuccess: (file) => saveFile(file, file.name),
  });
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
  // The desktop shell's kiosk is the office's machine: no file is ever left there.
  const saves = state.savesReports && window.estafetaKiosk === undefined;
  const saveButton = saves && (
    <Button
      size="large"
      icon={<ArrowDownloadRegular />}
      disabledFocusable={save.isPending}
      onClick={() => save.mutate()}
    >
      {texts.report.save}
    </Button>
  );
  return (
    <>
      {!isOpen && (
        <>
          <MessageBar intent="success" layout="multiline" role="status">
            <MessageBarBody>
              <Official>Informe generado correctamente. Pulse el enlace para abrirlo.</Official>
              {saves && (
                <Official>
                  Se recomienda guardar el PDF antes de imprimirlo por si tiene problemas con la impresora.
                </Official>
              )}
            </MessageBarBody>
          </MessageBar>
          <Part title="Documentación" lang="es">
            <div className={styles.line}>
              <Link as="button" onClick={() => setOpen(true)} lang="es" className={styles.link}>
                {REPORT}
              </Link>
              {saveButton}
            </div>
          </Part>
        </>
      )}
      {save.error !== null && <Problem error={save.error} texts={texts.errors} />}
      {save.isSuccess && (
        <MessageBar intent="info" layout="multiline" role="status">
          <MessageBarBody>{texts.report.saved}</MessageBarBody>
        </MessageBar>
      )}
      {print.error !== null && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{texts.report.notPrinted}</MessageBarBody>
        </MessageBar>
      )}
      {isOpen && (
        <>
          <div className={styles.line}>
            <Button
              appearance="primary"
              size="large"
              // The link that had the focus is gone.
              autoFocus
              icon={<PrintRegular />}
              disabledFocusable={print.isPending}
              onClick={() => print.mutate()}
            >
              {print.isPending ? texts.report.printing : texts.report.print}
            </Button>
            {saveButton}
          </div>
          <Suspense fallback={<Spinner label={texts.report.making} />}>
            <PdfPages file={query.data} />
          </Suspense>
        </>
      )}
    </>
  );
}
