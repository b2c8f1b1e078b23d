import { afterAll, expect, it } from 'vitest';
import {
  casePanel,
  closeAll,
  DEMO,
  goTo,
  JOURNEY,
  nothingStrange,
  openTab,
  signIn,
  startHost,
} from './host.ts';

afterAll(closeAll);

it(
  'the supervisor keeps the catalogue, and a message is answered with it',
  { timeout: JOURNEY },
  async () => {
    const host = await startHost({ demo: true });
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.supervisor);

    await goTo(page, 'catalogo');
    await page
      .getByRole('searchbox', { name: 'Buscar un servicio, un trámite o una entidad' })
      .fill('TELEFONO correo');
    await page.getByText('2 encontrados').waitFor();
    await page
      .getByRole('button', { name: 'Cambiar «Comunicación de teléfono y correo electrónico»' })
      .click();
    const form = page.getByRole('form', { name: 'Cambiar «Comunicación de teléfono y correo electrónico»' });
    await form.getByRole('checkbox', { name: 'Vía SMS' }).check();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await form.waitFor({ state: 'detached' });
    const section = page.getByRole('region', { name: 'Ciudadanos · Afiliación e Inscripción' });
    await section.getByText('Vía SMS').waitFor();

    await goTo(page, 'catalogo/importar');
    const choose = (csv: string) =>
      page
        .getByLabel('Archivo CSV del catálogo')
        .setInputFiles({ name: 'catalogo.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await choose('para;apartado;nombre;acceso\nvecinos;Informes;Informe nuevo;sms\n');
    await page.getByRole('cell', { name: 'Debe ser uno de estos: ciudadanos, empresas, todos.' }).waitFor();
    expect(await page.getByRole('button', { name: 'Importar todo' }).isDisabled()).toBe(true);
    await choose(
      'para;apartado;nombre;acceso;palabras\nciudadanos;Informes;Informe nuevo;sms;"informe nuevo"\n',
    );
    await page.getByRole('button', { name: 'Importar todo' }).click();
    await page.getByText('Importado: 1 nuevos, 0 ya estaban.').first().waitFor();

    await goTo(page, 'bandeja');
    await page
      .getByRole('searchbox', { name: 'Buscar en mensajes' })
      .fill('asunto:afiliacion benjumea con:adjunto');
    const row = page.getByRole('listbox', { name: 'Mensajes' }).getByRole('option');
    await page.getByText('1 mensaje', { exact: true }).first().waitFor();
    await row.filter({ hasText: 'Rocío Benjumea Cala' }).click();
    await page.getByRole('heading', { level: 2, name: /VARIACIONES DE DATOS/ }).waitFor();
    const panel = casePanel(page);
    if (!(await panel.isVisible())) {
      await page.getByRole('button', { name: 'Expediente', exact: true }).click();
    }
    await panel.getByRole('heading', { name: 'Sugerencias' }).waitFor();
    await panel.getByText('Comunicación de teléfono y correo electrónico').waitFor();
    await panel.getByRole('button', { name: /^Crear expediente/ }).click();
    await panel.getByRole('button', { name: 'Por internet' }).click();
    const online = panel.getByRole('form', { name: 'Cómo se hace por internet' });
    await online.getByRole('checkbox', { name: 'Comunicación de teléfono y correo electrónico' }).check();
    await online.getByRole('checkbox', { name: 'Informe de Vida laboral' }).uncheck();
    await online.getByRole('button', { name: 'Escribir la respuesta' }).click();
    const answer = panel.getByRole('form', { name: 'Responder' });
    await answer.waitFor();
    const body = await answer.getByRole('textbox', { name: /^Texto/ }).inputValue();
    expect(body).toContain(
      '- «Comunicación de teléfono y correo electrónico» («Ciudadanos», «Afiliación e Inscripción»): se entra con Usuario y contraseña (Cl@ve Permanente), Cl@ve PIN, Vía SMS, DNIe o certificado.',
    );
    expect(body).not.toContain('Enviar una solicitud');
    nothingStrange(tab);
  },
);
