import { useKiosk } from '../kiosk-context.tsx';
import { Choice, StepTitle } from '../parts.tsx';

/** What can be done here. */
export function Home() {
  const { texts, go } = useKiosk();
  return (
    <>
      <StepTitle>{texts.home.title}</StepTitle>
      <Choice title={texts.home.services} text={texts.home.servicesText} onClick={() => go('SERVICES')} />
    </>
  );
}
