import { useEffect, useState, type ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle24Filled, Circle24Regular } from '@fluentui/react-icons';
import type { PolicyCheck } from '../../../main/api/contract/index.ts';
import { client } from '../../app/client.ts';
import { PASSWORD_OFFICIAL as official } from '../../strings/es/kiosk-passwords.ts';
import { Row } from '../parts.tsx';
import { Es, Form, TextField } from './form.tsx';
import { usePasswordTexts } from './texts.ts';

const useStyles = makeStyles({
  policy: { display: 'grid', gap: tokens.spacingVerticalXS },
  heading: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  inner: { paddingInlineStart: tokens.spacingHorizontalXXL, marginTop: tokens.spacingVerticalXS },
  rule: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  met: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  unmet: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

/** Seed 004, step 5: the password twice, and its policy ticked off as it is met. */
export function NewPassword({ onSet }: { onSet: () => void }) {
  const words = usePasswordTexts();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [different, setDifferent] = useState(false);
  const { check, error } = usePolicy(password);
  const set = useMutation({
    mutationFn: () => client.passwords.set({ password }),
    onSuccess: (outcome) => {
      if (outcome === 'SET') onSet();
    },
    gcTime: 0,
  });
  const submit = (): void => {
    setDifferent(password !== repeated);
    if (password === repeated) set.mutate();
  };
  const problem = different
    ? words.different
    : set.data === 'SAME'
      ? words.same
      : set.data === 'POLICY'
        ? words.notPolicy
        : null;
  return (
    <Form
      submit={<Es>{official.accept}</Es>}
      onSubmit={submit}
      pending={set.isPending}
      error={set.error ?? error}
      problem={problem}
    >
      <Policy check={check} />
      <Row>
        <TextField label={<Es>{official.password}</Es>} value={password} onChange={setPassword} secret />
        <TextField label={<Es>{official.repeat}</Es>} value={repeated} onChange={setRepeated} secret />
      </Row>
    </Form>
  );
}

/** Asked of the service, which alone knows whose password it is to be; never kept beyond the screen. */
function usePolicy(password: string) {
  const [check, setCheck] = useState<PolicyCheck | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    client.passwords
      .check({ password })
      .then((answer) => {
        if (current) setCheck(answer);
      })
      .catch((failure: unknown) => {
        if (current) setError(failure);
      });
    return () => {
      current = false;
    };
  }, [password]);
  return { check, error };
}

function Policy({ check }: { check: PolicyCheck | null }) {
  const styles = useStyles();
  const words = usePasswordTexts();
  return (
    <section aria-label={official.policy} className={styles.policy}>
      <Text weight="semibold" size={500}>
        <Es>{official.important}</Es>
      </Text>
      <Subtitle2 as="h2" className={styles.heading}>
        <Es>{official.policy}</Es>
      </Subtitle2>
      <ul className={styles.list}>
        <Rule met={check?.notOwnData}>
          <Es>{official.notOwnData}</Es>
        </Rule>
        <Rule met={check?.length}>
          <Es>{official.length}</Es>
        </Rule>
        <Rule
          met={check?.groups}
          below={
            <ul className={`${styles.list} ${styles.inner}`}>
              <Rule met={check?.upper}>
                <Es>{official.upper}</Es>
              </Rule>
              <Rule met={check?.lower}>
                <Es>{official.lower}</Es>
              </Rule>
              <Rule met={check?.digit}>
                <Es>{official.digit}</Es>
              </Rule>
              <Rule met={check?.special}>
                <Es>{official.special}</Es>
              </Rule>
            </ul>
          }
        >
          <Es>{official.groups}</Es>
        </Rule>
        <Rule met={check?.notCommon}>{words.notCommon}</Rule>
      </ul>
    </section>
  );
}

function Rule({
  met = false,
  below,
  children,
}: {
  met?: boolean | undefined;
  below?: ReactNode;
  children: ReactNode;
}) {
  const styles = useStyles();
  const words = usePasswordTexts();
  return (
    <li data-met={met}>
      <span className={styles.rule}>
        {met ? (
          <CheckmarkCircle24Filled className={styles.met} role="img" aria-label={words.met} />
        ) : (
          <Circle24Regular className={styles.unmet} role="img" aria-label={words.unmet} />
        )}
        <Text>{children}</Text>
      </span>
      {below}
    </li>
  );
}
