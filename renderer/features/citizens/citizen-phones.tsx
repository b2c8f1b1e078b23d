import { Badge, Body1, Body1Strong, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Citizen, PhoneChange } from '../../../main/api/contract/index.ts';
import { pathTo } from '../../app/routes.tsx';
import { useHasRole } from '../../app/session.tsx';
import { citizenStrings } from '../../strings/es/citizens.ts';
import { importSentence, phoneSentence, phoneStrings } from '../../strings/es/phones.ts';
import { formatDay } from '../../ui/format.ts';
import { RevealedPhone } from '../case/revealed-phone.tsx';
import { Part } from './citizen-parts.tsx';

const text = citizenStrings.record;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** The numbers on record, and below each change as a sentence, newest first. */
export function CitizenPhones({ citizen, changes }: { citizen: Citizen; changes: readonly PhoneChange[] }) {
  const styles = useStyles();
  const maySeeAll = useHasRole('SUPERVISOR');
  const current = citizen.phoneRecords.filter((record) => record.validTo === null);
  const imported = citizen.phoneRecords.filter((record) => record.changeId === null);
  const history = [
    ...changes.map((change) => ({ key: `c${change.id}`, at: change.requestedAt, change, record: null })),
    ...imported.map((record) => ({ key: `r${record.id}`, at: record.validFrom, change: null, record })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Part title={text.phone}>
      {current.length === 0 && <Body1 block>{text.noPhone}</Body1>}
      <ul className={styles.list}>
        {current.map((record) => (
          <li key={record.id}>
            <div className={styles.line}>
              <Body1Strong>
                {maySeeAll ? (
                  <RevealedPhone
                    masked={record.masked}
                    phoneRef={{ of: 'RECORD', id: record.id }}
                    caseId={null}
                  />
                ) : (
                  record.masked
                )}
              </Body1Strong>
              {record.shared && (
                <Badge appearance="tint" color="warning" title={phoneStrings.sharedText}>
                  {phoneStrings.shared}
                </Badge>
              )}
            </div>
            <Caption1 block className={styles.muted}>
              {phoneStrings.sets[record.contactSet]}
            </Caption1>
          </li>
        ))}
      </ul>
      <ol className={styles.list} aria-label={phoneStrings.changes}>
        {history.map(({ key, change, record }) => (
          <li key={key}>
            <Body1 block>
              {change === null ? importSentence(record, formatDay) : phoneSentence(change, formatDay)}
            </Body1>
            {change !== null && (
              <Link href={pathTo('expedientes', change.caseId)}>{text.caseLink(change.caseNumber)}</Link>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}
