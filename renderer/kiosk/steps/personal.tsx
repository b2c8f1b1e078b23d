import { useQuery } from '@tanstack/react-query';
import { Badge, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { KioskLanguage, Outputs } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import type { KioskStrings } from '../../strings/es/kiosk.ts';
import { longDay, longIsoDay } from '../dates.ts';
import { useKiosk } from '../kiosk-context.tsx';
import { Choice, Facts, Part, StepTitle } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { WorkingLifePart } from '../working-life.tsx';

type Page = Outputs['kiosk']['personalPage'];

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.2em', display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  muted: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** "Tu Seguridad Social" (seed 002): a summary of the citizen's situation, and the way to what he most often needs. */
export function Personal() {
  const { texts } = useKiosk();
  // Each look is written down: it is not asked for again by itself.
  const query = useQuery(api.kiosk.personalPage.queryOptions({ staleTime: Infinity }));
  if (query.error !== null) {
    return <Problem error={query.error} texts={texts.errors} onRetry={() => void query.refetch()} />;
  }
  return query.data === undefined ? (
    <Spinner label={texts.frame.loading} />
  ) : (
    <PersonalPage page={query.data} />
  );
}

function PersonalPage({ page }: { page: Page }) {
  const styles = useStyles();
  const { texts, language, go } = useKiosk();
  const text = texts.personal;
  return (
    <>
      <StepTitle>{text.hello(page.name)}</StepTitle>
      <Text size={400}>{text.text}</Text>
      <Part title={text.reports}>
        <Text className={styles.muted}>{text.reportText}</Text>
        <Choice
          title="Informe de datos identificativos y de domicilio"
          lang="es"
          text={texts.report.makeText}
          onClick={() => go('REPORT')}
        />
      </Part>
      <Part title={text.who}>
        <Facts
          rows={[
            [text.name, page.name],
            ...page.documents.map((document) => [text.document, document] as const),
            [text.naf, page.naf ?? text.none],
            [text.birth, page.birthDate === null ? text.none : longIsoDay(page.birthDate, language)],
          ]}
        />
      </Part>
      <Part title={text.contact}>
        <Facts
          rows={[
            ...(page.phones.length === 0 ? [[text.phone.ELECTRONIC, text.none] as const] : []),
            ...page.phones.map(({ contactSet, masked }) => [text.phone[contactSet], masked] as const),
            [text.email, page.maskedEmail ?? text.none],
            [text.address, page.address ?? text.none],
            ...(page.registered === null
              ? []
              : [
                  [text.registeredPhone, page.registered.maskedPhone] as const,
                  [text.registeredEmail, page.registered.maskedEmail] as const,
                ]),
          ]}
        />
      </Part>
      <WorkingLifePart />
      <Part title={text.phoneHistory}>
        {page.phoneEvents.length === 0 && <Text>{text.noHistory}</Text>}
        <ul className={styles.list}>
          {page.phoneEvents.map((event, index) => (
            <li key={index}>
              <Text>{phoneSentence(event, text, language)}</Text>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={text.cases}>
        {page.cases.length === 0 && <Text>{text.noCases}</Text>}
        <ul className={styles.list}>
          {page.cases.map(({ number, openedAt, state }) => (
            <li key={number}>
              <span className={styles.line}>
                <Text>{text.caseLine(number, longDay(openedAt, language))}</Text>
                <Badge appearance="tint" size="extra-large">
                  {text.states[state]}
                </Badge>
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={text.messages}>
        {page.messages.length === 0 && <Text>{text.noMessages}</Text>}
        <ul className={styles.list}>
          {page.messages.map(({ id, receivedAt, subject, state }) => (
            <li key={id}>
              <span className={styles.line}>
                <Text>{text.messageLine(longDay(receivedAt, language))}</Text>
                <Badge appearance="tint" size="extra-large">
                  {text.states[state]}
                </Badge>
              </span>
              {subject !== null && <Text className={styles.muted}>{subject}</Text>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={text.todo}>
        <Choice title={texts.home.services} text={texts.home.servicesText} onClick={() => go('SERVICES')} />
      </Part>
    </>
  );
}

/** One thing that happened to a number, in words. */
function phoneSentence(
  { at, kind, maskedFrom, maskedTo, channel, state }: Page['phoneEvents'][number],
  text: KioskStrings['personal'],
  language: KioskLanguage,
): string {
  const what = text.deeds[kind](maskedFrom ?? '', maskedTo ?? '');
  const how = channel === null ? '' : text.through[channel];
  return text.event(longDay(at, language), what, how, text.ends[state]);
}
