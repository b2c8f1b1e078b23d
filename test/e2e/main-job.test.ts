import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import {
  casePanel,
  choose,
  closeAll,
  DEMO,
  goTo,
  JOURNEY,
  LARGE,
  MAILBOX,
  nothingStrange,
  openTab,
  sections,
  signIn,
  signOut,
  startHost,
} from './host.ts';

const CITIZENS = join(projectRoot, 'test', 'fixtures', 'demo', 'citizens.csv');
const CLERK = { userName: 'marta', password: 'otra frase bien larga' };

afterAll(closeAll);

async function firstRun(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Siguiente' });
  await page.getByText('Paso 1 de 5').waitFor();
  await next.click();
  expect(await next.isDisabled()).toBe(true); // no province, no office
  await page.getByLabel('Provincia').selectOption('41');
  await next.click();
  await page.getByLabel('Dirección del buzón (opcional)').fill('zaragoza.sincertificado@tgss.example');
  // Going back keeps what was written and lets it be changed.
  await page.getByRole('button', { name: 'Atrás' }).click();
  await page.getByText('Paso 2 de 5').waitFor();
  await page.getByLabel('Provincia').selectOption('50');
  await next.click();
  expect(await page.getByLabel('Dirección del buzón (opcional)').inputValue()).toContain('zaragoza');
  await next.click();
  await page.getByLabel('Nombre y apellidos').fill('Irene Cativiela');
  await page.getByLabel(/^Usuario/).fill('irene');
  await page.getByLabel(/^Contraseña/).fill('una frase bastante larga');
  await page.getByLabel('Repita la contraseña').fill('una frase bastante');
  await page.getByText('Las dos contraseñas no coinciden.').waitFor();
  expect(await next.isDisabled()).toBe(true);
  await page.getByLabel('Repita la contraseña').fill('una frase bastante larga');
  await next.click();
  await page.getByText('Paso 5 de 5').waitFor();
  await page.getByText('Dirección Provincial de Zaragoza').waitFor();
  await page.getByRole('button', { name: 'Empezar a trabajar' }).click();
  await sections(page).waitFor();
}

async function createUser(page: Page, name: string, userName: string, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Nuevo usuario' }).click();
  const form = page.getByRole('form', { name: 'Nuevo usuario' });
  await form.getByLabel(/^Usuario/).fill(userName);
  await form.getByLabel('Nombre y apellidos').fill(name);
  await form.getByRole('radio', { name: role }).check();
  await form.getByLabel('Contraseña').fill(CLERK.password);
  await form.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('cell', { name, exact: true }).waitFor();
}

/** Finds the message in which Rocío Benjumea asks for another phone, and opens it. */
async function openPhoneRequest(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('asunto:afiliacion benjumea con:adjunto');
  const row = page.getByRole('listbox', { name: 'Mensajes' }).getByRole('option');
  await page.getByText('1 mensaje', { exact: true }).first().waitFor();
  await row.filter({ hasText: 'Rocío Benjumea Cala' }).click();
  await page.getByRole('heading', { level: 2, name: /VARIACIONES DE DATOS/ }).waitFor();
}

describe('the main job', () => {
  it(
    'starts with an empty folder and ends with a mailbox, citizens and people',
    { timeout: JOURNEY },
    async () => {
      const host = await startHost();
      const tab = await openTab(host, LARGE);
      const { page } = tab;
      await firstRun(page);

      // The mailbox comes in, with its progress in sight.
      await goTo(page, 'ajustes/buzones');
      await page.getByLabel('Carpeta o archivo de este equipo').fill(MAILBOX);
      await page.getByRole('button', { name: 'Leer', exact: true }).click();
      await page
        .getByRole('region', { name: 'Tareas en curso' })
        .getByText(/^Leyendo mensajes/)
        .waitFor();
      const mailbox = page
        .getByRole('table', { name: 'Buzones leídos' })
        .getByRole('row', { name: /provincial/ });
      await mailbox.getByRole('cell', { name: '220', exact: true }).waitFor();

      // Reading it again stores nothing new.
      await mailbox.getByRole('button', { name: 'Leer de nuevo provincial' }).click();
      await page.getByRole('region', { name: 'Tareas en curso' }).getByText('Terminado').first().waitFor();
      await mailbox.getByRole('cell', { name: '220', exact: true }).waitFor();

      // The citizens: checked first, then imported.
      await goTo(page, 'ciudadanos');
      await page.getByRole('button', { name: 'Importar CSV' }).click();
      await page.getByLabel('Archivo CSV').setInputFiles(CITIZENS);
      await page.getByText('Todavía no se ha guardado nada.').waitFor();
      await page.getByRole('button', { name: 'Importar todo' }).click();
      await page.getByText('Fichas nuevas: 140. Fichas actualizadas: 0.').first().waitFor();

      // The people who will work here.
      await goTo(page, 'ajustes/usuarios');
      await createUser(page, 'Marta Lasierra', CLERK.userName, 'Tramitador/a');
      await createUser(page, 'Julián Arbués', 'julian', 'Supervisor/a');
      await signOut(page);
      await signIn(page, CLERK);
      await page.getByRole('button', { name: /^Todos los mensajes/ }).waitFor();
      expect(
        await sections(page)
          .getByRole('link', { name: /^Supervisión/ })
          .count(),
      ).toBe(0);

      // The list is where it was left.
      const list = page.getByRole('listbox', { name: 'Mensajes' });
      await list.getByRole('option').first().waitFor();
      await list.evaluate(async (box) => {
        box.scrollTop = 2000;
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      });
      await goTo(page, 'ciudadanos');
      await page.getByRole('button', { name: 'Nueva ficha' }).waitFor();
      await goTo(page, 'bandeja');
      await list.getByRole('option').first().waitFor();
      await expect.poll(() => list.evaluate((box) => box.scrollTop), { timeout: 60_000 }).toBe(2000);

      // Two at once, and back.
      for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
      await page.getByRole('heading', { name: '2 marcados' }).waitFor();
      await page.getByRole('toolbar').getByRole('button', { name: 'Archivar' }).click();
      await page.getByText('2 mensajes archivados.').first().waitFor();
      const archived = page.getByRole('button', { name: /^Archivado/ });
      await archived.getByText('2', { exact: true }).waitFor();
      await page.keyboard.press('z');
      await archived.getByText('0', { exact: true }).waitFor();

      // What is marked is marked in this list: in another one nothing is done on what is not seen.
      await page.keyboard.press('x');
      const marked = page.getByRole('heading', { name: '1 marcado', exact: true });
      await marked.waitFor();
      await page.getByRole('searchbox').fill('nadaquecoincida');
      await marked.waitFor({ state: 'detached' });
      await page.getByText('Ningún mensaje contiene lo que busca.').first().waitFor();
      await page.getByRole('searchbox').fill('');
      await marked.waitFor();
      nothingStrange(tab);
    },
  );

  it('lets a clerk do the whole job and a supervisor see it', { timeout: JOURNEY }, async () => {
    const host = await startHost({ demo: true });
    const clerk = await openTab(host, LARGE);
    const { page } = clerk;
    const panel = casePanel(page);
    await signIn(page, DEMO.clerk);
    await openPhoneRequest(page);

    // The category is confirmed and the case made.
    await page.getByRole('button', { name: /^Confirmar/ }).click();
    await page.getByText(/^Decidida por Marta Lasierra/).waitFor();
    await panel.getByRole('button', { name: /^Crear expediente/ }).click();
    await panel.getByRole('heading', { name: /^50\/\d{4}\/000001$/ }).waitFor();
    await panel.getByRole('link', { name: 'Abrir la ficha de Rocío Benjumea Cala' }).waitFor();

    // The phone cannot be changed before somebody looked at the document.
    await panel.getByRole('button', { name: 'Teléfono', exact: true }).click();
    await panel.getByText('verificar su identidad con documento').waitFor();
    await panel.getByRole('button', { name: 'Cerrar' }).click();

    // Identity by the attached document, which is looked at first.
    await page.getByRole('button', { name: /^DNI\.pdf/ }).click();
    await page.getByRole('region', { name: 'Adjunto DNI.pdf' }).getByRole('img').waitFor();
    await page.getByRole('button', { name: /^Volver al mensaje/ }).click();
    await panel.getByRole('button', { name: /^Verificar con documento/ }).click();
    await panel.getByRole('checkbox', { name: /^DNI\.pdf/ }).check();
    const save = panel.getByRole('button', { name: 'Guardar la verificación' });
    expect(await save.isDisabled()).toBe(true);
    for (const check of ['Se lee bien', 'Coincide con el ciudadano', 'Está en vigor']) {
      await panel.getByLabel(check).check();
    }
    await save.click();
    await panel.getByText('Identidad verificada con un documento adjunto.').waitFor();

    // The form TA.1 is linked and the phone changed on its evidence.
    await choose(
      panel.getByRole('combobox', { name: 'Tipo de documento de TA1_Rocio_firmado.pdf' }),
      'Modelo TA.1',
    );
    await panel.getByText('1 de 2 vinculados').waitFor();
    await panel.getByRole('button', { name: 'Teléfono', exact: true }).click();
    expect(await panel.getByLabel('Teléfono nuevo').inputValue()).toMatch(/645.*31/);
    await panel.getByRole('button', { name: 'Cambiar el teléfono', exact: true }).click();
    await panel.getByRole('form', { name: 'Cambiar el teléfono registrado' }).waitFor({ state: 'detached' });

    // The answer: a template with a hole is not sent, the right one is.
    await panel.getByRole('button', { name: 'Responder', exact: true }).click();
    const reply = panel.getByRole('form', { name: 'Responder' });
    const send = reply.getByRole('button', { name: 'Revisar', exact: true });
    await choose(
      reply.getByRole('combobox', { name: 'Plantilla' }),
      'Teléfono: falta acreditar la identidad',
    );
    await reply.getByText('Falta rellenar un hueco:').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await choose(reply.getByRole('combobox', { name: 'Plantilla' }), 'Teléfono actualizado');
    await reply.getByText('Falta rellenar un hueco:').waitFor({ state: 'detached' });
    await reply.getByText('no es un justificante de registro ni una notificación').first().waitFor();
    expect(await reply.getByLabel('Texto').inputValue()).toContain('Rocío');
    await send.click();
    await reply.getByRole('group', { name: 'Así saldrá la respuesta' }).waitFor();
    await reply.getByRole('button', { name: 'Enviar', exact: true }).click();
    await panel.getByText('En la bandeja de salida', { exact: true }).waitFor();

    // Done; the citizen's page tells the phone's history.
    await panel.getByRole('button', { name: /^Resolver/ }).click();
    await panel.getByRole('button', { name: /^Reabrir/ }).waitFor();
    await panel.getByRole('link', { name: 'Abrir la ficha de Rocío Benjumea Cala' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rocío Benjumea Cala' }).waitFor();
    await page.getByText('+34 645027***', { exact: true }).first().waitFor();
    const sentence = page.getByRole('list', { name: 'Cambios de teléfono' }).getByRole('listitem').first();
    expect(await sentence.textContent()).toMatch(
      /Marta Lasierra cambió .* de \+34 633012\*\*\* a \+34 645027\*\*\*, por modelo TA\.1, por este motivo: «.+», con la identidad verificada con documento y el justificante TA1_Rocio_firmado\.pdf\./u,
    );
    nothingStrange(clerk);

    // The supervisor, in a browser profile of his own, finds it in the figures and the log in order.
    await host.stop();
    const supervisor = await openTab(await startHost({ demo: true, dataDir: host.dataDir }), LARGE);
    const desk = supervisor.page;
    await signIn(desk, DEMO.supervisor);
    await desk.keyboard.press('g');
    await desk.keyboard.press('s');
    await desk.getByRole('switch', { name: 'Ver la tabla de: Carga por persona' }).click();
    await desk.getByRole('row', { name: /^Marta Lasierra 0 1/ }).waitFor();
    await desk.keyboard.press('g');
    await desk.keyboard.press('l');
    await desk.getByRole('row', { name: /Marta Lasierra.*cambió el teléfono registrado/ }).waitFor();
    await desk.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await desk
      .getByText(/Íntegro: [\d.]+ apuntes comprobados/)
      .first()
      .waitFor();
    nothingStrange(supervisor);
  });
});
