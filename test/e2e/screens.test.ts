import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { MAIL_PASSWORD, removeDovecot, startDovecot } from '../support/dovecot.ts';
import { takePictures } from './axe.ts';
import {
  casePanel,
  choose,
  closeAll,
  DEMO,
  goTo,
  JOURNEY,
  LARGE,
  nothingStrange,
  openTab,
  sections,
  setUpOffice,
  signIn,
  signOut,
  SMALL,
  startHost,
  type Host,
} from './host.ts';
import { Inspection } from './inspection.ts';
import { ACCOUNT, fillAccount, MAIL_USER, request, setReadable, trustAuthority } from './mailbox-account.ts';

type Viewport = typeof SMALL;
/** The large one is for looking at the pictures only. */
const VIEWPORTS: readonly Viewport[] = takePictures ? [SMALL, LARGE] : [SMALL];

afterAll(closeAll);

/** Opens the message that asks for a phone change, and the case panel over it. */
async function openRequest(page: Page): Promise<void> {
  await goTo(page, 'bandeja');
  await page.getByRole('searchbox').fill('asunto:afiliacion benjumea con:adjunto');
  await page.getByText('1 mensaje', { exact: true }).first().waitFor();
  await page.getByRole('listbox', { name: 'Mensajes' }).getByRole('option').click();
  await page.frameLocator('iframe[title="Texto del mensaje"]').locator('p, div').first().waitFor();
}

describe.each(VIEWPORTS)(
  'at $width x $height every screen is accessible, fits and speaks Spanish',
  (viewport) => {
    let host: Host;
    beforeAll(async () => {
      host = await startHost({ demo: true });
    }, JOURNEY);

    it('before anybody has signed in', { timeout: JOURNEY }, async () => {
      const empty = await startHost();
      const first = await openTab(empty, viewport);
      const firstRun = new Inspection(first.page, viewport);
      const next = first.page.getByRole('button', { name: 'Siguiente' });
      await next.waitFor();
      await firstRun.look('first run 1');
      await next.click();
      await first.page.getByLabel('Provincia').selectOption('50');
      await firstRun.look('first run 2');
      await next.click();
      await first.page.getByLabel('Dirección del buzón (opcional)').fill('incompleta@');
      await firstRun.look('first run 3');
      await first.page.getByLabel('Dirección del buzón (opcional)').fill('');
      await next.click();
      await first.page.getByLabel('Nombre y apellidos').fill('Irene Cativiela');
      await first.page.getByLabel(/^Usuario/).fill('irene');
      await first.page.getByLabel(/^Contraseña/).fill('una frase bastante larga');
      await first.page.getByLabel('Repita la contraseña').fill('otra');
      await firstRun.look('first run 4');
      await first.page.getByLabel('Repita la contraseña').fill('una frase bastante larga');
      await next.click();
      await first.page.getByRole('button', { name: 'Empezar a trabajar' }).waitFor();
      await firstRun.look('first run 5');
      expect(firstRun.faults).toEqual([]);

      const second = await openTab(await startHost({ dataDir: empty.dataDir }), viewport);
      await second.page.getByText('STORE_LOCKED').waitFor();
      const recovery = new Inspection(second.page, viewport);
      await recovery.look('recovery');
      expect(recovery.faults).toEqual([]);

      const tab = await openTab(host, viewport);
      const { page } = tab;
      const inspection = new Inspection(page, viewport);
      await page.getByRole('button', { name: 'Entrar', exact: true }).waitFor();
      await inspection.look('sign in');
      await page.getByLabel(/^Usuario/).fill('nadie');
      await page.getByLabel(/^Contraseña/).fill('equivocada');
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await page.getByText('SIGN_IN_REFUSED').waitFor();
      await inspection.look('sign in refused');
      expect(inspection.faults).toEqual([]);
      nothingStrange(tab);
    });

    it('at the clerk’s desk', { timeout: JOURNEY }, async () => {
      const tab = await openTab(host, viewport);
      const { page } = tab;
      const inspection = new Inspection(page, viewport);
      await signIn(page, DEMO.clerk);
      const list = page.getByRole('listbox', { name: 'Mensajes' });
      await list.getByRole('option').first().waitFor();
      await inspection.look('inbox');
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      await page.getByRole('toolbar').waitFor();
      await inspection.look('inbox marked');
      await page.keyboard.press('x');
      await page.getByRole('toolbar').waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Atajos de teclado' }).waitFor();
      await inspection.look('shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });

      await openRequest(page);
      await inspection.look('message');
      await page.getByRole('tab', { name: 'Cabeceras' }).click();
      await page.getByRole('table', { name: 'Cabeceras del mensaje' }).waitFor();
      await inspection.look('message headers');
      await page.getByRole('tab', { name: 'Original' }).click();
      await page.getByText('Bytes guardados sin cambios').waitFor();
      await inspection.look('message original');
      await page.getByRole('tab', { name: 'Mensaje', exact: true }).click();
      await page.getByRole('button', { name: /^DNI\.pdf/ }).click();
      await page.getByRole('region', { name: 'Adjunto DNI.pdf' }).getByRole('img').waitFor();
      await inspection.look('attachment');
      await page.getByRole('button', { name: /^Volver al mensaje/ }).click();

      const panel = casePanel(page);
      // Beside the message where there is room, over it where there is not.
      if (!(await panel.isVisible())) {
        await page.getByRole('button', { name: 'Expediente', exact: true }).click();
      }
      await panel.getByRole('button', { name: /^Crear expediente/ }).waitFor();
      await inspection.look('no case');
      await panel.getByRole('button', { name: /^Crear expediente/ }).click();
      await panel.getByRole('link', { name: /^Abrir la ficha/ }).waitFor();
      await page
        .getByText(/^Expediente .* creado\.$/)
        .first()
        .waitFor();
      await inspection.look('case');
      await panel.getByRole('button', { name: 'Teléfono', exact: true }).click();
      await panel.getByText('verificar su identidad con documento').waitFor();
      await inspection.look('case phone refused');
      await panel.getByRole('button', { name: 'Cambiar el ciudadano del expediente' }).click();
      await panel.getByRole('searchbox').waitFor();
      await inspection.look('case citizen');
      await panel.getByRole('button', { name: 'Verificar por datos' }).click();
      await panel.getByRole('form', { name: 'Comprobación por datos' }).waitFor();
      await inspection.look('case data check');
      await page.keyboard.press('Escape');
      await panel.getByRole('button', { name: 'Comprobar acceso por SMS' }).click();
      await panel.getByRole('button', { name: 'Comprobar', exact: true }).click();
      await panel.getByRole('region', { name: 'Resultado de la comprobación' }).waitFor();
      await inspection.look('case diagnosis');
      await page.keyboard.press('Escape');
      await panel.getByRole('button', { name: 'Comprobar por SMS' }).click();
      await panel.getByRole('button', { name: 'Enviar código' }).waitFor();
      await inspection.look('case code');
      await panel.getByRole('button', { name: 'Enviar código' }).click();
      await panel.getByRole('textbox', { name: 'Código de seguridad' }).fill('000000');
      await page.keyboard.press('Enter');
      await panel.getByText('Código de seguridad incorrecto').waitFor();
      await inspection.look('case code wrong');
      await page.keyboard.press('Escape');
      await panel.getByRole('button', { name: /^Verificar con documento/ }).click();
      const check = panel.getByRole('form', { name: 'Comprobación del documento' });
      await check.getByRole('checkbox', { name: /^DNI\.pdf/ }).check();
      await inspection.look('case document check');
      for (const box of ['Se lee bien', 'Coincide con el ciudadano', 'Está en vigor'])
        await check.getByLabel(box).check();
      await check.getByRole('button', { name: 'Guardar la verificación' }).click();
      await check.waitFor({ state: 'detached' });
      await choose(panel.getByRole('combobox', { name: /TA1_Rocio/ }), 'Modelo TA.1');
      await panel.getByText('1 de 2 vinculados').waitFor();
      for (const [action, form] of [
        ['Teléfono', 'Cambiar el teléfono registrado'],
        ['Remitir', 'Remitir a una unidad'],
        ['Nota', 'Nota interna'],
        ['Plazo', 'Plazo'],
        ['Responder', 'Responder'],
      ] as const) {
        await panel.getByRole('button', { name: action, exact: true }).click();
        await panel.getByRole('form', { name: form }).waitFor();
        if (action === 'Responder') {
          await choose(
            panel.getByRole('combobox', { name: 'Plantilla' }),
            'Teléfono: falta acreditar la identidad',
          );
          await panel.getByText('Falta rellenar un hueco:').waitFor();
        }
        await inspection.look(`case ${action.toLowerCase()}`);
        if (action === 'Teléfono') {
          await panel.getByRole('button', { name: 'Cambiar el teléfono', exact: true }).click();
          await panel.getByRole('form', { name: form }).waitFor({ state: 'detached' });
        }
      }
      await choose(panel.getByRole('combobox', { name: 'Plantilla' }), 'Acuse de recibo (no es un registro)');
      await panel.getByText('Falta rellenar un hueco:').waitFor({ state: 'detached' });
      await panel.getByRole('combobox', { name: /^Para/ }).fill('desconocida@correo.example');
      await panel.getByRole('button', { name: 'Revisar', exact: true }).click();
      await panel.getByText(/^Esta dirección no ha escrito/).waitFor();
      await inspection.look('case reply stopped');
      await panel.getByRole('button', { name: 'Seguir escribiendo' }).click();
      await panel.getByRole('combobox', { name: /^Para/ }).fill('rociobenju@example.net');
      await panel.getByRole('button', { name: 'Revisar', exact: true }).click();
      await panel.getByRole('button', { name: 'Enviar', exact: true }).click();
      await panel.getByRole('button', { name: 'Retirar' }).waitFor();
      await inspection.look('case reply waiting');
      await goTo(page, 'salida');
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.getByRole('region', { name: 'Respuesta elegida' }).waitFor();
      await inspection.look('outbox');
      await page.goBack();
      await panel.getByRole('link', { name: /^Abrir la ficha/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Rocío Benjumea Cala' }).waitFor();
      await inspection.look('citizen');
      await goTo(page, 'ciudadanos');
      await page.getByRole('grid').getByRole('row').nth(2).waitFor();
      await inspection.look('citizens');
      await goTo(page, 'expedientes');
      await page.getByRole('grid').getByRole('row').nth(1).waitFor();
      await inspection.look('cases');
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.getByRole('heading', { level: 1, name: /^Expediente 50\// }).waitFor();
      await page.getByRole('heading', { level: 2, name: /VARIACIONES DE DATOS/ }).waitFor();
      await inspection.look('case page');

      await page.getByRole('button', { name: /^Usuario:/ }).click();
      await page.getByRole('menuitem', { name: 'Bloquear' }).waitFor();
      await inspection.look('user menu');
      await page.getByRole('menuitem', { name: 'Bloquear' }).click();
      await page.getByRole('heading', { name: 'Sesión bloqueada' }).waitFor();
      await inspection.look('locked');
      await page.getByLabel(/^Contraseña/).fill(DEMO.clerk.password);
      await page.getByRole('button', { name: 'Desbloquear' }).click();
      await sections(page).waitFor();
      await signOut(page);
      expect(inspection.faults).toEqual([]);
      nothingStrange(tab);
    });

    it('at the counter, and for the kiosk', { timeout: JOURNEY }, async () => {
      const tab = await openTab(host, viewport);
      const { page } = tab;
      const inspection = new Inspection(page, viewport);
      await signIn(page, DEMO.clerk);
      await goTo(page, 'mostrador');
      await page.getByRole('grid').getByText('Concepción Biarge Nasarre').first().waitFor();
      await inspection.look('counter');
      const search = page.getByRole('searchbox');
      await search.fill('Benjumea');
      await search.press('Enter');
      await page.getByRole('grid').getByText('Rocío Benjumea Cala').first().click();
      await page.getByRole('button', { name: 'Registrar', exact: true }).click();
      const register = page.getByRole('form', { name: 'Registrar en persona' });
      await register.getByLabel('Documento', { exact: true }).selectOption('EU_CERTIFICATE');
      await register.getByText(/^He visto además su pasaporte/).waitFor();
      await register.getByLabel('Correo electrónico').fill('rocio@correo');
      await register.getByRole('button', { name: 'Enviar código por correo' }).click();
      await register.getByText('No es un correo electrónico.').first().waitFor();
      await register.getByLabel('Teléfono móvil').fill('633 012 290');
      await register.getByRole('button', { name: 'Enviar código por SMS' }).click();
      // Codes are counted together with those of the case before: it may be sent or sent again.
      await register
        .getByText(/^Te hemos (re)?enviado/)
        .first()
        .waitFor();
      await inspection.look('counter possession');
      await register.getByLabel('Código de 6 dígitos que le dice la persona').fill('000000');
      await page.keyboard.press('Enter');
      await register.getByText('Código de seguridad incorrecto').waitFor();
      await inspection.look('counter possession wrong');
      await page.getByRole('button', { name: /^Volver al mostrador/ }).click();
      await page.getByRole('button', { name: 'Ver a las personas registradas' }).click();
      await page.getByRole('grid').getByText('Concepción Biarge Nasarre').first().click();
      await page.getByRole('button', { name: 'Entregar otro código' }).click();
      const reissue = page.getByRole('form', { name: 'Entregar otro código' });
      await reissue.getByRole('textbox', { name: 'Número', exact: true }).fill('99731996V');
      await reissue.getByLabel('Número de soporte').fill('CAA000731');
      await reissue.getByLabel('Permanente').check();
      await reissue.getByLabel('El nombre y los apellidos son los de la ficha').check();
      await reissue.getByLabel('La fotografía es de quien está en el mostrador').check();
      await reissue.getByLabel('Motivo').fill('Ha perdido la hoja');
      await inspection.look('counter document');
      await reissue.getByRole('button', { name: 'Entregar el código' }).click();
      await page.getByRole('img', { name: 'Página 1 de 1' }).waitFor();
      await inspection.look('counter sheet');
      await page.getByRole('button', { name: 'He entregado la hoja' }).click();
      await signOut(page);

      // What the supervisor does for the kiosk.
      await signIn(page, DEMO.supervisor);
      await goTo(page, 'ciudadanos/vidas-laborales');
      await page.getByLabel('Archivo CSV').setInputFiles({
        name: 'vidas.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'idType,id,employer,from,to,days\nDNI,99193443D,Talleres,2020-12-31,2020-01-01,10\n',
        ),
      });
      await page.getByRole('region', { name: 'Filas rechazadas' }).waitFor();
      await inspection.look('working lives import');
      await page.getByRole('button', { name: /^Usuario:/ }).click();
      await page.getByRole('menuitem', { name: 'Abrir el quiosco' }).click();
      await page.getByLabel('Código de salida').fill('123');
      await page.getByText('Escriba de 6 a 12 cifras.').first().waitFor();
      await inspection.look('kiosk opening');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await signOut(page);
      expect(inspection.faults).toEqual([]);
      nothingStrange(tab);
    });

    it('for those who supervise and administer', { timeout: JOURNEY }, async () => {
      const tab = await openTab(host, viewport);
      const { page } = tab;
      const inspection = new Inspection(page, viewport);
      await signIn(page, DEMO.admin);
      await goTo(page, 'supervision');
      await page.getByRole('heading', { name: 'Carga por persona' }).waitFor();
      await inspection.look('supervision');
      for (const table of await page.getByRole('switch').all()) await table.click();
      await page.getByRole('row', { name: /^Marta Lasierra/ }).waitFor();
      await inspection.look('supervision tables');
      await page.getByRole('tab', { name: 'Aprendizaje' }).click();
      await page.getByRole('button', { name: 'Aprender ahora' }).first().waitFor();
      await inspection.look('learning');
      await page.getByRole('tab', { name: 'Traspasos' }).click();
      await page.getByRole('region', { name: 'Traspaso a la base de datos central' }).waitFor();
      await inspection.look('handover');
      await page.getByRole('tab', { name: 'Correcciones' }).click();
      await page.getByText('Ninguna corrección').or(page.getByRole('grid')).first().waitFor();
      await inspection.look('corrections');
      await page.getByRole('tab', { name: 'Reasignar' }).click();
      await page.getByText('Lo abierto de').first().waitFor();
      await inspection.look('reassign');
      await goTo(page, 'actividad');
      await page.getByRole('grid').getByRole('row').nth(1).waitFor();
      await page.getByRole('button', { name: 'Comprobar', exact: true }).click();
      await page
        .getByText(/Íntegro: [\d.]+ apuntes comprobados/)
        .first()
        .waitFor();
      await inspection.look('activity');
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.getByRole('heading', { name: /^Apunte \d+/ }).waitFor();
      await inspection.look('activity entry');

      await goTo(page, 'catalogo');
      await page.getByRole('button', { name: 'Cambiar «Alta en RETA»' }).click();
      await page.getByRole('form', { name: 'Cambiar «Alta en RETA»' }).waitFor();
      await inspection.look('catalogue');

      await goTo(page, 'ciudadanos');
      await page.getByRole('grid').getByRole('row').nth(1).click();
      await page.getByRole('button', { name: 'Editar' }).click();
      await page.getByRole('form', { name: 'Editar la ficha' }).waitFor();
      await inspection.look('citizen form');
      await goTo(page, 'ciudadanos/importar');
      await page.getByLabel('Archivo CSV').setInputFiles({
        name: 'ciudadanos.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'idType,id,givenName,surnames,birthDate,naf,phone,email,address,deceased\nDNI,99000001A,Ana,López,1980-02-31,,,,,false\n',
        ),
      });
      await page.getByRole('region', { name: 'Filas rechazadas' }).waitFor();
      await inspection.look('import report');

      for (const [section, heading] of [
        ['pantalla', 'Pantalla y contraseña'],
        ['oficina', 'Oficina'],
        ['buzones', 'Buzones'],
        ['identidad', 'Identidad'],
        ['sms', 'SMS'],
        ['plantillas', 'Plantillas'],
        ['unidades', 'Unidades'],
        ['usuarios', 'Usuarios'],
        ['mantenimiento', 'Mantenimiento'],
      ] as const) {
        await goTo(page, `ajustes/${section}`);
        await page.getByRole('heading', { level: 2, name: heading }).waitFor();
        await page.getByText('Cargando').first().waitFor({ state: 'detached' });
        if (section === 'plantillas') {
          await page.getByRole('button', { name: /Teléfono actualizado/ }).click();
          await page.getByLabel('Texto', { exact: true }).or(page.getByLabel('Texto')).first().waitFor();
        }
        if (section === 'oficina') {
          // Told by the screen in Spanish and not by the browser in its own language.
          await page.getByLabel('Correo del buzón').fill('sin arroba');
          await page.getByRole('button', { name: 'Guardar los cambios' }).click();
          await page.getByText('Este dato no es válido.').first().waitFor();
        }
        if (section === 'sms') await page.getByLabel('Tipo de pasarela').selectOption('HTTPS');
        if (section === 'usuarios') await page.getByRole('button', { name: 'Nuevo usuario' }).click();
        await inspection.look(`settings ${section}`);
      }
      expect(inspection.faults).toEqual([]);
      nothingStrange(tab);
    });

    it('where mail comes from', { timeout: JOURNEY }, async () => {
      const dovecot = await startDovecot({ extra: 'imap_fetch_failure = no-after' });
      onTestFinished(() => removeDovecot(dovecot));
      await dovecot.deliver(MAIL_USER, [1, 2, 3].map(request));
      setReadable(dovecot, 3, false);
      const own = await startHost();
      onTestFinished(() => own.stop());
      const tab = await openTab(own, viewport);
      const { page } = tab;
      const inspection = new Inspection(page, viewport);
      await setUpOffice(page, { userName: 'irene', password: 'una frase bastante larga' });
      await goTo(page, 'buzones');
      await page.getByRole('heading', { name: 'Ningún buzón conectado' }).waitFor();
      await inspection.look('mailboxes none');
      await fillAccount(page, dovecot);
      const tryOut = page.getByRole('button', { name: 'Probar la conexión' });
      await tryOut.click();
      await page.getByText('Falta este dato.').waitFor();
      await inspection.look('account incomplete');
      await page.locator('input[type=password]').fill(MAIL_PASSWORD);
      await tryOut.click();
      await page.getByText('Recibir: falla en «Certificado»').first().waitFor();
      await inspection.look('account refused');
      await trustAuthority(page, dovecot);
      await page.getByRole('switch', { name: 'Enviar las respuestas por esta cuenta' }).check();
      await page.getByRole('switch', { name: /^Mover los mensajes guardados/ }).check();
      await page.getByLabel(/^Mover a la carpeta/).fill('Guardados');
      await tryOut.click();
      await page.getByText('Recibir: falla en «Carpetas»').first().waitFor();
      await inspection.look('account folders');
      await page.getByRole('switch', { name: /^Mover los mensajes guardados/ }).uncheck();
      await page.getByRole('switch', { name: 'Enviar las respuestas por esta cuenta' }).uncheck();
      await page.getByRole('button', { name: 'Guardar la cuenta' }).click();
      await page.getByRole('cell', { name: ACCOUNT }).first().waitFor();
      await inspection.look('accounts');
      await page.getByRole('link', { name: /^Estado del buzón.*Descuadre/ }).click();
      await page.getByRole('row', { name: /1 sin guardar: UID 3/ }).waitFor();
      await inspection.look('mailboxes missing');
      await page.getByRole('button', { name: 'Volver a leer todo' }).click();
      await page.getByRole('dialog').waitFor();
      await inspection.look('mailboxes read again');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await dovecot.stop();
      await page.getByRole('link', { name: /^Estado del buzón.*Descuadre/ }).waitFor();
      await page.getByText(/^Sin conexión desde las/).waitFor();
      await inspection.look('mailboxes offline');
      expect(inspection.faults).toEqual([]);
      nothingStrange(tab);
    });
  },
);
