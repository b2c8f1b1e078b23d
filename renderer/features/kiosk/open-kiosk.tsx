import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { announce } from '../../app/announce.tsx';
import { client } from '../../app/client.ts';
import { ErrorBar } from '../../app/errors.tsx';
import { strings } from '../../strings/es.ts';
import { openKioskStrings as texts } from '../../strings/es/open-kiosk.ts';
import { ExitCodeDialog } from '../../ui/ExitCodeDialog.tsx';

const CODE = /^\d{6,12}$/u;

/** Chooses the exit code and hands the screen over to the public. */
export default function OpenKiosk({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [code, setCode] = useState('');
  const opening = useMutation({
    mutationFn: async () => {
      const { token } = await client.kiosk.open({ exitCode: code });
      const host = window.estafetaHost;
      // In a browser this page gives way: "back" must not lead from the kiosk to the desk.
      if (host === undefined) location.replace(`/quiosco/entrar/${token}`);
      else if (!(await host.openKiosk(token))) announce(texts.notOpened);
    },
    onSuccess: onClose,
  });
  return (
    <ExitCodeDialog
      open={open}
      onClose={onClose}
      title={texts.title}
      text={texts.text}
      problem={opening.error !== null && <ErrorBar error={opening.error} />}
      field={{
        label: texts.code,
        hint: texts.hint,
        validationMessage: code === '' || CODE.test(code) ? undefined : texts.wrong,
      }}
      code={code}
      onCode={setCode}
      cancel={strings.common.cancel}
      submit={texts.open}
      complete={CODE.test(code)}
      pending={opening.isPending}
      onSubmit={() => opening.mutate()}
    />
  );
}
