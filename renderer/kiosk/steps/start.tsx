import { useState } from 'react';
import {
  Button,
  MessageBar,
  MessageBarBody,
  Text,
  Title1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { KioskLanguage } from '../../../main/api/contract/index.ts';
import { useKiosk } from '../kiosk-context.tsx';
import { Problem } from '../problem.tsx';
import { TEXTS } from '../texts.ts';

const useStyles = makeStyles({
  language: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
  },
});

/** Between two visits: each language says what this is and takes the next one in. */
export function Start() {
  const styles = useStyles();
  const { state, begin } = useKiosk();
  const [failure, setFailure] = useState<unknown>(null);
  const { languages, ending } = state;
  const start = (language: KioskLanguage): void => {
    setFailure(null);
    begin(language).catch(setFailure);
  };
  return (
    <>
      {ending !== null && (
        <MessageBar intent="info" layout="multiline" politeness="polite">
          <MessageBarBody>
            {languages.map((language) => (
              <Text block key={language} lang={language}>
                {TEXTS[language].start.endings[ending]}
              </Text>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {failure !== null && <Problem error={failure} />}
      {languages.map((language, index) => {
        const { start: texts } = TEXTS[language];
        return (
          <section
            key={language}
            lang={language}
            className={styles.language}
            aria-label={TEXTS[language].language}
          >
            <Title1 as={index === 0 ? 'h1' : 'h2'}>{texts.title}</Title1>
            <Text size={500}>{texts.text}</Text>
            <Button appearance="primary" size="large" onClick={() => start(language)}>
              {languages.length === 1 ? texts.begin : texts.beginIn}
            </Button>
          </section>
        );
      })}
    </>
  );
}
