import type { ReactNode } from 'react';
import { Body1, Body1Strong, Caption1, Link, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ServiceMatch } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { catalogueStrings } from '../../strings/es/catalogue.ts';
import { accessWords } from '../catalogue/access.ts';

const text = catalogueStrings.online;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

export function useOnlineServices(messageId: number) {
  return useQuery(api.catalogue.forMessage.queryOptions({ input: { messageId } }));
}

/** What the writer of a message can do on line; `choice` puts something in front of each service's name. */
export function OnlineServices({
  messageId,
  choice,
}: {
  messageId: number;
  choice?: (match: ServiceMatch) => ReactNode;
}) {
  const styles = useStyles();
  const services = useOnlineServices(messageId);
  if (services.error !== null) {
    return <ErrorBar error={services.error} onRetry={() => void services.refetch()} />;
  }
  if (services.data === undefined) return <Spinner size="tiny" label={strings.common.loading} />;
  return (
    <>
      {services.data.length === 0 ? (
        <Body1 className={styles.muted}>{text.none}</Body1>
      ) : (
        <ul className={styles.list}>
          {services.data.map((match) => (
            <li key={match.entry.id}>
              {choice === undefined ? <Body1Strong block>{match.entry.name}</Body1Strong> : choice(match)}
              <Caption1 block className={styles.muted}>
                {text.access(accessWords(match.entry.access))}
              </Caption1>
              <Caption1 block className={styles.muted}>
                {text.because(match.because.join(', ').replaceAll('*', '…'))}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
      <Link href={pathTo('catalogo')}>{text.openCatalogue}</Link>
    </>
  );
}
