import { app, session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { guardContents, guardSession } from '../../main/electron/guards.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

const { defaultSession } = electron.session;

beforeEach(() => {
  electron.app.removeAllListeners();
  defaultSession.removeAllListeners();
  guardSession(session.defaultSession, { saves: true });
  guardContents(app, ({ session: own }) =>
    own === session.fromPartition('quiosco') ? 'quiosco' : 'estafeta',
  );
});

describe('the session', () => {
  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'usb'])(
    'denies %s, asked for and looked up',
    (permission) => {
      const answer = vi.fn();
      defaultSession.ask('permissionRequest', {}, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(defaultSession.ask('permissionCheck', {}, permission, 'app://estafeta')).toBe(false);
    },
  );

  test('denies devices and screen capture', () => {
    expect(defaultSession.ask('devicePermission', {})).toBe(false);
    const answer = vi.fn();
    defaultSession.ask('displayMediaRequest', {}, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(null);
  });

  test.each([
    ['app://estafeta/assets/app.js', false],
    ['blob:app://estafeta/1', false],
    ['data:image/png;base64,AAAA', false],
    ['https://remote.example/pixel.png', true],
    ['http://127.0.0.1/', true],
    ['wss://remote.example/', true],
    ['file:///etc/passwd', true],
    ['nonsense', true],
  ])('a request for %s: cancelled is %s', (url, cancel) => {
    const answer = vi.fn();
    defaultSession.ask('beforeRequest', { url }, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
  });

  test.each([
    ['blob:app://estafeta/1', false],
    ['blob:https://remote.example/1', true],
    ['https://remote.example/a.exe', true],
    ['data:text/plain,x', true],
  ])('a download of %s: prevented is %s', (url, prevented) => {
    const event = electron.preventable();
    defaultSession.emit('will-download', event, { getURL: () => url });
    expect(event.preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
  });
});

test('a session that saves nothing prevents every download', () => {
  const own = session.fromPartition('kept');
  guardSession(own, { saves: false });
  const event = electron.preventable();
  electron.session
    .fromPartition('kept')
    .emit('will-download', event, { getURL: () => 'blob:app://estafeta/1' });
  expect(event.preventDefault).toHaveBeenCalledTimes(1);
});

test.each([
  { url: 'app://quiosco/', prevented: false },
  { url: 'app://estafeta/', prevented: true },
  { url: 'https://remote.example/', prevented: true },
])('the kiosk’s page going to $url: prevented is $prevented', ({ url, prevented }) => {
  const contents = new electron.StandInContents();
  contents.session = electron.session.fromPartition('quiosco');
  electron.app.emit('web-contents-created', {}, contents);
  const event = electron.preventable({ url, isMainFrame: true });
  contents.emit('will-frame-navigate', event);
  expect(event.preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
});

describe('every page', () => {
  function newContents(): electron.StandInContents {
    const contents = new electron.StandInContents();
    electron.app.emit('web-contents-created', {}, contents);
    return contents;
  }

  test.each([
    { url: 'app://estafeta/', isMainFrame: true, prevented: false },
    { url: 'https://remote.example/', isMainFrame: true, prevented: true },
    { url: 'app://estafeta.example/', isMainFrame: true, prevented: true },
    { url: 'app://quiosco/', isMainFrame: true, prevented: true },
    { url: 'file:///etc/passwd', isMainFrame: true, prevented: true },
    { url: 'javascript:alert(1)', isMainFrame: true, prevented: true },
    { url: 'about:srcdoc', isMainFrame: true, prevented: true },
    { url: 'about:srcdoc', isMainFrame: false, prevented: false },
    { url: 'https://remote.example/', isMainFrame: false, prevented: true },
    { url: 'app://estafeta/', isMainFrame: false, prevented: true },
    { url: 'data:text/html,x', isMainFrame: false, prevented: true },
  ])('navigating to $url, main frame $isMainFrame: prevented is $prevented', ({ prevented, ...facts }) => {
    const event = electron.preventable(facts);
    newContents().emit('will-frame-navigate', event);
    expect(event.preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
  });

  test.each(['will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const event = electron.preventable({ url: 'app://estafeta/' });
    newContents().emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
  });

  test('denies window.open', () => {
    const handler = newContents().setWindowOpenHandler.mock.lastCall?.[0] as (details: object) => unknown;
    expect(handler({ url: 'app://estafeta/' })).toEqual({ action: 'deny' });
  });
});
