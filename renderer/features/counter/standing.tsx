import { Body1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { RegistrationView } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { counterStrings, registrationSentence } from '../../strings/es/counter.ts';
import { formatDateTime, formatDay } from '../../ui/format.ts';
import { Facts, Part } from '../citizens/citizen-parts.tsx';
import { saveFile } from '../../ui/save-file.ts';

const text = counterStrings.standing;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

/** How the newest registration stands. */
export function Standing({ registration }: { registration: RegistrationView | undefined }) {
  const styles = useStyles();
  const report = useErrorReporter();
  const open = useMutation({
    mutationFn: (sheetId: number) => client.registrations.sheet({ sheetId }),
    onSuccess: (file) => saveFile(file, file.name),
    onError: report,
  });
  if (registration === undefined) {
    return (
      <Part title={text.title}>
        <Body1>{text.none}</Body1>
      </Part>
    );
  }
  const { code, password } = registration;
  const facts: readonly (readonly [string, string])[] = [
    [
      text.registered,
      `${counterStrings.page.states[registration.state]}, ${formatDay(registration.createdAt)}, ${registration.createdBy}`,
    ],
    [text.user, `${strings.labels.idType[registration.documentType]} ${registration.documentNumber}`],
    [text.phone, registration.maskedPhone],
    [text.email, registration.maskedEmail],
    ...(code === null
      ? []
      : [[text.code, text.codeUntil(counterStrings.codes[code.state], formatDay(code.expiresAt))] as const]),
    [
      text.password,
      password === null
        ? text.noPassword
        : text.setAt(
            password.blocked ? text.blocked : password.expired ? text.expired : text.inForce,
            formatDay(password.setAt),
          ),
    ],
  ];
  return (
    <Part title={text.title}>
      <Facts rows={facts} />
      {registration.sheets.length === 0 ? (
        <Body1>{text.noSheet}</Body1>
      ) : (
        <ul className={styles.list} aria-label={text.sheets}>
          {registration.sheets.map((sheet) => (
            <li key={sheet.id}>
              <Link as="button" onClick={() => open.mutate(sheet.id)}>
                {text.sheet(formatDay(sheet.addedAt), sheet.addedBy)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Everything that ever happened, sentence by sentence, the newest first. */
export function RegistrationHistory({ registrations }: { registrations: readonly RegistrationView[] }) {
  const styles = useStyles();
  const events = registrations.flatMap((registration) => registration.events);
  return (
    <Part title={counterStrings.history.title}>
      {events.length === 0 ? (
        <Body1>{counterStrings.history.none}</Body1>
      ) : (
        <ul className={styles.list}>
          {events.map((event) => (
            <li key={event.id}>{registrationSentence(event, formatDateTime)}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}
