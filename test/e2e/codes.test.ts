import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { startService, type Service } from '../../main/service/service.ts';
import { testClock } from '../support/store.ts';
import {
  choose,
  closeAll,
  DEMO,
  demoKey,
  goTo,
  hostOf,
  JOURNEY,
  nothingStrange,
  openRociosRequest,
  openTab,
  signIn,
  signOut,
  temporaryDataDir,
  type Host,
} from './host.ts';

const MASKED = '+34 633012***';
const SENT = `Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso por SMS al: ${MASKED}`;
const MINUTE = 60_000;

/** The host in this process, so that its clock can be moved. */
const clock = testClock('2026-03-16T10:00:00Z');
let service: Service;
let host: Host;

beforeAll(async () => {
  const dataDir = temporaryDataDir();
  service = await startService({ dataDir, key: demoKey(dataDir), demo: true, host: 'web', clock });
  host = await hostOf(service, dataDir);
}, JOURNEY);

afterAll(async () => {
  await host.stop();
  await closeAll();
});

/** Rocío's request, whose record has a mobile, as a case. */
async function rociosCase(page: Page): Promise<Locator> {
  const panel = await openRociosRequest(page);
  const create = panel.getByRole('button', { name: /^Crear expediente/ });
  const check = panel.getByRole('button', { name: 'Comprobar por SMS' });
  await create.or(check).first().waitFor();
  if (await create.isVisible()) await create.click();
  await check.waitFor();
  return panel;
}

/** The code of the newest message on the telephone of the demo, once that many have arrived. */
async function received(form: Locator, count: number): Promise<string> {
  const messages = form.getByRole('region', { name: 'Teléfono de la demostración' }).getByRole('listitem');
  await messages.nth(count - 1).waitFor();
  return /\b\d{6}\b/.exec((await messages.first().textContent()) ?? '')?.[0] ?? '';
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

it(
  'a code by SMS: attempts used up, resends used up, recovered after the cool-down, and verified',
  { timeout: JOURNEY },
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.clerk);
    const panel = await rociosCase(page);
    await panel.getByRole('button', { name: 'Comprobar por SMS' }).click();
    const form = panel.getByRole('form', { name: 'Comprobación por SMS' });
    await form.getByText(`Móvil registrado: ${MASKED}`).waitFor();
    await form.getByRole('button', { name: 'Enviar código' }).click();
    await form.getByText(SENT).waitFor();
    await form.getByText('Quedan 3 intentos · quedan 3 reenvíos').waitFor();

    const field = form.getByRole('textbox', { name: 'Código de seguridad' });
    const answer = async (code: string) => {
      await field.fill(code);
      await page.keyboard.press('Enter');
    };
    const first = await received(form, 1);
    await answer(wrong(first));
    await form.getByText('Código de seguridad incorrecto').waitFor();
    await form.getByText('Quedan 2 intentos').waitFor();
    await answer(wrong(first));
    await form.getByText('Queda 1 intento ·').waitFor();
    await answer(wrong(first));
    await form
      .getByText(
        'Se ha superado el número de intentos de validación del código enviado a su teléfono. El código queda anulado.',
      )
      .waitFor();
    await field.waitFor({ state: 'detached' });

    const resend = form.getByRole('button', { name: 'No recibe el SMS: reenviar' });
    for (const count of [2, 3, 4]) {
      await resend.click();
      await form.getByText('Te hemos reenviado el código de seguridad').waitFor();
      await received(form, count);
    }
    await resend.click();
    await form.getByText('Se ha llegado al número máximo de reenvíos permitidos').waitFor();
    await form.getByText(/^Se podrán enviar más códigos dentro de/).waitFor();
    expect(await form.getByRole('listitem').count()).toBe(4);

    clock.advance(30 * MINUTE);
    await page.reload();
    await page.getByRole('heading', { name: 'Sesión bloqueada' }).waitFor();
    await page.getByLabel(/^Contraseña/).fill(DEMO.clerk.password);
    await page.getByRole('button', { name: 'Desbloquear' }).click();
    await rociosCase(page);
    await panel.getByRole('button', { name: 'Comprobar por SMS' }).click();
    await form.getByText('El código ha caducado. Puede enviar otro.').waitFor();
    await form.getByRole('combobox', { name: 'Idioma del mensaje' }).selectOption('ca');
    await form.getByRole('button', { name: 'Enviar código' }).click();
    await form.getByText(SENT).waitFor();
    const code = await received(form, 5);
    await form.getByText(/Seguretat Social/).waitFor();
    await form.getByRole('button', { name: '¿Ha llegado?' }).click();
    await form.getByText('Entregado en el teléfono.').waitFor();
    await answer(`${code.slice(0, 3)} ${code.slice(3)}`);
    await form.waitFor({ state: 'detached' });
    await panel.getByText(/SMS: verificada por Marta Lasierra/).waitFor();
    await panel.getByText('Marta Lasierra verificó la identidad').first().waitFor();
    expect(await page.content()).not.toContain(code);
    await signOut(page);
    nothingStrange(tab);
  },
);

it(
  'why access by SMS fails, from the citizen and from the case, ready for the answer',
  { timeout: JOURNEY },
  async () => {
    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.clerk);
    const panel = await rociosCase(page);
    await panel.getByRole('button', { name: 'Comprobar acceso por SMS' }).click();
    const form = panel.getByRole('form', { name: 'Comprobar acceso por SMS' });
    expect(await form.getByLabel('DNI o NIE').inputValue()).toBe('99193443D');
    await form.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await form
      .getByText(
        'Puede solicitar la actualización de su número de móvil en el siguiente enlace: Enviar una solicitud',
      )
      .waitFor();
    await form.getByRole('button', { name: 'Copiar para la respuesta' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('link', { name: /^Abrir la ficha/ }).click();
    await page.getByRole('button', { name: 'Comprobar acceso por SMS' }).click();
    const own = page.getByRole('form', { name: 'Comprobar acceso por SMS' });
    await own.getByLabel('Móvil', { exact: true }).fill('633 012 290');
    await own.getByRole('button', { name: 'Comprobar', exact: true }).click();
    await own
      .getByText(
        'Los datos introducidos son correctos y coincidentes con los que dispone la Seguridad Social en sus Bases de Datos.',
      )
      .waitFor();
    // Each row of the service's table, in its words (seed 001, section 2.2).
    const right = { id: '99193443D', birth: '22/11/1987', phone: '633 012 290' };
    for (const [typed, message] of [
      [{ id: '99193443A' }, 'El documento identificativo introducido no tiene un formato válido.'],
      [{ birth: '31/02/1987' }, 'La fecha introducida no tiene un formato válido.'],
      [{ phone: '976 123 456' }, 'El número de teléfono móvil introducido no tiene un formato válido.'],
      [{ id: 'Y9986097V', birth: '17/03/1956' }, 'No es posible su identificación: El identificador'],
      [{ id: '99838051L', birth: '04/02/1951' }, 'Tu teléfono no consta en nuestra base de datos.'],
      [{ phone: '699 999 999' }, 'Los datos que has introducido no coinciden. Revisa los datos.'],
      [{ birth: '23/11/1987' }, 'Los datos que has introducido no coinciden. Revisa los datos.'],
    ] as const) {
      const { id, birth, phone } = { ...right, ...typed };
      await own.getByLabel('DNI o NIE').fill(id);
      await own.getByLabel('Fecha de nacimiento').fill(birth);
      await own.getByLabel('Móvil', { exact: true }).fill(phone);
      await own.getByRole('button', { name: 'Comprobar', exact: true }).click();
      await own.getByText(message).first().waitFor();
    }
    await signOut(page);
    nothingStrange(tab);
  },
);

it(
  'a phone changed by TA.1, once a code shows that the new number is his',
  { timeout: JOURNEY },
  async () => {
    const admin = await openTab(host);
    await signIn(admin.page, DEMO.admin);
    await goTo(admin.page, 'ajustes/sms');
    await admin.page.getByRole('checkbox', { name: /^Comprobar con un código que la persona tiene/ }).check();
    await admin.page.getByRole('button', { name: 'Guardar lo que hace falta' }).click();
    await admin.page.getByText('Guardado.').first().waitFor();
    await signOut(admin.page);
    nothingStrange(admin);

    const tab = await openTab(host);
    const { page } = tab;
    await signIn(page, DEMO.clerk);
    const panel = await rociosCase(page);
    await choose(
      panel.getByRole('combobox', { name: 'Tipo de documento de TA1_Rocio_firmado.pdf' }),
      'Modelo TA.1',
    );
    await panel.getByText('1 de 2 vinculados').waitFor();
    await panel.getByRole('button', { name: 'Teléfono', exact: true }).click();
    const form = panel.getByRole('form', { name: 'Cambiar el teléfono registrado' });
    const save = form.getByRole('button', { name: 'Cambiar el teléfono', exact: true });
    await form.getByText('La oficina pide comprobar que la persona tiene el número nuevo.').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await form.getByRole('button', { name: /^Ver el número completo/ }).click();
    await form.getByText('633 012 290').waitFor();
    await form.getByRole('button', { name: 'Comprobar el número nuevo' }).click();

    const proof = panel.getByRole('form', { name: 'Comprobación del número nuevo' });
    await proof.getByRole('button', { name: 'Enviar código' }).click();
    await proof.getByText(/por SMS al: \+34 645027\*\*\*/).waitFor();
    const field = proof.getByRole('textbox', { name: 'Código de seguridad' });
    await field.waitFor();
    await field.fill(await received(proof, 6));
    await page.keyboard.press('Enter');
    await form.getByText('Comprobado con un código: la persona tiene el número nuevo.').waitFor();
    await save.click();
    await form.waitFor({ state: 'detached' });
    const sentence = panel.getByRole('list', { name: 'Cambios de teléfono' }).getByRole('listitem').first();
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(
      /de \+34 633012\*\*\* a \+34 645027\*\*\*, por modelo TA\.1.* el número nuevo comprobado con un código y el justificante TA1_Rocio_firmado\.pdf\.$/u,
    );
    await panel
      .getByText(/vio el número de teléfono completo/)
      .first()
      .waitFor();
    await signOut(page);
    nothingStrange(tab);
  },
);

it('an administrator sets the gateway up, tries it and sets the limits', { timeout: JOURNEY }, async () => {
  const tab = await openTab(host);
  const { page } = tab;
  await signIn(page, DEMO.admin);
  await goTo(page, 'ajustes/sms');
  await page.getByLabel('Móvil de la oficina').fill('612 034 567');
  await page.getByRole('button', { name: 'Enviar SMS de prueba' }).click();
  await page.getByText('La pasarela ha aceptado el mensaje.').first().waitFor();
  await page.getByText(/mensaje de prueba de Estafeta/).waitFor();
  await page.getByLabel('Tipo de pasarela').selectOption('HTTPS');
  await page.getByLabel('Dirección', { exact: false }).first().fill('https://127.0.0.1:1/sms');
  await page.getByLabel('Cuerpo del envío (JSON)').fill('{{texto}}');
  await page.getByRole('button', { name: 'Guardar la pasarela' }).click();
  await page.getByText('Este dato no es válido.').first().waitFor();
  await page.getByLabel('Cuerpo del envío (JSON)').fill('{"a":"{{destino}}","b":"{{texto}}"}');
  await page.getByLabel('Clave o contraseña').fill('secreto');
  await page.getByRole('button', { name: 'Guardar la pasarela' }).click();
  await page.getByText('En blanco, sigue la guardada, salvo que cambie el servidor.').waitFor();
  await page.getByRole('button', { name: 'Enviar SMS de prueba' }).click();
  await page.getByText('No se llega a la pasarela de SMS.').waitFor();
  await page.getByLabel('Reenvíos permitidos').fill('1');
  await page.getByLabel('Reenvíos permitidos').blur();
  await page.getByRole('button', { name: 'Guardar los límites' }).click();
  await page.getByText('Guardado.').first().waitFor();
  await signOut(page);
  nothingStrange(tab);
});
