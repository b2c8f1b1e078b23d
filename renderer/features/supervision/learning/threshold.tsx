import { useState } from 'react';
import { Button, Field, Slider, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { LearningOverview } from '../../../../main/api/contract/index.ts';
import { client } from '../../../app/client.ts';
import { useErrorReporter } from '../../../app/errors.tsx';
import { useNotice } from '../../../app/undo.tsx';
import { learningStrings } from '../../../strings/es/learning.ts';
import { formatNumber } from '../../../ui/format.ts';
import { sum } from '../figures.ts';
import { percentOf } from './accuracy-chart.tsx';
import { Card } from '../card.tsx';

const texts = learningStrings.threshold;

const useStyles = makeStyles({
  slider: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  wide: { flexGrow: 1 },
  percent: { minWidth: '44px', fontVariantNumeric: 'tabular-nums' },
  act: { alignSelf: 'start' },
});

/** What a threshold would have done to what is decided already, in a sentence. */
function effectOf(confidence: LearningOverview['confidence'], percent: number): string {
  const above = confidence.filter((band) => band.percent >= percent);
  const decided = sum(above.map((band) => band.decided));
  if (decided === 0) return texts.none;
  const all = sum(confidence.map((band) => band.decided));
  const right = sum(above.map((band) => band.right));
  return texts.effect(
    formatNumber(percentOf({ decided: all, right: decided })),
    formatNumber(percentOf({ decided, right })),
  );
}

/** The confidence under which a proposal needs a person, with what it would have meant. */
export function ThresholdCard({
  reviewBelow,
  confidence,
  className,
}: {
  reviewBelow: number;
  confidence: LearningOverview['confidence'];
  className?: string;
}) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const saved = Math.round(reviewBelow * 100);
  const [percent, setPercent] = useState(saved);
  const save = useMutation({
    mutationFn: () => client.learning.setReviewBelow({ reviewBelow: percent / 100 }),
    onSuccess: () => notify(texts.saved),
    onError: report,
  });
  return (
    <Card className={className} title={texts.title} text={texts.text}>
      <Field label={texts.label}>
        <div className={styles.slider}>
          <Slider
            className={styles.wide}
            min={0}
            max={100}
            step={5}
            aria-label={texts.label}
            aria-valuetext={texts.percent(percent)}
            value={percent}
            onChange={(_, { value }) => setPercent(value)}
          />
          <span aria-hidden className={styles.percent}>
            {texts.percent(percent)}
          </span>
        </div>
      </Field>
      {confidence.length > 0 && <Text>{effectOf(confidence, percent)}</Text>}
      <Button
        className={styles.act}
        disabled={percent === saved || save.isPending}
        onClick={() => save.mutate()}
      >
        {texts.save}
      </Button>
    </Card>
  );
}
