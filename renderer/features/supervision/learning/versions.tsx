import { Button, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { LearningOverview, ModelVersion } from '../../../../main/api/contract/index.ts';
import { client } from '../../../app/client.ts';
import { useErrorReporter } from '../../../app/errors.tsx';
import { useNotice } from '../../../app/undo.tsx';
import { useWorks } from '../../../app/work.ts';
import { learningStrings } from '../../../strings/es/learning.ts';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Card } from '../card.tsx';

const texts = learningStrings.versions;

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '320px' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  cell: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  acts: { display: 'flex', gap: tokens.spacingHorizontalS, justifyContent: 'end' },
});

function learntFrom({ shipped, decided }: ModelVersion): string {
  return decided === 0
    ? texts.learntShipped(formatNumber(shipped))
    : texts.learnt(formatNumber(shipped), formatNumber(decided));
}

function test({ kept, keptRight, keptRightBefore, comparedWith }: ModelVersion): string {
  return comparedWith === null
    ? texts.none
    : texts.keptRight(
        formatNumber(keptRight),
        formatNumber(kept),
        formatNumber(keptRightBefore),
        comparedWith,
      );
}

function trained({ trainedAt, trainedBy }: ModelVersion): string {
  return trainedAt === null
    ? texts.withProgram
    : `${formatDateTime(trainedAt)}, ${trainedBy ?? texts.byItself}`;
}

/** Every version with what it learnt from and how it does; the supervisor switches. */
export function VersionsCard({
  learning,
  onSee,
  className,
}: {
  learning: LearningOverview;
  onSee: (version: number) => void;
  className?: string;
}) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const training = useWorks().some(({ kind, state }) => kind === 'TRAINING' && state === 'RUNNING');
  const { versions, decisions, leastDecisions, newDecisions } = learning;
  const enough = decisions >= leastDecisions;
  const train = useMutation({ mutationFn: () => client.learning.train(), onError: report });
  const use = useMutation({
    mutationFn: (version: number) => client.learning.switchTo({ version }),
    onSuccess: (_, version) => notify(texts.used(version)),
    onError: report,
  });
  const inUse = versions.find(({ state }) => state === 'IN_USE');
  const state = training
    ? texts.training
    : enough
      ? texts.fresh(formatNumber(newDecisions))
      : texts.few(formatNumber(decisions), formatNumber(leastDecisions));
  return (
    <Card
      className={className}
      title={texts.title}
      text={`${inUse === undefined ? '' : texts.inUse(inUse.version)} ${state}`}
      acts={
        <Button disabled={!enough || training || train.isPending} onClick={() => train.mutate()}>
          {texts.train}
        </Button>
      }
    >
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.list} data-scrolls>
        <table className={styles.table}>
          <thead>
            <tr>
              {[texts.version, texts.state, texts.trained, texts.from, texts.kept, texts.acts].map(
                (title) => (
                  <th
                    key={title}
                    scope="col"
                    className={mergeClasses(styles.cell, styles.head)}
                    title={title === texts.kept ? texts.keptHint : undefined}
                  >
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.version}>
                <td className={styles.cell}>{version.version}</td>
                <td className={mergeClasses(styles.cell, version.state === 'IN_USE' && styles.strong)}>
                  {texts.states[version.state]}
                </td>
                <td className={styles.cell}>{trained(version)}</td>
                <td className={styles.cell}>{learntFrom(version)}</td>
                <td className={styles.cell}>{test(version)}</td>
                <td className={styles.cell}>
                  {version.usable ? (
                    <div className={styles.acts}>
                      <Button
                        size="small"
                        aria-label={texts.seeOf(version.version)}
                        onClick={() => onSee(version.version)}
                      >
                        {texts.see}
                      </Button>
                      <Button
                        size="small"
                        appearance={version.state === 'OFFERED' ? 'primary' : 'secondary'}
                        aria-label={texts.useOf(version.version)}
                        disabled={use.isPending}
                        onClick={() => use.mutate(version.version)}
                      >
                        {texts.use}
                      </Button>
                    </div>
                  ) : (
                    <Text>{texts.none}</Text>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
