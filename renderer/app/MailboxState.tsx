import { useQuery } from '@tanstack/react-query';
import {
  Button,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Spinner,
  Subtitle2,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircle16Filled, CloudOff16Regular } from '@fluentui/react-icons';
import { strings } from '../strings/es.ts';
import { formatDateTime, formatNumber } from '../ui/format.ts';
import { useOnePane } from '../ui/use-media.ts';
import { api, useConnectionStatus } from './client.ts';
import { navigate, pathTo } from './routes.tsx';
import { useWorks } from './work.ts';

const useStyles = makeStyles({
  ok: { color: tokens.colorStatusSuccessForeground1 },
  button: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
  surface: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: '320px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', flexDirection: 'column', padding: `${tokens.spacingVerticalXS} 0` },
  muted: { color: tokens.colorNeutralForeground3 },
});

function Mailboxes() {
  const styles = useStyles();
  const { data, error, isPending } = useQuery(
    api.settings.mailboxes.queryOptions({ staleTime: 0, retry: false }),
  );
  if (isPending) return <Spinner size="tiny" label={strings.common.loading} />;
  if (error !== null) return null; // the list is extra: the state above stands without it
  if (data.length === 0) return <Text>{strings.frame.mailbox.empty}</Text>;
  return (
    <ul className={styles.list}>
      {data.map((mailbox) => (
        <li key={mailbox.id} className={styles.item}>
          <Text weight="semibold">{mailbox.name}</Text>
          <Text size={200} className={styles.muted}>
            {strings.frame.mailbox.messages(formatNumber(mailbox.messageCount))}
            {' · '}
            {mailbox.lastSeenAt === null
              ? strings.frame.mailbox.never
              : strings.frame.mailbox.lastRead(formatDateTime(mailbox.lastSeenAt))}
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** "Al día", "Leyendo 1.240 de 20.000" or "Sin conexión"; opens what is known of each mailbox. */
export function MailboxState() {
  const styles = useStyles();
  const status = useConnectionStatus();
  const onePane = useOnePane();
  const reading = useWorks().find((work) => work.kind === 'INGEST' && work.state === 'RUNNING');
  const texts = strings.frame.mailbox;
  const [icon, label] =
    status !== 'OPEN'
      ? [<CloudOff16Regular key="off" />, texts.offline]
      : reading !== undefined
        ? [
            <Spinner key="reading" size="extra-tiny" />,
            texts.reading(
              formatNumber(reading.done),
              reading.total === null ? null : formatNumber(reading.total),
            ),
          ]
        : [<CheckmarkCircle16Filled key="ok" className={styles.ok} />, texts.upToDate];
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={icon}
          className={styles.button}
          aria-label={onePane ? label : undefined}
        >
          {onePane ? null : label}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={texts.label}>
        <Subtitle2 as="h2">{texts.label}</Subtitle2>
        <Text>{label}</Text>
        <Mailboxes />
        <Button size="small" onClick={() => navigate(pathTo('ajustes', 'buzones'))}>
          {texts.openSettings}
        </Button>
      </PopoverSurface>
    </Popover>
  );
}
