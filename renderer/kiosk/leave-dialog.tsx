import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api } from '../app/client.ts';
import { ExitCodeDialog } from '../ui/ExitCodeDialog.tsx';
import { useKiosk } from './kiosk-context.tsx';
import { Problem } from './problem.tsx';

/** The way out for the staff. The desktop shell closes the window by itself; a browser goes back to the desk. */
export function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { texts } = useKiosk();
  const [code, setCode] = useState('');
  const leave = useMutation(
    api.kiosk.leave.mutationOptions({
      onSuccess: ({ left }) => {
        setCode('');
        if (left && window.estafetaKiosk === undefined) location.replace('/');
      },
    }),
  );
  const close = (): void => {
    setCode('');
    leave.reset();
    onClose();
  };
  return (
    <ExitCodeDialog
      open={open}
      onClose={close}
      title={texts.leave.title}
      text={texts.leave.text}
      problem={leave.error !== null && <Problem error={leave.error} texts={texts.errors} />}
      field={{
        label: texts.leave.code,
        validationMessage: leave.data?.left === false ? texts.leave.wrong : undefined,
      }}
      secret
      code={code}
      onCode={setCode}
      cancel={texts.leave.cancel}
      submit={texts.leave.submit}
      complete={code !== ''}
      pending={leave.isPending}
      onSubmit={() => leave.mutate({ code })}
    />
  );
}
