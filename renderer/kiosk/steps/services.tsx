import { useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Badge, Caption1, SearchBox, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Outputs } from '../../../main/api/contract/index.ts';
import { api } from '../../app/client.ts';
import { useKiosk } from '../kiosk-context.tsx';
import { StepTitle } from '../parts.tsx';
import { Problem } from '../problem.tsx';

type Service = Outputs['kiosk']['services'][number];

const useStyles = makeStyles({
  search: { maxWidth: 'none' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  item: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The catalogue, for whoever wants to know what he can do from home. */
export function Services() {
  const styles = useStyles();
  const { texts } = useKiosk();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const query = useQuery(
    api.kiosk.services.queryOptions({ input: { text: asked }, placeholderData: (before) => before }),
  );
  const found = query.data ?? [];
  return (
    <>
      <StepTitle>{texts.services.title}</StepTitle>
      <SearchBox
        className={styles.search}
        size="large"
        aria-label={texts.services.search}
        placeholder={texts.services.search}
        value={text}
        maxLength={100}
        dismiss={null}
        onChange={(_, { value }) => setText(value)}
      />
      {query.error !== null && (
        <Problem error={query.error} texts={texts.errors} onRetry={() => void query.refetch()} />
      )}
      {query.data === undefined && query.error === null && <Spinner label={texts.frame.loading} />}
      {query.data !== undefined && (
        <Text role="status">
          {found.length === 0 ? texts.services.none : texts.services.found(found.length)}
        </Text>
      )}
      <ul className={styles.list}>
        {found.map((service) => (
          <ServiceItem key={service.id} service={service} />
        ))}
      </ul>
    </>
  );
}

function ServiceItem({ service }: { service: Service }) {
  const styles = useStyles();
  const { texts } = useKiosk();
  return (
    <li className={styles.item}>
      <Text weight="semibold" size={400} lang="es">
        {service.name}
      </Text>
      <Caption1 className={styles.muted}>
        {texts.services.audience[service.audience]} · <span lang="es">{service.section}</span>
      </Caption1>
      <span className={styles.ways}>
        <Caption1>{service.ways.length === 0 ? texts.services.free : texts.services.ways}</Caption1>
        {service.ways.map((way) => (
          <Badge key={way} appearance="outline" color="informative" size="extra-large" lang="es">
            {way}
          </Badge>
        ))}
      </span>
    </li>
  );
}
