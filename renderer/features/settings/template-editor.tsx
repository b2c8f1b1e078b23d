import { useRef, useState } from 'react';
import {
  Body1Strong,
  Button,
  Caption1,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Switch,
  Textarea,
  Tooltip,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { Outputs, Template } from '../../../main/api/contract/index.ts';
import { api, client, queryClient } from '../../app/client.ts';
import { useErrorReporter } from '../../app/errors.tsx';
import { useNotice } from '../../app/undo.tsx';
import { settingsStrings } from '../../strings/es/settings.ts';
import { refusedFields } from './parts.tsx';
import { TemplateVersions } from './template-versions.tsx';
import { previewPieces, saysWhatItIsNot, type Piece } from './template-text.ts';

const texts = settingsStrings.templates;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXL,
    '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  body: { height: '300px', maxHeight: 'none' },
  holes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  hole: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular, minWidth: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  preview: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    overflowY: 'auto',
    maxHeight: '420px',
  },
  filled: {
    backgroundColor: 'transparent',
    color: 'inherit',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
  },
  unknown: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground3,
    borderRadius: tokens.borderRadiusSmall,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Name, subject and text of one template, with its placeholders at hand and how it will look beside. */
export function TemplateEditor({
  template,
  placeholders,
  onSaved,
  onDiscard,
}: {
  template: Template | null;
  placeholders: Outputs['settings']['placeholders'];
  onSaved: (template: Template) => void;
  onDiscard: () => void;
}) {
  const styles = useStyles();
  const notify = useNotice();
  const report = useErrorReporter();
  const bodyField = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState(template?.name ?? '');
  const [subject, setSubject] = useState(template?.subject ?? '');
  const [body, setBody] = useState(template?.body ?? '');
  const [active, setActive] = useState(template?.active ?? true);
  const save = useMutation({
    mutationFn: () =>
      client.settings.saveTemplate({
        id: template?.id ?? null,
        version: template?.version ?? null,
        name,
        subject,
        body,
        active,
      }),
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: api.settings.templates.key() });
      void queryClient.invalidateQueries({ queryKey: api.replies.templates.key() });
      void queryClient.invalidateQueries({ queryKey: api.settings.templateVersions.key() });
      notify(settingsStrings.saved);
      onSaved(saved);
    },
    onError: report,
  });
  const known = new Set(placeholders.map((placeholder) => placeholder.name));
  const subjectPieces = previewPieces(subject, known);
  const bodyPieces = previewPieces(body, known);
  const unknown = (pieces: readonly Piece[]): string =>
    pieces.flatMap((piece) => (piece.kind === 'UNKNOWN' ? [piece.text] : [])).join(', ');
  const problem = (pieces: readonly Piece[]): string | undefined =>
    unknown(pieces) === '' ? undefined : texts.unknown(unknown(pieces));
  const changed =
    template === null ||
    name !== template.name ||
    subject !== template.subject ||
    body !== template.body ||
    active !== template.active;
  const complete =
    name.trim() !== '' &&
    subject.trim() !== '' &&
    body.trim() !== '' &&
    problem([...subjectPieces, ...bodyPieces]) === undefined;

  const insert = (placeholder: string): void => {
    const field = bodyField.current;
    if (field === null) return;
    const hole = `{{${placeholder}}}`;
    const at = field.selectionStart;
    setBody(body.slice(0, at) + hole + body.slice(field.selectionEnd));
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(at + hole.length, at + hole.length);
    });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && complete) save.mutate();
      }}
    >
      <Subtitle2 as="h3">{texts.editor(template?.name ?? '')}</Subtitle2>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Field
            label={texts.name}
            required
            validationMessage={refusedFields(save.error).has('name') ? settingsStrings.invalid : undefined}
          >
            <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={texts.subject} required validationMessage={problem(subjectPieces)}>
            <Input value={subject} maxLength={300} onChange={(_, { value }) => setSubject(value)} />
          </Field>
          <Field label={texts.body} required validationMessage={problem(bodyPieces)}>
            <Textarea
              ref={bodyField}
              resize="vertical"
              textarea={{ className: styles.body }}
              value={body}
              maxLength={20_000}
              onChange={(_, { value }) => setBody(value)}
            />
          </Field>
          {body.trim() !== '' && !saysWhatItIsNot(body) && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{texts.noNotice}</MessageBarBody>
            </MessageBar>
          )}
          <Switch label={texts.active} checked={active} onChange={(_, { checked }) => setActive(checked)} />
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabled={!changed || !complete || save.isPending}>
              {texts.save}
            </Button>
            <Button disabled={!changed} onClick={onDiscard}>
              {texts.discard}
            </Button>
          </div>
        </div>
        <div className={styles.column}>
          <div>
            <Body1Strong as="h4" block>
              {texts.placeholders}
            </Body1Strong>
            <Caption1 block className={styles.muted}>
              {texts.placeholdersHint}
            </Caption1>
          </div>
          <div className={styles.holes}>
            {placeholders.map((placeholder) => (
              <Tooltip
                key={placeholder.name}
                content={texts.insert(placeholder.name, placeholder.meaning)}
                relationship="description"
              >
                <Button size="small" className={styles.hole} onClick={() => insert(placeholder.name)}>
                  {placeholder.name}
                </Button>
              </Tooltip>
            ))}
          </div>
          <div>
            <Body1Strong as="h4" block>
              {texts.preview}
            </Body1Strong>
            <Caption1 block className={styles.muted}>
              {texts.previewNote}
            </Caption1>
          </div>
          <div className={styles.preview} role="region" aria-label={texts.preview} tabIndex={0} data-scrolls>
            <Body1Strong block>
              <Pieces pieces={subjectPieces} />
            </Body1Strong>
            {'\n'}
            <Pieces pieces={bodyPieces} />
          </div>
          {template !== null && <TemplateVersions templateId={template.id} />}
        </div>
      </div>
    </form>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  const styles = useStyles();
  return pieces.map((piece, index) =>
    piece.kind === 'TEXT' ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <mark key={index} className={piece.kind === 'FILLED' ? styles.filled : styles.unknown}>
        {piece.text}
      </mark>
    ),
  );
}
