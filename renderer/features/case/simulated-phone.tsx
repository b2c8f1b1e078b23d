import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { useSession } from '../../app/session.tsx';
import { identityStrings } from '../../strings/es/identity.ts';
import { DateText } from '../../ui/DateText.tsx';
import { formatPhone } from '../../ui/format.ts';

const text = identityStrings.phone;
const LOOK_EVERY_MS = 2000;

const useStyles = makeStyles({
  phone: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  muted: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '220px',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  bubble: {
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** The telephone of the demo and what arrived on it; nothing on real data. */
export function SimulatedPhone() {
  return useSession().demo === null ? null : <Phone />;
}

function Phone() {
  const styles = useStyles();
  const { data = [] } = useQuery(
    api.identity.simulatedPhone.queryOptions({ refetchInterval: LOOK_EVERY_MS }),
  );
  return (
    <section className={styles.phone} aria-label={text.title}>
      <Body1Strong block>{text.title}</Body1Strong>
      <Caption1 block className={styles.muted}>
        {text.note}
      </Caption1>
      {data.length === 0 ? (
        <Caption1 block>{text.empty}</Caption1>
      ) : (
        <ul className={styles.list} data-scrolls tabIndex={0}>
          {data.map((sms) => (
            <li key={sms.id} className={styles.bubble}>
              <Caption1 block className={styles.muted}>
                {text.to(formatPhone(sms.to))}, <DateText date={sms.at} />
              </Caption1>
              {sms.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
