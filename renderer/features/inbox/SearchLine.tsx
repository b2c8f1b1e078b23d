import {
  Caption1,
  Link,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { SearchInfo } from '../../../main/api/contract/index.ts';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useSearchText } from '../../app/search-text.ts';
import { strings } from '../../strings/es.ts';

const texts = strings.inbox.search;

const useStyles = makeStyles({
  line: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  table: {
    borderSpacing: `${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    marginTop: tokens.spacingVerticalS,
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    fontWeight: 'normal',
  },
});

/** How the query was understood, where else its words may be looked for, and the sheet of operators. */
export function SearchLine({ search }: { search: SearchInfo }) {
  const styles = useStyles();
  const readAs = [
    ...search.words.map((word) => `«${word}»`),
    ...search.operators.map(({ name, value }) => `${name}: ${value}`),
  ].join(' · ');
  return (
    <div className={styles.line}>
      <Caption1>{readAs === '' ? texts.nothingToFind : `${texts.readAs} ${readAs}`}</Caption1>
      {search.unknownOperators.length > 0 && (
        <Caption1>{texts.unknown(search.unknownOperators.join(', '))}</Caption1>
      )}
      <Popover positioning="below-start" trapFocus>
        <PopoverTrigger disableButtonEnhancement>
          <Link as="button">
            <Caption1>{texts.help}</Caption1>
          </Link>
        </PopoverTrigger>
        <PopoverSurface aria-label={texts.helpTitle}>
          <Subtitle2 as="h2">{texts.helpTitle}</Subtitle2>
          <table className={styles.table}>
            <tbody>
              {texts.helpRows.map(([operator, meaning]) => (
                <tr key={operator}>
                  <th scope="row" className={styles.code}>
                    {operator}
                  </th>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </PopoverSurface>
      </Popover>
      {search.words.length > 0 && (
        <Caption1>
          {texts.alsoIn} <SearchIn page="expedientes" words={search.words} /> ·{' '}
          <SearchIn page="ciudadanos" words={search.words} />
        </Caption1>
      )}
    </div>
  );
}

/** The same words in another list; never by itself: a look-up of citizens is recorded. */
function SearchIn({ page, words }: { page: 'expedientes' | 'ciudadanos'; words: readonly string[] }) {
  const [, setText] = useSearchText(page);
  return (
    <Link
      as="button"
      inline
      onClick={() => {
        setText(words.join(' '));
        navigate(pathTo(page));
      }}
    >
      <Caption1>{strings.frame.pages[page]}</Caption1>
    </Link>
  );
}
