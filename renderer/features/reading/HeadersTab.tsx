import { useQuery } from '@tanstack/react-query';
import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';

const texts = strings.reading.headers;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  name: { width: '180px' },
  value: { fontFamily: tokens.fontFamilyMonospace },
});

/** All headers, decoded, in their order. */
export function HeadersTab({ messageId }: { messageId: number }) {
  const styles = useStyles();
  const { data, error, refetch } = useQuery(api.messages.headers.queryOptions({ input: { id: messageId } }));
  if (error !== null) return <ErrorBar error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Spinner label={strings.common.loading} />;
  return (
    <table aria-label={texts.label} className={styles.table}>
      <colgroup>
        <col className={styles.name} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {texts.name}
          </th>
          <th scope="col" className={styles.cell}>
            {texts.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {data.map((line, index) => (
          <tr key={index}>
            <th scope="row" className={styles.cell}>
              {line.name}
            </th>
            <td className={`${styles.cell} ${styles.value}`}>{line.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
