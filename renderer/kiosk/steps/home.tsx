import { useKiosk } from '../kiosk-context.tsx';
import { Choice, StepTitle } from '../parts.tsx';
import { usePasswordTexts } from '../passwords/texts.ts';

/** What can be done here. */
export function Home() {
  const { texts, go } = useKiosk();
  const passwords = usePasswordTexts();
  return (
    <>
      <StepTitle>{texts.home.title}</StepTitle>
      <Choice title={passwords.title} text={passwords.homeText} onClick={() => go('PASSWORDS')} />
      <Choice title={texts.home.services} text={texts.home.servicesText} onClick={() => go('SERVICES')} />
    </>
  );
}
