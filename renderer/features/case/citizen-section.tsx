import { useState } from 'react';
import {
  Body1,
  Body1Strong,
  Button,
  Caption1,
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Citizen } from '../../../main/api/contract/index.ts';
import { api, client } from '../../app/client.ts';
import { pathTo } from '../../app/routes.tsx';
import { strings } from '../../strings/es.ts';
import { caseStrings } from '../../strings/es/case.ts';
import { formatIsoDay } from '../../ui/format.ts';
import { CitizenForm } from '../citizens/citizen-form.tsx';
import { useCase } from './case-context.tsx';
import { CitizenSearch } from './citizen-search.tsx';
import { draftFromDeclared, fullName } from './declared.ts';
import { PickList } from './pick-list.tsx';
import { Section } from './section.tsx';

const text = caseStrings.citizen;

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  line: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Step 1: who the case is about. Found by document, picked, or made from what the message declares. */
export function CitizenSection() {
  const { detail, form } = useCase();
  const { citizen } = detail;
  return (
    <Section title={text.title}>
      {citizen !== null && <Found citizen={citizen} />}
      {citizen === null && form !== 'newCitizen' && <NotFound />}
      {citizen !== null && form === 'citizen' && <ChooseCitizen />}
      {form === 'newCitizen' && <NewCitizen />}
    </Section>
  );
}

function Found({ citizen }: { citizen: Citizen }) {
  const styles = useStyles();
  const { form, openForm, busy } = useCase();
  const choosing = form === 'citizen';
  return (
    <>
      <div className={styles.line}>
        <Body1Strong className={styles.name}>
          <Link href={pathTo('ciudadanos', citizen.id)} aria-label={text.openRecord(fullName(citizen))}>
            {fullName(citizen)}
          </Link>
        </Body1Strong>
        <Button
          size="small"
          appearance="subtle"
          aria-label={choosing ? undefined : text.changeLabel}
          aria-expanded={choosing}
          disabled={busy}
          onClick={() => {
            openForm(choosing ? null : 'citizen');
          }}
        >
          {choosing ? strings.common.close : text.change}
        </Button>
      </div>
      <Caption1 block className={styles.facts}>
        {citizen.documents.map((document) => (
          <span key={`${document.type}${document.number}`}>
            {strings.labels.idType[document.type]} {document.number}
          </span>
        ))}
        {citizen.birthDate !== null && <span>{text.born(formatIsoDay(citizen.birthDate))}</span>}
        {citizen.maskedPhone !== null && <span>{citizen.maskedPhone}</span>}
      </Caption1>
      {citizen.deceased && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{text.deceased}</MessageBarTitle>
            {text.deceasedText}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function NotFound() {
  const styles = useStyles();
  const { detail, openForm, busy } = useCase();
  const candidates = useQuery(api.cases.citizenCandidates.queryOptions({ input: { caseId: detail.id } }));
  const choose = useChoose();
  const found = candidates.data ?? [];
  const [searching, setSearching] = useState(false);
  return (
    <>
      <Body1Strong block>{text.notFound}</Body1Strong>
      {found.length === 0 ? (
        <Body1 block className={styles.muted}>
          {text.notFoundText}
        </Body1>
      ) : (
        <>
          <Caption1 block className={styles.muted}>
            {text.candidates}
          </Caption1>
          <PickList
            label={text.candidates}
            busy={busy}
            empty={text.noResults}
            items={found.map((candidate) => ({
              id: candidate.citizenId,
              title: candidate.name,
              lines: [[candidate.document, candidate.why].filter((part) => part !== null).join(' · ')],
              onPick: () => {
                choose(candidate.citizenId);
              },
            }))}
          />
        </>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-expanded={searching}
          onClick={() => {
            setSearching(!searching);
          }}
        >
          {text.searchOpen}
        </Button>
        <Button
          size="small"
          disabled={busy}
          onClick={() => {
            openForm('newCitizen');
          }}
        >
          {text.create}
        </Button>
      </div>
      {searching && <CitizenSearch busy={busy} onPick={choose} />}
    </>
  );
}

/** Changing who the case is about: another person, a new one, or nobody. */
function ChooseCitizen() {
  const styles = useStyles();
  const { detail, busy, change, openForm } = useCase();
  const choose = useChoose();
  const before = detail.citizen?.id ?? null;
  const detach = async (): Promise<void> => {
    const after = await change(
      (on) => client.cases.setCitizen({ ...on, citizenId: null }),
      text.detached,
      (on) => client.cases.setCitizen({ ...on, citizenId: before }),
    );
    if (after !== null) openForm(null);
  };
  return (
    <>
      <CitizenSearch busy={busy} onPick={choose} />
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            openForm('newCitizen');
          }}
        >
          {text.create}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void detach()}>
          {text.detach}
        </Button>
      </div>
    </>
  );
}

function NewCitizen() {
  const { detail, openForm } = useCase();
  const choose = useChoose();
  return (
    <CitizenForm
      citizen={null}
      headingLevel="h4"
      initial={draftFromDeclared(detail.comparison)}
      onDone={(created) => {
        choose(created.id);
      }}
      onExisting={choose}
      onClose={() => {
        openForm(null);
      }}
    />
  );
}

function useChoose(): (citizenId: number) => void {
  const { detail, change, openForm } = useCase();
  const before = detail.citizen?.id ?? null;
  return (citizenId) => {
    void change(
      (on) => client.cases.setCitizen({ ...on, citizenId }),
      (after) => (after.citizen === null ? text.detached : text.chosen(fullName(after.citizen))),
      (on) => client.cases.setCitizen({ ...on, citizenId: before }),
    ).then((after) => {
      if (after !== null) openForm(null);
    });
  };
}
