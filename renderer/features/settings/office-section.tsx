import {
  Checkbox,
  Field,
  Input,
  Select,
  Slider,
  Spinner,
  Textarea,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Settings } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { ErrorBar, toErrorView } from '../../app/errors.tsx';
import { useHasRole } from '../../app/session.tsx';
import { strings } from '../../strings/es.ts';
import { settingsStrings } from '../../strings/es/settings.ts';
import { PROVINCES } from '../session/provinces.ts';
import { Block, refusedFields } from './parts.tsx';
import { RegistrationLimits } from './registration-limits.tsx';
import { SaveButtons, SettingsForm, useSettingsDraft } from './settings-form.tsx';
import { WholeNumber } from './whole-number.tsx';

const texts = settingsStrings.office;
const MIB = 1_048_576;

const useStyles = makeStyles({
  buttons: {
    position: 'sticky',
    bottom: `calc(-1 * ${tokens.spacingVerticalXL})`,
    zIndex: 1,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  short: { maxWidth: '360px' },
  slider: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  percent: { fontVariantNumeric: 'tabular-nums' },
  pem: { fontFamily: tokens.fontFamilyMonospace, height: '140px', maxHeight: 'none' },
});

/** The office's own facts and rules. */
export function OfficeSection() {
  const query = useQuery(api.settings.get.queryOptions());
  if (query.error !== null) return <ErrorBar error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Spinner label={strings.common.loading} />;
  return <OfficeForm key={JSON.stringify(query.data)} saved={query.data} />;
}

function OfficeForm({ saved }: { saved: Settings }) {
  const styles = useStyles();
  const mayChange = useHasRole('ADMIN');
  const { draft, setDraft, save, changed } = useSettingsDraft(saved, (settings) =>
    client.settings.save(settings),
  );
  const refused = refusedFields(save.error);
  const problem = (name: string): string | undefined =>
    refused.has(name) ? settingsStrings.invalid : undefined;
  const { office, session, triage, mail, cases, signatures } = draft;
  const unreadable = save.error === null ? undefined : toErrorView(save.error).details.certificate;
  const setOffice = (change: Partial<Settings['office']>): void =>
    setDraft({ ...draft, office: { ...office, ...change } });

  return (
    <SettingsForm mayChange={mayChange} readOnly={settingsStrings.readOnly} onSave={() => save.mutate()}>
      <Block title={texts.office}>
        <Field label={texts.officeName} required validationMessage={problem('office.officeName')}>
          <Input
            maxLength={120}
            value={office.officeName}
            onChange={(_, { value }) => setOffice({ officeName: value })}
          />
        </Field>
        <Field label={texts.province} className={styles.short}>
          <Select value={office.provinceCode} onChange={(_, { value }) => setOffice({ provinceCode: value })}>
            {PROVINCES.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={texts.mailboxAddress}
          hint={texts.mailboxHint}
          validationMessage={problem('office.mailboxAddress')}
        >
          <Input
            type="email"
            maxLength={254}
            value={office.mailboxAddress}
            onChange={(_, { value }) => setOffice({ mailboxAddress: value.trim() })}
          />
        </Field>
        <Field
          label={texts.phone}
          hint={texts.phoneHint}
          className={styles.short}
          validationMessage={problem('office.phone')}
        >
          <Input
            type="tel"
            maxLength={40}
            value={office.phone}
            onChange={(_, { value }) => setOffice({ phone: value })}
          />
        </Field>
      </Block>
      <Block title={texts.work}>
        <WholeNumber
          label={texts.idleMinutes}
          value={session.idleMinutes}
          min={1}
          max={120}
          onChange={(idleMinutes) => setDraft({ ...draft, session: { idleMinutes } })}
        />
        <WholeNumber
          label={texts.dueDays}
          hint={texts.dueHint}
          value={cases.dueDays}
          min={1}
          max={365}
          onChange={(dueDays) => setDraft({ ...draft, cases: { dueDays } })}
        />
      </Block>
      <Block title={texts.kiosk}>
        <WholeNumber
          label={texts.kioskIdle}
          value={draft.kiosk.idleSeconds}
          min={30}
          max={600}
          onChange={(idleSeconds) => setDraft({ ...draft, kiosk: { ...draft.kiosk, idleSeconds } })}
        />
        <WholeNumber
          label={texts.kioskDiagnoses}
          hint={texts.kioskDiagnosesHint}
          value={draft.kiosk.diagnosesPerHour}
          min={1}
          max={1000}
          onChange={(diagnosesPerHour) => setDraft({ ...draft, kiosk: { ...draft.kiosk, diagnosesPerHour } })}
        />
        <Field hint={texts.kioskSavesHint}>
          <Checkbox
            label={texts.kioskSaves}
            checked={draft.kiosk.savesReports}
            onChange={(_, { checked }) =>
              setDraft({ ...draft, kiosk: { ...draft.kiosk, savesReports: checked === true } })
            }
          />
        </Field>
      </Block>
      <Block title={texts.triage}>
        <Field label={texts.reviewBelow} hint={texts.reviewHint}>
          <div className={styles.slider}>
            <Slider
              min={0}
              max={100}
              step={5}
              disabled={!mayChange}
              aria-label={texts.reviewBelow}
              aria-valuetext={texts.percent(Math.round(triage.reviewBelow * 100))}
              value={Math.round(triage.reviewBelow * 100)}
              onChange={(_, { value }) => setDraft({ ...draft, triage: { reviewBelow: value / 100 } })}
            />
            <span className={styles.percent} aria-hidden>
              {texts.percent(Math.round(triage.reviewBelow * 100))}
            </span>
          </div>
        </Field>
      </Block>
      <Block title={texts.limits} text={texts.limitsHint}>
        <WholeNumber
          label={texts.maxMiB}
          value={Math.round(mail.maxMessageBytes / MIB)}
          min={1}
          max={1024}
          onChange={(value) => setDraft({ ...draft, mail: { ...mail, maxMessageBytes: value * MIB } })}
        />
        <WholeNumber
          label={texts.maxParts}
          value={mail.maxParts}
          min={10}
          max={10_000}
          onChange={(maxParts) => setDraft({ ...draft, mail: { ...mail, maxParts } })}
        />
        <WholeNumber
          label={texts.maxDepth}
          value={mail.maxDepth}
          min={2}
          max={100}
          onChange={(maxDepth) => setDraft({ ...draft, mail: { ...mail, maxDepth } })}
        />
      </Block>
      <RegistrationLimits
        value={draft.registrations}
        addressProblem={problem('registrations.serviceAddress')}
        onChange={(registrations) => setDraft({ ...draft, registrations })}
      />
      <Block title={texts.signatures} text={texts.signaturesHint}>
        <Field
          label={texts.trusted}
          hint={texts.trustedHint}
          validationMessage={
            typeof unreadable === 'number' ? texts.certificateUnreadable(unreadable) : undefined
          }
        >
          <Textarea
            textarea={{ className: styles.pem }}
            maxLength={200_000}
            spellCheck={false}
            value={signatures.trustedCertificates}
            onChange={(_, { value }) => setDraft({ ...draft, signatures: { trustedCertificates: value } })}
          />
        </Field>
      </Block>
      {mayChange && (
        <SaveButtons
          className={styles.buttons}
          changed={changed}
          saving={save.isPending}
          onUndo={() => setDraft(saved)}
        />
      )}
    </SettingsForm>
  );
}
