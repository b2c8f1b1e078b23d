import { useKiosk } from '../kiosk-context.tsx';
import { Choice, StepTitle } from '../parts.tsx';
import { usePasswordTexts } from '../passwords/texts.ts';

/** What can be done here. */
export function Home() {
  const { state, texts, go } = useKiosk();
  const isIdentified = state.visit?.isIdentified === true;
  const passwords = usePasswordTexts();
  return (
    <>
      <StepTitle>{texts.home.title}</StepTitle>
      {isIdentified ? (
        <Choice
          title={texts.home.personal}
          lang="es"
          text={texts.home.personalText}
          onClick={() => go('PERSONAL')}
        />
      ) : (
        <Choice title="Vía SMS" lang="es" text={texts.home.sms} onClick={() => go('SMS')} />
      )}
      <Choice title={passwords.title} text={passwords.homeText} onClick={() => go('PASSWORDS')} />
      <Choice title={texts.home.services} text={texts.home.servicesText} onClick={() => go('SERVICES')} />
    </>
  );
}
