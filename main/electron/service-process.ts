import { startService, type Service } from '../service/service.ts';
import type { FromService, ToService } from './service-messages.ts';

/**
 * Entry of the utility process that runs the service. The key comes in the START message: an argument or an
 * environment variable could be read by other programs of the user. Ends with 0 when it was asked to stop.
 */
let running: Promise<Service> | undefined;

process.parentPort.on('message', ({ data, ports }) => {
  // Only the shell's main process can write to this port.
  void handle(data as ToService, ports[0]);
});

async function handle(message: ToService, port: Electron.MessagePortMain | undefined): Promise<void> {
  switch (message.type) {
    case 'START':
      running = startService(message.options);
      await running;
      return;
    case 'CONNECT': {
      const service = await running;
      if (service === undefined || port === undefined) return;
      service.attachPort(port, message.clientId);
      // What the page sent meanwhile waits in the port until now.
      port.start();
      return;
    }
    case 'ENTER_KIOSK': {
      const { token } = message;
      answer({ type: 'KIOSK_ENTERED', token, grant: (await running)?.enterKiosk(token) ?? null });
      return;
    }
    case 'CONNECT_KIOSK': {
      const service = await running;
      if (service === undefined || port === undefined) return;
      const { grant } = message;
      service.attachKioskPort(port, { grant, onLeft: () => answer({ type: 'KIOSK_LEFT', id: grant.id }) });
      port.start();
      return;
    }
    case 'STOP':
      await (await running)?.stop();
      process.exit(0);
  }
}

function answer(message: FromService): void {
  process.parentPort.postMessage(message);
}
