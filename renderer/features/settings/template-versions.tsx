import { Body1, Caption1, Caption1Strong, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { DateText } from '../../ui/DateText.tsx';

const texts = settingsStrings.templates;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  summary: { cursor: 'pointer', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  muted: { color: tokens.colorNeutralForeground3 },
  words: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Every text that the template has had: what was sent can be told from what is sent now. */
export function TemplateVersions({ templateId }: { templateId: number }) {
  const styles = useStyles();
  const versions = useQuery(api.settings.templateVersions.queryOptions({ input: { templateId } }));
  if (versions.error !== null)
    return <ErrorBar error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Spinner size="tiny" label={strings.common.loading} />;
  return (
    <section aria-label={texts.versions}>
      <Caption1Strong as="h4" block>
        {texts.versions}
      </Caption1Strong>
      <ul className={styles.list}>
        {versions.data.map(({ version, subject, body, savedAt, savedBy }) => (
          <li key={version}>
            <details>
              <summary className={styles.summary}>
                {texts.version(version)}{' '}
                <Caption1 className={styles.muted}>
                  {savedBy ?? texts.shipped}, <DateText date={savedAt} />
                </Caption1>
              </summary>
              <Body1 block className={styles.words}>
                {subject}
                {'\n\n'}
                {body}
              </Body1>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
