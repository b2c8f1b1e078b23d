import { makeStyles, tokens } from '@fluentui/react-components';
import { describe, type Stretch } from './found.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: '22px',
    maxWidth: '92ch',
    color: tokens.colorNeutralForeground1,
  },
  found: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorBrandStroke1,
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    userSelect: 'text',
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Plain text with the found data as quiet buttons. */
export function PlainText({
  text,
  stretches = [],
  onFound,
}: {
  text: string;
  stretches?: readonly Stretch[];
  onFound?: (stretch: Stretch) => void;
}) {
  const styles = useStyles();
  const last = stretches.at(-1);
  return (
    <div className={styles.text}>
      {stretches.map((stretch, index) => (
        <span key={stretch.start}>
          {text.slice(stretches[index - 1]?.end ?? 0, stretch.start)}
          <button
            type="button"
            className={styles.found}
            title={describe(stretch)}
            onClick={() => onFound?.(stretch)}
          >
            {text.slice(stretch.start, stretch.end)}
          </button>
        </span>
      ))}
      {text.slice(last?.end ?? 0)}
    </div>
  );
}
