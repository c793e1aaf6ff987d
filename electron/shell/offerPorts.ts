import { ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import type { Desk } from '#electron/dispatcher/desk.ts';
import { type Channel, createChannelServer } from '#electron/dispatcher/serveChannel.ts';
import { isDeskFrame } from './appOrigin.ts';
import { PORT_MESSAGE } from './portMessage.ts';

/** Gives a line to the desk to our own page, whenever it is loaded, and to nobody else. */
export function offerPorts(desk: Desk): void {
  const serve = createChannelServer(desk);
  ipcMain.on(PORT_MESSAGE, (event) => {
    const frame = event.senderFrame;
    if (frame === null || !isDeskFrame(frame)) {
      desk.context.log.note('port refused: not the page of the desk');
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    serve(channelOf(port1));
    port1.start();
    frame.postMessage(PORT_MESSAGE, null, [port2]);
  });
}

function channelOf(port: MessagePortMain): Channel {
  return {
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
    },
    onClose: (listener) => {
      port.on('close', listener);
    },
    send: (text) => port.postMessage(text),
    close: () => port.close(),
  };
}
