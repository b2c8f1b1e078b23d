import { useRef, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  Button,
  Field,
  Input,
  ProgressBar,
  Select,
  Text,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { api } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { showSession } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { PROVINCES } from './provinces.ts';
import { SessionCard } from './SessionCard.tsx';

const texts = strings.session.firstRun;
const LAST_STEP = texts.steps.length - 1;
const MIN_PASSWORD = 10;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minHeight: '220px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  heading: { ...typographyStyles.subtitle1, margin: 0, outline: 'none' },
  muted: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', justifyContent: 'space-between' },
});

type Answers = {
  readonly provinceCode: string;
  readonly officeName: string;
  readonly mailboxAddress: string;
  readonly displayName: string;
  readonly userName: string;
  readonly password: string;
  readonly repeated: string;
};

const EMPTY: Answers = {
  provinceCode: '',
  officeName: '',
  mailboxAddress: '',
  displayName: '',
  userName: '',
  password: '',
  repeated: '',
};

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Whether a step's answers let the person go on; the service checks everything again. */
function stepDone(step: number, answers: Answers): boolean {
  switch (step) {
    case 1:
      return answers.provinceCode !== '' && answers.officeName.trim() !== '';
    case 2:
      return answers.mailboxAddress === '' || isAddress(answers.mailboxAddress);
    case 3:
      return (
        answers.displayName.trim() !== '' &&
        /^[a-z0-9._-]{2,40}$/.test(answers.userName) &&
        answers.password.length >= MIN_PASSWORD &&
        answers.password === answers.repeated
      );
    default:
      return true;
  }
}

/** Office, mailbox, first administrator: five steps, each can be gone back to. */
export function FirstRun() {
  const styles = useStyles();
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState(EMPTY);
  const heading = useRef<HTMLHeadingElement>(null);
  const setUp = useMutation(api.session.setUp.mutationOptions({ onSuccess: showSession }));
  const change = (patch: Partial<Answers>): void => {
    setAnswers((before) => ({ ...before, ...patch }));
  };
  const go = (to: number): void => {
    setStep(to);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (step < LAST_STEP) {
      go(step + 1);
      return;
    }
    const { provinceCode, officeName, mailboxAddress, userName, displayName, password } = answers;
    setUp.mutate({ provinceCode, officeName, mailboxAddress, admin: { userName, displayName, password } });
  };
  const titles = [
    texts.welcome.title,
    texts.office.title,
    texts.mailbox.title,
    texts.admin.title,
    texts.review.title,
  ];
  return (
    <SessionCard title={texts.title} wide>
      <form className={styles.form} noValidate onSubmit={submit}>
        <div>
          <Text size={200} className={styles.muted}>
            {texts.step(step + 1, LAST_STEP + 1)} · {texts.steps[step]}
          </Text>
          <ProgressBar
            aria-label={texts.step(step + 1, LAST_STEP + 1)}
            value={(step + 1) / (LAST_STEP + 1)}
          />
        </div>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {titles[step]}
        </h2>
        <div className={styles.fields}>
          <StepFields step={step} answers={answers} change={change} />
        </div>
        {setUp.error !== null && <ErrorBar error={setUp.error} />}
        <div className={styles.buttons}>
          <Button
            disabled={step === 0}
            onClick={() => {
              go(step - 1);
            }}
          >
            {texts.back}
          </Button>
          <Button
            type="submit"
            appearance="primary"
            disabled={!stepDone(step, answers)}
            disabledFocusable={setUp.isPending}
          >
            {step === LAST_STEP ? texts.review.submit : texts.next}
          </Button>
        </div>
      </form>
    </SessionCard>
  );
}

function StepFields({
  step,
  answers,
  change,
}: {
  step: number;
  answers: Answers;
  change: (patch: Partial<Answers>) => void;
}) {
  const styles = useStyles();
  const provinceName = PROVINCES.find(([code]) => code === answers.provinceCode)?.[1] ?? '';
  switch (step) {
    case 0:
      return texts.welcome.text.map((sentence) => <Text key={sentence}>{sentence}</Text>);
    case 1:
      return (
        <>
          <Field label={texts.office.province} hint={texts.office.provinceHint} required>
            <Select
              value={answers.provinceCode}
              onChange={(_, data) => {
                const name = PROVINCES.find(([code]) => code === data.value)?.[1] ?? '';
                change({
                  provinceCode: data.value,
                  officeName: name === '' ? '' : texts.office.nameOf(name),
                });
              }}
            >
              <option value="" />
              {PROVINCES.map(([code, name]) => (
                <option key={code} value={code}>
                  {`${code} ${name}`}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={texts.office.name} hint={texts.office.nameHint} required>
            <Input
              value={answers.officeName}
              maxLength={120}
              onChange={(_, data) => {
                change({ officeName: data.value });
              }}
            />
          </Field>
        </>
      );
    case 2:
      return (
        <Field
          label={texts.mailbox.address}
          hint={texts.mailbox.hint}
          validationMessage={
            answers.mailboxAddress === '' || isAddress(answers.mailboxAddress)
              ? undefined
              : texts.mailbox.invalid
          }
          validationState="none"
        >
          <Input
            type="email"
            value={answers.mailboxAddress}
            onChange={(_, data) => {
              change({ mailboxAddress: data.value.trim() });
            }}
          />
        </Field>
      );
    case 3:
      return (
        <>
          <Text>{texts.admin.text}</Text>
          <Field label={texts.admin.displayName} required>
            <Input
              value={answers.displayName}
              maxLength={80}
              autoComplete="name"
              onChange={(_, data) => {
                change({ displayName: data.value });
              }}
            />
          </Field>
          <Field label={texts.admin.userName} hint={texts.admin.userNameHint} required>
            <Input
              value={answers.userName}
              autoComplete="username"
              spellCheck={false}
              onChange={(_, data) => {
                change({ userName: data.value.toLowerCase().trim() });
              }}
            />
          </Field>
          <Field label={texts.admin.password} hint={texts.admin.passwordHint} required>
            <Input
              type="password"
              value={answers.password}
              autoComplete="new-password"
              onChange={(_, data) => {
                change({ password: data.value });
              }}
            />
          </Field>
          <Field
            label={texts.admin.repeat}
            required
            validationMessage={
              answers.repeated === '' || answers.repeated === answers.password
                ? undefined
                : texts.admin.mismatch
            }
          >
            <Input
              type="password"
              value={answers.repeated}
              autoComplete="new-password"
              onChange={(_, data) => {
                change({ repeated: data.value });
              }}
            />
          </Field>
        </>
      );
    default:
      return (
        <>
          <Text>{texts.review.text}</Text>
          <dl className={styles.facts}>
            {(
              [
                [texts.office.province, provinceName],
                [texts.office.name, answers.officeName],
                [
                  texts.steps[2],
                  answers.mailboxAddress === '' ? texts.review.noMailbox : answers.mailboxAddress,
                ],
                [texts.steps[3], `${answers.displayName} (${answers.userName})`],
              ] as const
            ).map(([name, value]) => (
              <FactRow key={name} name={name} value={value} />
            ))}
          </dl>
        </>
      );
  }
}

function FactRow({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.muted}>{name}</dt>
      <dd className={styles.fact}>{value}</dd>
    </>
  );
}
