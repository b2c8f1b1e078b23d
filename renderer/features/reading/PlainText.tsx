import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DeclaredField } from '../../../main/api/contract/index.ts';
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
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorBrandStroke1,
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    boxDecorationBreak: 'clone',
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pointed: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
});

/** Plain text with the found data as quiet buttons. */
export function PlainText({
  text,
  stretches = [],
  pointed = null,
  onFound,
}: {
  text: string;
  stretches?: readonly Stretch[];
  /** Shown plainly: it is being pointed at elsewhere on the screen. */
  pointed?: DeclaredField | null;
  onFound?: (stretch: Stretch) => void;
}) {
  const styles = useStyles();
  const last = stretches.at(-1);
  const isPointed = ({ fields }: Stretch): boolean => pointed !== null && fields.includes(pointed);
  return (
    <div className={styles.text}>
      {stretches.map((stretch, index) => (
        <span key={stretch.start}>
          {text.slice(stretches[index - 1]?.end ?? 0, stretch.start)}
          {/* No <button>: it would stand as a block where the words go over a line's end. */}
          <span
            role="button"
            tabIndex={0}
            className={mergeClasses(styles.found, isPointed(stretch) && styles.pointed)}
            data-pointed={isPointed(stretch) ? '' : undefined}
            title={describe(stretch)}
            onClick={() => onFound?.(stretch)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return;
              event.preventDefault();
              onFound?.(stretch);
            }}
          >
            {text.slice(stretch.start, stretch.end)}
          </span>
        </span>
      ))}
      {text.slice(last?.end ?? 0)}
    </div>
  );
}
