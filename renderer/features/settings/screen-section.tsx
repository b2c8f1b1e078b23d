import { useState } from 'react';
import { Button, Field, Input, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Preferences } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { errorCode, useErrorReporter } from '../../app/errors.tsx';
import { usePreferences } from '../../app/session.tsx';
import { useNotice } from '../../app/undo.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { Block } from './parts.tsx';

const texts = settingsStrings.screen;
const MIN_PASSWORD = 10;
const THEMES = Object.keys(strings.labels.theme) as Preferences['theme'][];
const DENSITIES = Object.keys(strings.labels.density) as Preferences['density'][];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '360px' },
  button: { alignSelf: 'start' },
});

/** What each person sets for himself. */
export function ScreenSection() {
  const [preferences, update] = usePreferences();
  return (
    <>
      <Block title={texts.look} text={texts.note}>
        <Field label={texts.theme}>
          <RadioGroup
            layout="horizontal"
            value={preferences.theme}
            onChange={(_, { value }) => {
              const theme = THEMES.find((candidate) => candidate === value);
              if (theme !== undefined) update({ theme });
            }}
          >
            {THEMES.map((theme) => (
              <Radio key={theme} value={theme} label={strings.labels.theme[theme]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={texts.density}>
          <RadioGroup
            layout="horizontal"
            value={preferences.density}
            onChange={(_, { value }) => {
              const density = DENSITIES.find((candidate) => candidate === value);
              if (density !== undefined) update({ density });
            }}
          >
            {DENSITIES.map((density) => (
              <Radio key={density} value={density} label={strings.labels.density[density]} />
            ))}
          </RadioGroup>
        </Field>
      </Block>
      <Block title={texts.passwordTitle}>
        <PasswordForm />
      </Block>
    </>
  );
}

function PasswordForm() {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const change = useMutation({
    mutationFn: () => client.session.changePassword({ current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setRepeat('');
      notify(texts.changed);
    },
    onError: (error) => {
      if (errorCode(error) !== 'SIGN_IN_REFUSED') report(error);
    },
  });
  const wrong = errorCode(change.error) === 'SIGN_IN_REFUSED';
  const different = repeat !== '' && repeat !== next;
  const ready = current !== '' && next.length >= MIN_PASSWORD && repeat === next;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) change.mutate();
      }}
    >
      <Field label={texts.current} validationMessage={wrong ? texts.wrong : undefined}>
        <Input
          type="password"
          autoComplete="current-password"
          maxLength={200}
          value={current}
          onChange={(_, { value }) => {
            setCurrent(value);
            change.reset();
          }}
        />
      </Field>
      <Field
        label={texts.next}
        hint={texts.nextHint}
        validationMessage={next !== '' && next.length < MIN_PASSWORD ? texts.tooShort : undefined}
        validationState={next !== '' && next.length < MIN_PASSWORD ? 'warning' : 'none'}
      >
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={next}
          onChange={(_, { value }) => setNext(value)}
        />
      </Field>
      <Field label={texts.repeat} validationMessage={different ? texts.different : undefined}>
        <Input
          type="password"
          autoComplete="new-password"
          maxLength={200}
          value={repeat}
          onChange={(_, { value }) => setRepeat(value)}
        />
      </Field>
      <Button type="submit" className={styles.button} disabled={!ready || change.isPending}>
        {texts.change}
      </Button>
    </form>
  );
}
